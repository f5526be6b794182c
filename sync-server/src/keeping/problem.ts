/** What the technician has to put right, as the sentence he is shown. Everything else that fails is a fault of ours. */
export class KeepingProblem extends Error {}
