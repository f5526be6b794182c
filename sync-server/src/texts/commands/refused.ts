/** Sentences of the command `refused`. */
export const refusedTexts = {
  help: 'Liệt kê việc bị từ chối hoặc đang chờ (không có nội dung hồ sơ)',
  title: 'thời điểm\tđơn vị\tmáy\tsố thứ tự\tloại việc\ttình trạng\tlý do\ttên máy',
  none: 'Không có việc nào bị từ chối hoặc đang chờ.',
  done: (rows: number) => `Có ${rows} việc bị từ chối hoặc đang chờ.`,
  newest: (rows: number) => `Trên đây là ${rows} việc mới nhất; còn việc cũ hơn không được liệt kê.`,
} as const;
