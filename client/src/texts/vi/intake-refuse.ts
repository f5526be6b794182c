/** Words of the refusal at the intake desk (Mẫu 03). Imported by its dialog alone, which comes when it is asked for. */
export const refuseTexts = {
  title: 'Từ chối tiếp nhận hồ sơ (Mẫu 03)',
  who: (name: string, procedure: string) => `${name}: ${procedure}.`,
  hint: 'Hồ sơ không được nhận và không có mã; việc từ chối được ghi lại. Chỉ thiếu giấy tờ thì lập phiếu hướng dẫn, đừng từ chối.',
  reason: 'Lý do, ghi rõ để người nộp hiểu',
  ground: 'Căn cứ pháp lý (không bắt buộc)',
  groundExample: 'khoản … Điều … Nghị định …',
  act: 'Ghi từ chối',
} as const;
