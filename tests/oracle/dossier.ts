/** One dossier driven by the product's own commands and fold, as a desk would: events are kept in order, each in sight of all before. */
import { type CommandInput, type CommandName, decideCommand } from '@onestop/shared/dossier/commands/index.ts';
import { writeEvent } from '@onestop/shared/dossier/write-event.ts';
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import { foldDossier } from '@onestop/shared/dossier/fold.ts';
import type { Refusal } from '@onestop/shared/dossier/refusals.ts';
import type { DossierState } from '@onestop/shared/dossier/state.ts';
import type { ReferenceData } from '@onestop/shared/reference/reference-data.ts';
import { dossierId, offices, staff } from '../support/builders.ts';
import { contextFor } from '../support/given.ts';

export class DrivenDossier {
  readonly #reference: ReferenceData;
  readonly #events: EventEnvelope[] = [];
  #state: DossierState | undefined;

  constructor(reference: ReferenceData) {
    this.#reference = reference;
  }

  get state(): DossierState {
    if (!this.#state) throw new Error('nothing was opened');
    return this.#state;
  }

  get events(): readonly EventEnvelope[] {
    return this.#events;
  }

  get acts(): number {
    return this.#events.length;
  }

  /** The refusal, where there was one; `atCentre`: by the centre's officer. */
  tryTo<C extends CommandName>(name: C, at: number, input: CommandInput<C>, atCentre = false): Refusal | undefined {
    const [office, actor] = atCentre ? [offices.centre, staff.centre] : [offices.commune, staff.commune];
    const decided = decideCommand(name, this.#state, input, contextFor(office, actor, at, { reference: this.#reference }));
    if (!decided.ok) return decided.error;
    for (const draft of decided.value)
      this.#events.push(
        writeEvent({
          device: 'bd-1' as EventEnvelope['device'],
          seq: this.#events.length + 1,
          dossier: dossierId,
          after: this.#state?.heads ?? [],
          type: draft.type,
          version: draft.version,
          at,
          clockOffsetMs: 0,
          actor: actor.id,
          office: office.id,
          data: draft.data as EventEnvelope['data'],
        }),
      );
    this.#state = foldDossier(this.#events);
    return undefined;
  }

  do<C extends CommandName>(name: C, at: number, input: CommandInput<C>, atCentre = false): void {
    const refused = this.tryTo(name, at, input, atCentre);
    if (refused) throw new Error(`${name} after ${this.#events.map((one) => one.type).join(', ')}: ${JSON.stringify(refused)}`);
  }
}
