/** What came and what was finished, as bars by day, or by month where the period has more than two. The table says the same in numbers, so it is a picture with a sentence. */
import type { Report } from '@onestop/shared/reports/report.ts';
import { formatNumber } from '../../texts/format.ts';
import { report as t } from '../../texts/vi/report.ts';
import classes from './report.module.css';

const [width, height, foot, head] = [600, 130, 16, 12];
const barsMax = 62;

interface Bar {
  readonly name: string;
  readonly received: number;
  readonly done: number;
}

export function DayChart({ report }: { readonly report: Report }) {
  const bars = barsOf(report);
  const most = Math.max(1, ...bars.flatMap(({ received, done }) => [received, done]));
  const step = width / bars.length;
  const tall = (value: number): number => ((height - foot - head) * value) / most;
  const sum = (pick: (bar: Bar) => number): string => formatNumber(bars.reduce((total, bar) => total + pick(bar), 0));
  const said = `${t.byDay}. ${t.chart.received} ${sum(({ received }) => received)}, ${t.chart.done.toLowerCase()} ${sum(({ done }) => done)}.`;
  const every = Math.ceil(bars.length / 12);
  if (bars.length === 0) return null;
  return (
    <section aria-label={t.byDay} className={classes.section}>
      <h2>{t.byDay}</h2>
      <svg className={classes.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={said}>
        {bars.map(({ name, received, done }, index) => (
          <g key={name}>
            <rect
              className={classes.received}
              x={index * step + step * 0.1}
              width={step * 0.38}
              y={height - foot - tall(received)}
              height={tall(received)}
            />
            <rect
              className={classes.done}
              x={index * step + step * 0.52}
              width={step * 0.38}
              y={height - foot - tall(done)}
              height={tall(done)}
            />
            {index % every === 0 && (
              <text className={classes.axis} x={index * step + step * 0.1} y={height - 4}>
                {name}
              </text>
            )}
          </g>
        ))}
        <text className={classes.axis} x={2} y={10}>
          {formatNumber(most)}
        </text>
      </svg>
      <p className={classes.legend}>
        {(['received', 'done'] as const).map((name) => (
          <span key={name}>
            <span className={`${classes.swatch} ${classes[name]}`} aria-hidden="true" />
            {t.chart[name]}
          </span>
        ))}
      </p>
    </section>
  );
}

/** "25/11", or "11/2026" where days would be too many. */
function barsOf({ days }: Report): readonly Bar[] {
  if (days.length <= barsMax)
    return days.map(({ day, received, done }) => ({ name: `${day.slice(8)}/${day.slice(5, 7)}`, received, done }));
  const months = new Map<string, { received: number; done: number }>();
  for (const { day, received, done } of days) {
    const name = `${day.slice(5, 7)}/${day.slice(0, 4)}`;
    const month = months.get(name) ?? { received: 0, done: 0 };
    months.set(name, { received: month.received + received, done: month.done + done });
  }
  return [...months].map(([name, counts]) => ({ name, ...counts }));
}
