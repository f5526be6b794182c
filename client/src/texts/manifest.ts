/** Words of the installed app: its name, and the shortcuts of its icon. Read by the build. */
export const manifestTexts = {
  name: 'Một Cửa – tiếp nhận và trả kết quả',
  shortName: 'Một Cửa',
  description: 'Bộ phận một cửa cấp xã: tiếp nhận, theo dõi và trả kết quả hồ sơ, làm việc được khi mất mạng.',
  takeIn: 'Tiếp nhận hồ sơ',
  register: 'Sổ theo dõi hồ sơ',
} as const;
