/** Sentences of the command `rebuild`. */
export const rebuildTexts = {
  help: 'Dựng lại bảng tra cứu (ai thấy hồ sơ nào) từ nhật ký sự kiện',
  step: (done: number, total: number) => `Đang dựng lại: ${done}/${total} hồ sơ`,
  done: (dossiers: number) => `Đã dựng lại xong ${dossiers} hồ sơ từ nhật ký sự kiện.`,
} as const;
