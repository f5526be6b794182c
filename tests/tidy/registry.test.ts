/** Adding an event is adding a file and its entries; this names the entry that was forgotten. (The sentence on the timeline is a compile error instead.) */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandDefinitions } from '@onestop/shared/dossier/commands/index.ts';
import { dossierEventTypes, findEventDefinition } from '@onestop/shared/dossier/events/index.ts';
import { root, sourceFiles } from './imports.ts';

const specs = sourceFiles(['shared/src/dossier', 'tests/support', 'tests/golden'])
  .filter((file) => /\.test\.ts$|given\.ts$|histories\.ts$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'));
const commands = Object.values(commandDefinitions);

describe('registry', () => {
  it.each(dossierEventTypes)('[T30] %s is emitted by a command that somebody may give, and is specified', (type) => {
    const emitters = commands.filter((command) => command.emits.includes(type));
    expect(emitters.length, 'no command emits it').toBeGreaterThan(0);
    expect(emitters.some((command) => Object.values(command.rolesAt).some((roles) => (roles?.length ?? 0) > 0))).toBe(true);
    expect(
      specs.some((text) => text.includes(`'${type}'`) || text.includes(`${type}:`)),
      'no spec names it',
    ).toBe(true);
  });

  it('[T31] every command says what it emits, and only events that exist', () => {
    const unknown = commands.flatMap((command) => command.emits.filter((type) => findEventDefinition(type) === undefined));
    expect(unknown).toEqual([]);
    expect(commands.filter((command) => command.emits.length === 0).map((command) => command.name)).toEqual([]);
  });
});
