/** Words of the acts of a dossier and of their dialogs. Imported by the dossier's page and its acts alone, so that the first screens do not wait for them. */
export const acts = {
  /** The list behind the few acts that stand on the page as buttons. */
  others: {
    open: 'Việc khác',
    title: 'Việc khác với hồ sơ này',
    find: 'Gõ để tìm việc',
    nothing: 'Không có việc nào có tên như vậy. Xóa bớt chữ để xem lại cả danh sách.',
    keys: '↑ ↓ chọn · Enter mở · Esc đóng',
    found: (n: number) => `${n} việc`,
  },
} as const;
