/** The public's look-up by code: what anybody is told, and what nobody is. Run on SQLite and on PostgreSQL. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import { must } from '@onestop/shared/kernel/assert.ts';
import { createHash } from 'node:crypto';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { saveDocument } from '@onestop/sync-server/log/reference-admin.ts';
import { communeId, offices, procedures, settings } from '../support/builders.ts';
import { randomPerson } from '../support/people.ts';
import { seededRandom } from '../support/random.ts';
import { accept, now, write } from '../support/test-acts.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

export function describeLookup(name: string, openStore: () => Promise<Store | undefined>, isAvailable = true): void {
  describe.runIf(isAvailable)(`look-up by code on ${name}`, () => {
    let server: TestServer;
    beforeEach(async () => {
      server = await createTestServer({ store: await openStore(), now });
    });
    afterEach(() => server.close());

    const page = (code: string): Promise<Response> => server.fetch(`/tra-cuu?ma=${encodeURIComponent(code)}`);
    const json = async (code: string): Promise<unknown> => (await server.fetch(`/api/tra-cuu?ma=${encodeURIComponent(code)}`)).json();
    const codeOf = (events: readonly EventEnvelope[]): string => must(foldDossier(events)?.code, 'a code');

    /** One dossier with its result at the desk, one in work, one voided. */
    async function threeDossiers(): Promise<{ readonly ready: string; readonly open: string; readonly voided: string }> {
      const a = await server.newDevice(communeId);
      await a.settle();
      write(a, 'd00000000001', 'DossierFinished', [write(a, 'd00000000001', 'DossierForwarded', [accept(a, 'd00000000001')])]);
      write(a, 'd00000000002', 'SignatureRequested', [write(a, 'd00000000002', 'DossierForwarded', [accept(a, 'd00000000002')])]);
      write(a, 'd00000000003', 'DossierVoided', [accept(a, 'd00000000003')]);
      expect((await a.settle()).refused).toEqual([]);
      const codes = [1, 2, 3].map((n) => codeOf(a.log.filter(({ dossier }) => dossier === `d0000000000${n}`)));
      return { ready: must(codes[0], 'a code'), open: must(codes[1], 'a code'), voided: must(codes[2], 'a code') };
    }

    it('[O240] a code is answered with stage, place and days, as a page without script and as JSON', async () => {
      const { ready, open } = await threeDossiers();
      expect(await json(ready)).toMatchObject({ found: true, file: { code: ready, status: { stage: 'RESULT_READY' } } });
      expect(await json(open)).toMatchObject({ found: true, file: { status: { stage: 'IN_PROCESS', place: 'SIGNATURE' } } });
      // As people copy it: small letters, blanks, a long dash.
      const text = await (await page(` ${ready.toLowerCase().replaceAll('-', ' – ')} `)).text();
      expect(text).toContain('Đã có kết quả, mời đến nhận');
      expect(text).toMatch(/Ngày tiếp nhận<\/dt>\s*<dd>\d\d\/\d\d\/\d{4}<\/dd>/);
      expect(text).toContain('Trung tâm đã nhận đủ việc của xã đến ');
      expect(text).not.toMatch(/<script|javascript:|\bon[a-z]+=|https?:/);
      expect(text).not.toContain(procedures.threeDays.name);
      const empty = await server.fetch('/tra-cuu');
      expect([empty.status, await empty.text()]).toEqual([200, expect.stringContaining('<form method="get" action="/tra-cuu">')]);
      const slash = await server.fetch(`/tra-cuu/?ma=${ready}`);
      expect([slash.status, slash.headers.get('Location')]).toEqual([308, `/tra-cuu?ma=${ready}`]);
    });

    it('[O241] codes that are unknown, voided, of a draft, malformed or hostile have one answer, byte for byte, after the same work', async () => {
      const { ready, voided } = await threeDossiers();
      const wrong = [
        `${ready.slice(0, -4)}9999`,
        voided,
        'x',
        '%00',
        "' or 1=1 --",
        '<script>alert(1)</script>',
        '0'.repeat(100_000),
        '\u{1F4A9}',
        'a\u0000b',
        '000.00.99.H05-261123-0001',
        'ZZZ',
      ];
      const answers: unknown[] = [];
      const reads: number[] = [];
      const { eventsNearCode } = server.store;
      Object.assign(server.store, {
        eventsNearCode: async (code: string) => {
          const events = await eventsNearCode(code);
          reads.push(events.length);
          return events;
        },
      });
      for (const code of wrong) {
        const told = await page(code);
        const headers = [...told.headers].filter(([header]) => header !== 'date');
        answers.push(JSON.stringify([told.status, headers, await told.text(), await json(code)]));
      }
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('Không tìm thấy hồ sơ có mã này');
      // A dossier was read and folded for each of them, as for a right code.
      expect(reads.length).toBe(wrong.length * 2);
      expect(Math.min(...reads)).toBeGreaterThan(0);
    });

    it('[O242] look-ups are counted per line, and a line waits alone; the page says how long', async () => {
      const { ready } = await threeDossiers();
      for (let i = 0; i < 30; i++) expect((await page(ready)).status).toBe(200);
      const stopped = await page(ready);
      expect([stopped.status, Number(stopped.headers.get('Retry-After')) > 0, stopped.headers.get('Cache-Control')]).toEqual([
        429,
        true,
        'no-store',
      ]);
      expect(await stopped.text()).toContain('Hãy thử lại sau 10 phút');
      expect((await server.fetch(`/api/tra-cuu?ma=${ready}`)).status).toBe(429);
      // The empty form costs nothing and is always there.
      expect((await server.fetch('/tra-cuu')).status).toBe(200);
      server.advance(10 * 60_000 + 1);
      expect((await page(ready)).status).toBe(200);
    });

    it('[O243] page and JSON stay in no cache, no list of a search engine and no frame, and run nothing', async () => {
      const { ready } = await threeDossiers();
      for (const path of [`/tra-cuu?ma=${ready}`, `/api/tra-cuu?ma=${ready}`, '/tra-cuu?ma=x', '/tra-cuu']) {
        const { headers } = await server.fetch(path);
        expect(headers.get('Cache-Control')).toBe('no-store');
        expect(headers.get('X-Robots-Tag')).toBe('noindex, nofollow');
        expect(headers.get('Referrer-Policy')).toBe('no-referrer');
        expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
        expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
        expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      }
      const text = await (await page(ready)).text();
      const sheets = [...text.matchAll(/<style>(.*?)<\/style>/gs)].map((match) => match[1] ?? '');
      expect(sheets).toHaveLength(1);
      const sum = createHash('sha256').update(must(sheets[0], 'a sheet')).digest('base64');
      expect((await page(ready)).headers.get('Content-Security-Policy')).toContain(`'sha256-${sum}'`);
      // Nothing of the code in the server's own log.
      expect(JSON.stringify(server.lines)).not.toContain(ready);
    });

    it('[O244] no answer carries a name, number, telephone, address or reason of any generated dossier', async () => {
      const random = seededRandom(20_261_126);
      const a = await server.newDevice(communeId);
      await a.settle();
      const personal = new Set<string>();
      const codes = new Set<string>();
      for (let n = 0; n < 60; n++) {
        const dossier = `p${String(n).padStart(11, '0')}`;
        const person = randomPerson(() => random.next());
        const words = {
          fullName: person.fullName,
          idNumber: person.idNumber,
          address: person.address,
          phone: `09${String(10_000_000 + random.below(80_000_000))}`,
        };
        for (const value of Object.values(words)) personal.add(value);
        accept(a, dossier);
        const own = must(a.log.at(-1), 'an event');
        const data = own.data as { readonly code: string; readonly intake: { readonly owner: object } };
        a.log[a.log.length - 1] = {
          ...own,
          data: {
            ...data,
            intake: { ...data.intake, owner: { ...data.intake.owner, ...words }, summary: `lý do riêng ${n}` },
          } as unknown as EventEnvelope['data'],
        };
        personal.add(`lý do riêng ${n}`);
        codes.add(data.code);
        // What may follow, as far as one desk does it.
        const story = random.pick([
          [],
          ['DossierForwarded'],
          ['DossierForwarded', 'SupplementRequested'],
          ['DossierWithdrawn'],
          ['DossierStopped'],
          ['DossierFinished', 'ResultReturned'],
        ] as const);
        let after = [{ device: own.device, seq: own.seq }];
        for (const type of story) after = [write(a, dossier, type, after)];
      }
      expect((await a.settle()).refused).toEqual([]);
      for (const reason of [
        'thiếu bản sao',
        'không còn nhu cầu',
        'có tranh chấp',
        offices.commune.name,
        'Trần Văn Chủ',
        'lan',
        '0900000001',
      ])
        personal.add(reason);
      let answered = 0;
      for (const code of codes) {
        server.advance(60_000);
        const texts = [await (await page(code)).text(), JSON.stringify(await json(code))];
        answered += texts[1]?.includes('"found":true') ? 1 : 0;
        for (const text of texts) expect([...personal].filter((value) => new RegExp(`\\b${value}\\b`, 'u').test(text))).toEqual([]);
      }
      expect(answered).toBe(codes.size);
    });

    it('[O245] the procedure is named only where the district allows it', async () => {
      const { ready } = await threeDossiers();
      await saveDocument(server.store, 'settings', { ...settings, publicNamesProcedure: true }, { at: now });
      expect(await json(ready)).toMatchObject({ file: { procedureName: procedures.threeDays.name } });
      expect(await (await page(ready)).text()).toContain(procedures.threeDays.name);
    });
  });
}
