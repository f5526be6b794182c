/** One officer as a large button: initials, name, title. */
import type { Staff } from '@onestop/shared/reference/staff.ts';
import classes from './sign-in.module.css';

export function OfficerTile({ staff, onChoose }: { readonly staff: Staff; readonly onChoose: () => void }) {
  return (
    <button type="button" className={classes.tile} onClick={onChoose}>
      <span className={classes.initials} aria-hidden="true">
        {initials(staff.fullName)}
      </span>
      <span>
        <span className={classes.name}>{staff.fullName}</span>
        <br />
        <span className={classes.title}>{staff.title}</span>
      </span>
    </button>
  );
}

/** Family and given name: "Nguyễn Thị Lan" → "NL". */
export function initials(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  const first = words[0]?.charAt(0) ?? '';
  const last = words.length > 1 ? (words[words.length - 1]?.charAt(0) ?? '') : '';
  return (first + last).toLocaleUpperCase('vi');
}
