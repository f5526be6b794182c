/** `open-parcel`: opens a sealed log that a device handed out without a sign-in, into a file beside it. Who opened what is in the record of administration. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openParcel } from '../../src/auth/sealed-parcel.ts';
import { openParcelTexts as texts } from '../../src/texts/commands/open-parcel.ts';
import { type Command, CommandProblem } from '../command.ts';

export const openParcelCommand: Command = {
  name: 'open-parcel',
  help: texts.help,
  places: [texts.file, texts.target],
  needed: 2,
  options: {},
  run: async ({ district, given: [from = '', to = ''], path }) => {
    const store = await district();
    const opened = await openParcel(store, readParcel(path(from)));
    if (!opened.ok) throw new CommandProblem(texts.problems[opened.error](from));
    await store.write((tx) => tx.audit({ at: Date.now(), what: 'parcel/opened', detail: basename(from) }));
    try {
      // It holds names and numbers of persons: for nobody else on this machine, and never over another file.
      writeFileSync(path(to), opened.value, { mode: 0o600, flag: 'wx' });
    } catch {
      throw new CommandProblem(texts.cannotWrite(to));
    }
    return texts.done(to);
  },
};

function readParcel(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new CommandProblem(texts.cannotRead(file));
  }
}
