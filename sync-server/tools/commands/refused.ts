/** `refused`: which event of which device was refused or waits, when and why, newest first; nothing of what is in it. */
import { refusedTexts as texts } from '../../src/texts/commands/refused.ts';
import type { Command } from '../command.ts';
import { showMoment } from '../moment.ts';

const rowsMax = 1_000;

export const refused: Command = {
  name: 'refused',
  help: texts.help,
  places: [],
  needed: 0,
  options: {},
  run: async ({ district, say }) => {
    const rows = await (await district()).listSetAside(rowsMax);
    if (rows.length === 0) return texts.none;
    say(texts.title);
    for (const { at, office, device, deviceName, seq, type, kind, code } of rows)
      say([showMoment(at), office, device, seq, type, kind, code, deviceName].join('\t'));
    return rows.length < rowsMax ? texts.done(rows.length) : texts.newest(rowsMax);
  },
};
