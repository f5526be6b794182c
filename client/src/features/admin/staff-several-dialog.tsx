/** Many officers at once, pasted from a sheet or from a file: read by the centre, told line by line, and saved all or none. */
import { useState } from 'react';
import { FileInput, Textarea } from '@mantine/core';
import { err, ok, type Result } from '@onestop/shared/kernel/result.ts';
import type { StaffRow } from '@onestop/shared/reference/staff-file.ts';
import type { AdminError } from '../../contract/admin.ts';
import type { FirstSecret } from '../../contract/roster-admin.ts';
import { ListProblems } from './list-problems.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { useNames } from '../../kit/use-reference.ts';
import { fieldProblemsText } from '../../texts/field-problems.ts';
import { roleNames } from '../../texts/roles.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { roster } from '../../texts/vi/roster.ts';
import { vi } from '../../texts/vi.ts';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';
import { AdminTable } from './admin-table.tsx';

interface StaffSeveralDialogProps extends AdminDialogEnds {
  readonly onMade: (made: readonly FirstSecret[]) => void;
}

interface Seen {
  readonly rows: readonly StaffRow[];
  readonly problems: readonly string[];
}

const nothingSeen: Seen = { rows: [], problems: [] };

export function StaffSeveralDialog({ onMade, ...ends }: StaffSeveralDialogProps) {
  const t = roster.several;
  const { admin } = useServices();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [seen, setSeen] = useState(nothingSeen);
  // What was looked at is no longer what would be saved.
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setSeen(nothingSeen);
      set(value);
    };
  /** Looks first; what was seen without a problem is saved by the next press. */
  const send = async (): Promise<Result<readonly FirstSecret[] | undefined, AdminError>> => {
    if (seen.rows.length > 0) {
      const added = await admin.addStaff(seen.rows);
      if (!added.ok) setSeen({ rows: seen.rows, problems: problemsByRow(added.error, seen.rows) });
      return added;
    }
    if (file === null && text.trim() === '') {
      setSeen({ rows: [], problems: [t.empty] });
      return err({ code: 'admin/invalid' });
    }
    const read = await admin.readStaffFile(file ?? new Blob([text]));
    if (!read.ok) return read;
    setSeen('rows' in read.value ? { rows: read.value.rows, problems: [] } : { rows: [], problems: read.value.problems });
    return ok(undefined);
  };
  return (
    <AdminDialog
      {...ends}
      title={t.title}
      wide="table"
      submit={seen.rows.length > 0 ? t.save(seen.rows.length) : t.check}
      send={send}
      onSent={(made) => made !== undefined && onMade(made)}
    >
      <p className="quiet">{t.intro}</p>
      <Textarea
        label={t.paste}
        data-autofocus
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        disabled={file !== null}
        onChange={(e) => change(setText)(e.currentTarget.value)}
      />
      <FileInput
        placeholder={vi.common.chooseFile}
        label={t.file}
        accept=".xlsx,.csv,.txt"
        clearable
        clearButtonProps={{ 'aria-label': vi.common.clearFile }}
        value={file}
        onChange={change(setFile)}
      />
      {seen.problems.length > 0 && <ListProblems title={roster.several.problems(seen.problems.length)} problems={seen.problems} />}
      {seen.rows.length > 0 && <Rows rows={seen.rows} />}
    </AdminDialog>
  );
}

function Rows({ rows }: { readonly rows: readonly StaffRow[] }) {
  const t = adminTexts.staff;
  const names = useNames();
  return (
    <AdminTable
      label={roster.several.rows}
      rows={rows}
      rowKey={(one) => `${one.office} ${one.login}`}
      columns={[
        { title: t.columns.name, cell: (one) => one.fullName },
        { title: t.columns.login, cell: (one) => one.login },
        { title: t.columns.office, cell: (one) => names.office(one.office) },
        { title: t.columns.roles, cell: (one) => one.roles.map((role) => roleNames[role]).join(', ') },
        { title: t.title, cell: (one) => one.title },
        { title: t.phone, cell: (one) => one.phone ?? '' },
      ]}
    />
  );
}

/** `staff.3.login` in words: "Nguyễn Thị Hà: Tên đăng nhập: đã có người dùng". */
function problemsByRow({ fields = [] }: AdminError, rows: readonly StaffRow[]): readonly string[] {
  return rows.flatMap((row, at) => {
    const own = fields.filter(({ path }) => path.startsWith(`staff.${at}.`));
    return own.length === 0 ? [] : [roster.several.row(row.fullName, fieldProblemsText(own))];
  });
}
