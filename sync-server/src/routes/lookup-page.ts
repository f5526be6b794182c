/** The look-up page as one small document: no script, no picture, nothing from elsewhere, so that it opens on an old telephone over a thin line. */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { type Instant, instantToCivil } from '@onestop/shared/kernel/instant.ts';
import { type PlainDate, plainDateParts } from '@onestop/shared/kernel/plain-date.ts';
import type { Settings } from '@onestop/shared/reference/settings.ts';
import type { PublicFile } from '../log/lookup.ts';
import { lookupTexts as t } from '../texts/lookup.ts';

const style =
  'body{margin:0 auto;max-width:36rem;padding:1rem;font:1.06rem/1.5 sans-serif;color:#1d1d1b;background:#fff}' +
  'h1{font-size:1.5rem;margin:.5rem 0}label{display:block;font-weight:bold}' +
  'input,button{box-sizing:border-box;width:100%;min-height:3rem;font:inherit;padding:.5rem;border:1px solid #5c5c58;border-radius:4px}' +
  'button{margin-top:.75rem;background:#0b5c6b;color:#fff;font-weight:bold;border-color:#0b5c6b}' +
  'dt{font-weight:bold;margin-top:.75rem}dd{margin:0}.answer{border-top:2px solid #0b5c6b;margin-top:1.5rem;padding-top:.5rem}' +
  '.stage{font-size:1.2rem;font-weight:bold}.small{color:#4a4a46;font-size:.95rem}';

/** Only this page's own style sheet, known by its sum. */
export const lookupPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export type Told = { readonly problem: string } | { readonly file: PublicFile };

/** `told` is undefined before anything was asked. What was typed is not repeated: a page with an unknown code is the same for every such code. */
export function lookupPage(settings: Settings | undefined, told: Told | undefined) {
  const place = settings?.districtName ?? '';
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${t.title}${place === '' ? '' : ` – ${place}`}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <h1>${t.title}</h1>
          <p>${place}</p>
          <form method="get" action="/tra-cuu">
            <label for="ma">${t.label}</label>
            <p class="small" id="ma-hint">${t.hint}</p>
            <input
              id="ma"
              name="ma"
              maxlength="60"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              aria-describedby="ma-hint"
              required
            />
            <button type="submit">${t.find}</button>
          </form>
          ${told === undefined ? '' : answer(told)}
          <p class="small">${t.note}${settings?.hotline ? ` ${t.hotline(settings.hotline)}.` : ''}</p>
        </main>
      </body>
    </html>`;
}

function answer(told: Told) {
  if ('problem' in told) return html`<p class="answer" role="status">${told.problem}</p>`;
  const { code, status, procedureName, completeTo } = told.file;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t.code, code],
    [t.procedure, procedureName],
    [t.received, date(status.receivedOn)],
    [t.promised, date(status.promisedOn)],
    [status.stage === 'ENDED' ? t.ended : t.finished, date(status.finishedOn)],
    [t.returned, date(status.returnedOn)],
  ];
  return html`<section class="answer" role="status">
    <p class="stage">${t.stages[status.stage]}${status.place === undefined ? '' : `: ${t.places[status.place]}`}</p>
    <dl>
      ${rows.map(([name, value]) =>
        value === undefined
          ? ''
          : html`<dt>${name}</dt>
              <dd>${value}</dd>`,
      )}
    </dl>
    <p class="small">${completeTo === undefined ? t.noFreshness : t.freshness(moment(completeTo))}</p>
  </section>`;
}

function date(day: PlainDate | undefined): string | undefined {
  if (day === undefined) return undefined;
  const parts = plainDateParts(day);
  return `${two(parts.day)}/${two(parts.month)}/${parts.year}`;
}

function moment(at: Instant): string {
  const { date: day, minuteOfDay } = instantToCivil(at);
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)} ${date(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
