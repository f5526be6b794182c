/**
 * What knows the events, their fold and their guards: a part of the app of its own, because who enrols or signs in needs none of it. It comes with the first
 * act, the first answer of the centre or the opening of the rows, whichever is first; the service worker keeps it.
 */
export { createBuildRegistry } from '../build-registry.ts';
export { applyAnswer } from './apply.ts';
export { workInbox } from './inbox.ts';
export { openDossier } from './open-dossier.ts';
export { appendMany, performAct } from './perform.ts';
export { refoldAfterUpgrade } from './refold.ts';
export { takeIdentity } from './relog.ts';
