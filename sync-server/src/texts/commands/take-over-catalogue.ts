/** Sentences of the command `take-over-catalogue`. */
export const takeOverTexts = {
  help: 'Lấy danh mục thủ tục có sẵn của phần mềm (những thủ tục huyện chưa có)',
  level: 'xa hoặc huyen; không ghi thì lấy cả hai',
  names: { commune: 'xa', district: 'huyen' },
  unknown: (typed: string) => `Không có cấp “${typed}”. Ghi xa hoặc huyen.`,
  nothing: 'Huyện đã có đủ các thủ tục này, không thêm gì.',
  done: (added: number) =>
    `Đã thêm ${added} thủ tục; các máy nhận ở lần đồng bộ tới. Đây là điểm bắt đầu: mỗi thủ tục ghi nguồn và độ chắc, hãy đối chiếu với quyết định công bố.`,
} as const;
