/** The desk's call list: results that wait at the desk, the longest first, whom to call under which number, and room for what he said. */
import type { DossierRow } from '@onestop/shared/register/row.ts';
import { procedureToShow } from '@onestop/shared/catalogue/catalogue.ts';
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { type ListColumn, ListSheet } from '../../parts/list-sheet.tsx';
import { shortDate } from '../../parts/wording.ts';
import { type QueueForm, type QueueSource } from '../form.ts';

const title = 'Danh sách gọi nhận kết quả';

export const callListForm: QueueForm = {
  of: 'QUEUE',
  persons: true,
  title,
  numbers: {},
  queue: 'toReturn',
  pages: (source) => {
    const { rows, office, officer, now } = source;
    const lines = rows.toSorted((a, b) => (a.finishedAt ?? 0) - (b.finishedAt ?? 0));
    if (lines.length === 0) return [];
    const date = instantToPlainDate(now);
    return [
      <ListSheet
        key={title}
        head={{ ...office, date }}
        title={title}
        subtitle={`Kết quả đang chờ tại quầy đến ngày ${shortDate(now)}: ${lines.length} hồ sơ`}
        footer={`${office.authorityName} · ${title} · ${shortDate(now)}`}
        columns={columnsOf(source)}
        lines={lines}
        right={{ as: ['NGƯỜI LẬP DANH SÁCH'], name: officer }}
      />,
    ];
  },
};

const dayMs = 86_400_000;

function columnsOf({ reference, now }: QueueSource): readonly ListColumn<DossierRow>[] {
  const procedure = (row: DossierRow) =>
    procedureToShow(reference.procedures, { key: row.procedure, version: row.procedureVersion })?.name ?? row.procedure;
  return [
    { caption: 'TT', width: 3, value: (_row, index) => index + 1 },
    { caption: 'Mã hồ sơ', width: 13, value: ({ code }) => code },
    { caption: 'Tên cá nhân, tổ chức', width: 13, value: ({ name }) => name },
    { caption: 'Số điện thoại', width: 8, value: ({ phone }) => phone },
    { caption: 'Tên thủ tục hành chính', width: 20, value: procedure },
    { caption: 'Có kết quả từ', width: 8, value: ({ finishedAt }) => finishedAt && shortDate(finishedAt) },
    { caption: 'Chờ (ngày)', width: 5, value: ({ finishedAt }) => finishedAt && Math.floor((now - finishedAt) / dayMs) },
    // Written by hand while calling.
    { caption: 'Ngày gọi', width: 8, value: () => '' },
    { caption: 'Trả lời', width: 14, value: () => '' },
  ];
}
