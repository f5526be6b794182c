/** Why an act of the day was not done, in words. */
import type { DayError } from '../../contract/daybook.ts';
import { actProblemText } from '../../kit/act-problem.ts';
import { formatMoney, formatTime } from '../../texts/format.ts';
import { daybook } from '../../texts/vi/daybook.ts';

export function dayProblemText(error: DayError): string {
  const t = daybook.problems;
  switch (error.code) {
    case 'day/no-such-ticket':
      return t.noSuchTicket;
    case 'day/ticket-done':
      return t.ticketDone;
    case 'day/ticket-not-called':
      return t.ticketNotCalled;
    case 'day/count-does-not-add-up':
      return t.notesSum(formatMoney(error.notesVnd));
    case 'day/difference-needs-reason':
      return t.difference(formatMoney(error.differenceVnd));
    case 'day/nothing-to-judge':
      return t.nothingToJudge;
    case 'day/second-person-needed':
      return t.secondPerson;
    case 'session/wrong':
      return t.wrongPin(error.triesLeft);
    case 'session/locked':
      return 'until' in error ? t.lockedUntil(formatTime(error.until)) : actProblemText({ code: 'session/locked' });
    case 'session/inactive':
    case 'session/no-verifier':
      return t.cannotSignIn;
    default:
      return actProblemText(error);
  }
}
