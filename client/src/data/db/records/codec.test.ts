import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { at, communeId, eventOf, intakeFor, procedures, reference } from '../../../../../tests/support/builders.ts';
import { enrolDesk, leaseFor, newDisk, openTab, receipt } from '../test-desk.ts';
import { type Codec, createPlainCodec } from './codec.ts';

const scrambled = 9;

/** Stands for a cipher: nothing of the text is left to see. */
function createScramblingCodec(): Codec {
  const plain = createPlainCodec();
  const scramble = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);
  return {
    write: (text) => {
      const { chars, bytes } = plain.write(text);
      return { codec: scrambled, chars, bytes: scramble(bytes) };
    },
    read: ({ codec, chars, bytes }) => {
      expect(codec).toBe(scrambled);
      const text = plain.read({ ...plain.write(''), chars, bytes: scramble(bytes) });
      expect(text.length).toBe(chars);
      return text;
    },
  };
}

/** Every text and every run of bytes in a stored value, as text. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [new TextDecoder('latin1').decode(value), new TextDecoder().decode(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

describe('records that speak of citizens', () => {
  it('[E41] show nothing of them but through the codec, and read as before', async () => {
    const disk = newDisk(new IDBFactory(), IDBKeyRange);
    const time = { now: at('23/11/2026 09:00') };
    const options = { codec: createScramblingCodec() };
    const desk = await openTab(disk, time, {}, options);
    await enrolDesk(
      desk,
      'bd-1',
      communeId,
      { ...reference, staff: reference.staff.map((staff) => ({ ...staff, verifier: 'plain:2580' })) },
      [leaseFor('000.01.38.H05')],
    );
    expect(await desk.services.session.signIn('lan', '2580')).toMatchObject({ ok: true });
    const intake = intakeFor(procedures.threeDays);
    await desk.services.drafts.save({ id: 'draft', updatedAt: time.now, actor: 'lan' as never, title: 'Khai sinh', form: { intake } });
    const done = await desk.services.dossiers.perform({ command: 'accept', input: { intake } });
    if (!done.ok) throw new Error(done.error.code);
    const foreign = eventOf('DossierAccepted', { device: 'bd-9' as DeviceId, seq: 1, at: time.now });
    const taken = await desk.exchange((request) =>
      receipt(request, {
        refused: [{ seq: 1, kind: 'REFUSED', code: 'event/actor-not-allowed' }],
        pages: [{ office: communeId, events: [foreign], cursor: { office: communeId, position: 1, check: 1 }, reset: false }],
      }),
    );
    expect(taken).toMatchObject({ ok: true });
    await desk.log.tidy();

    const { owner } = intake;
    const planted = [owner.fullName, owner.idNumber, owner.phone, owner.address, '"actor"', 'Khai sinh'].filter((one) => one !== undefined);
    expect(planted.length).toBeGreaterThan(3);
    planted.push('plain:2580');
    const reading = await openTab(disk, time, {}, options);
    expect(reading.services.drafts.list.get()).toEqual(desk.services.drafts.list.get());
    const { fullName, idNumber, phone, address } = owner;
    expect(reading.services.sync.refused.get()).toMatchObject([
      { event: { data: { intake: { owner: { fullName, idNumber, phone, address } } } } },
    ]);
    expect(reading.log.index.query({ limit: 9 }, time.now).map((row) => row.name)).toEqual([owner.fullName]);
    for (const table of desk.db.dexie.tables) {
      const texts = textsIn(await table.toArray()).join('\n');
      for (const word of planted) expect(texts.includes(word), `${word} in ${table.name}`).toBe(false);
    }
    desk.close();
    reading.close();
  });
});
