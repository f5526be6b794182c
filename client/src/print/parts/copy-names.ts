/** The two copies (liên) of a slip: one stays in the file, one is given away. In the order in which they leave the printer. */
export const formCopies = ['KEEP', 'GIVE'] as const;
export type FormCopy = (typeof formCopies)[number];

export const copyName: Readonly<Record<FormCopy, string>> = { KEEP: 'Lưu hồ sơ', GIVE: 'Giao tổ chức, cá nhân' };

/** At the foot of a sheet, where a line on A5 holds little. */
export const copyNameShort: Readonly<Record<FormCopy, string>> = { KEEP: 'Liên lưu', GIVE: 'Liên giao' };
