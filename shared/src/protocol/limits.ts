/** Every size and count of the exchange, with its unit in the name. Both sides read this one file. */
export const limits = {
  /** Events in one request. */
  pushBatchEventsMax: 2_000,
  /** Aim for one request, packed: beyond it a client sends less at a time. */
  pushBatchBytesMax: 1_048_576,
  /** Events in one answer, all pages together; one run more may come where a page would be empty otherwise. */
  answerEventsMax: 5_000,
  /** A device that has nothing of a feed longer than this first gets a preview of its newest events. */
  previewFeedEventsMin: 1_000,
  /** Events of all previews together; the last run of each may be more. */
  previewEventsMax: 500,
  /** Events in one run of a feed; cursors stand on the ends of runs. */
  feedRunEventsMax: 100,
  /** A packed body, either way. */
  bodyBytesMax: 4 * 1_048_576,
  /** The same body unpacked. */
  unpackedBytesMax: 24 * 1_048_576,
  /** What an unpacked body may become in memory, in characters; a value counts as 8. */
  expandedCharactersMax: 48 * 1_048_576,
  /** Events that a decoder takes in one list, whatever it is for. */
  listEventsMax: 20_000,
  /** Offices whose feeds one device follows. */
  cursorsMax: 200,
  /** Parts of the reference data: procedures in all their versions, officers, offices. */
  referencePartsMax: 20_000,
  agenciesMax: 200,
  /** Kinds of failure a device tells of. */
  problemsMax: 5,
  refusedMax: 20_000,
  afterMax: 1_000,
  /** How far an act's time may lie ahead of the server's clock. */
  clockAheadMsMax: 2 * 86_400_000,
  /**
   * How far an act's time may lie before the newest own act that was taken. An act ahead of its time is taken up to `clockAheadMsMax`, and the next exchange
   * puts the device right again: what it then writes lies up to that much before. Farther back no right device goes.
   */
  clockBackMsMax: 2 * 86_400_000,
  /** The same for a time that an officer stated: the acts before it may come from a clock that ran ahead, offline, for long. */
  statedBackMsMax: 62 * 86_400_000,
  /** No act is older: 2015-01-01 in Vietnam. */
  actAtMin: 1_420_045_200_000,
} as const;
