/** Words of the fields that ask why, for every screen that asks. */
export const reasons = {
  class: 'Loại lý do',
  choose: 'Chọn loại lý do',
  reason: 'Lý do',
} as const;
