/**
 * The wording of forms that a new district begins with. An event that was printed with exactly these words does not repeat them
 * (`dossier/usual.ts`), so they never change: another wording for new districts is another constant, and events that were printed with it hold it.
 */
export const firstDeskName = 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ';
export const firstReceiptSuffix = 'BPTNTKQ';
export const firstReceiptNotes: readonly string[] = [
  'Khi đến nhận kết quả, đề nghị mang theo giấy này và giấy tờ tùy thân; người nhận thay mang theo giấy ủy quyền.',
  'Giấy này được thu lại khi trả kết quả và lưu cùng hồ sơ.',
];
/** "UBND XÃ BÌNH ĐỊNH": how the authority of a unit is headed. */
export const authorityPrefix = 'UBND';
