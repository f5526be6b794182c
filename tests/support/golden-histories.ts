/** Whole histories kept as golden files: the simple dossier of a day, a supplement with two clocks, up to the centre and back, two tablets that contradict, an unknown event. */
import type { EventEnvelope } from '@onestop/shared/dossier/envelope.ts';
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { at, centreId, chain, eventOf, staff } from './builders.ts';

export function goldenHistories(): Record<string, readonly EventEnvelope[]> {
  return {
    'simple-day': chain([
      'DossierDrafted',
      'CitizenGuided',
      'DossierAccepted',
      'DossierForwarded',
      'SignatureRequested',
      'ResultSigned',
      'ResultNumbered',
      'DossierFinished',
      'FeePaid',
      'ResultReturned',
      'DossierArchived',
    ]),
    supplement: chain([
      'DossierSubmittedOnline',
      'DossierAccepted',
      'DossierForwarded',
      'SupplementRequested',
      'SupplementCompleted',
      'ApologyMade',
      'PaymentRequired',
      'PaymentMade',
      'SignatureRequested',
      'ReworkRequested',
      'RefusedAfterAppraisal',
      'UncollectedReminded',
      'CitizenTold',
      'ResultPosted',
      'ResultCorrectionOpened',
    ]),
    'up-and-back': upAndBack(),
    'two-tablets': twoTablets(),
    'from-the-future': fromTheFuture(),
  };
}

function upAndBack(): readonly EventEnvelope[] {
  const up = chain(['DossierAccepted', 'DossierForwardedUp']);
  const centre = chain(['UpTransferAcknowledged', 'UpTransferProcessing', 'ResultSentDown', 'DossierViewed'], {
    device: 'lt-1',
    seq: 40,
    after: [{ device: 'bd-1' as DeviceId, seq: 2 }],
    at: at('24/11/2026 08:00'),
    office: centreId,
    actor: staff.centre.id,
  });
  const back = chain(['DossierFinished', 'ResultReturned'], {
    seq: 3,
    after: [{ device: 'lt-1' as DeviceId, seq: 43 }],
    at: at('26/11/2026 15:00'),
  });
  return [...up, ...centre, ...back];
}

function twoTablets(): readonly EventEnvelope[] {
  const base = chain(['DossierAccepted', 'DossierForwarded']);
  const after = [{ device: 'bd-1' as DeviceId, seq: 2 }];
  const finished = eventOf('DossierFinished', { seq: 3, after, at: at('23/11/2026 09:00') });
  const withdrawn = eventOf('DossierWithdrawn', { device: 'bd-2', seq: 11, after, at: at('23/11/2026 09:30') });
  const contact = eventOf('ContactCorrected', { device: 'bd-2', seq: 12, after: [withdrawn], at: at('23/11/2026 09:31') });
  const settled = eventOf('ContradictionSettled', {
    seq: 4,
    after: [finished, contact].map(({ device, seq }) => ({ device, seq })),
    at: at('24/11/2026 08:00'),
  });
  return [
    ...base,
    finished,
    withdrawn,
    { ...contact, after: [{ device: withdrawn.device, seq: 11 }] },
    { ...settled, data: { kept: [{ device: 'bd-2', seq: 11 }], dropped: [{ device: 'bd-1', seq: 3 }], reason: 'dân đã rút' } },
  ];
}

function fromTheFuture(): readonly EventEnvelope[] {
  const [accepted, forwarded, viewed] = chain(['DossierAccepted', 'DossierForwarded', 'DossierViewed']) as [
    EventEnvelope,
    EventEnvelope,
    EventEnvelope,
  ];
  return [accepted, { ...forwarded, version: 7, data: { unknown: true } }, { ...viewed, type: 'HologramShown', data: { colour: 'blue' } }];
}
