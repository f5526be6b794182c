/** What can happen on an office's day, by name: for those who must know the names and nothing else (a page that has not loaded the acts yet). */
export const dayEventTypes = [
  'TicketTaken',
  'TicketCalled',
  'TicketPassed',
  'TicketDone',
  'DayClosed',
  'ClosingApproved',
  'ClosingSentBack',
  'PersonsLookedAt',
  'FreezeLifted',
] as const;

export type DayEventType = (typeof dayEventTypes)[number];
