/** Said on every screen of a unit that is being closed or was: until when it takes in, and who goes on with its work. */
import { instantToPlainDate } from '@onestop/shared/kernel/instant.ts';
import { lifeOf } from '@onestop/shared/reference/office-life.ts';
import { formatDate } from '../texts/format.ts';
import { vi } from '../texts/vi.ts';
import { useServices } from '../kit/services-context.tsx';
import { useLive, useNow } from '../kit/use-live.ts';
import { useNames } from '../kit/use-reference.ts';
import classes from './shell.module.css';

export function OfficeBanner() {
  const t = vi.shell.officeLife;
  const office = useLive(useServices().office);
  const names = useNames();
  const today = instantToPlainDate(useNow());
  if (office?.validTo === undefined) return null;
  const [day, next] = [formatDate(office.validTo), names.office(office.successor ?? '')];
  return (
    <output className={`${classes.banner} ${classes.bannerAmber}`}>
      {lifeOf(office, today) === 'CLOSED' ? t.closed(day, next) : t.closing(day, next)}
    </output>
  );
}
