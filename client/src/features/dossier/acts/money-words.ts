/** What a dossier owes and has paid, in one line: the judgement of money (`judgement/money.ts`) in words. */
import { type MoneyFacts, moneyOf } from '@onestop/shared/judgement/money.ts';
import { capitalise, formatMoney } from '../../../texts/format.ts';
import { acts } from '../../../texts/vi/acts.ts';

export function moneyWords(facts: MoneyFacts): string {
  const t = acts.money;
  const { known, exemptVnd, dueVnd, paidVnd, refundedVnd, owedVnd, overpaidVnd, rates } = moneyOf(facts);
  const words = [
    facts.fees === undefined ? t.unknown : dueVnd > 0 ? t.due(formatMoney(dueVnd)) : known ? t.nothingDue : '',
    exemptVnd > 0 ? t.exempt(formatMoney(exemptVnd)) : '',
    ...rates.map((rate) => t.rate(rate.name, formatMoney(rate.unitVnd ?? 0), rate.per ?? '')),
    paidVnd + refundedVnd > 0 ? t.paid(formatMoney(paidVnd + refundedVnd)) : '',
    refundedVnd > 0 ? t.refunded(formatMoney(refundedVnd)) : '',
    owedVnd > 0
      ? t.owed(formatMoney(owedVnd))
      : overpaidVnd > 0
        ? t.overpaid(formatMoney(overpaidVnd))
        : known && dueVnd > 0
          ? t.settled
          : '',
  ];
  return `${capitalise(words.filter(Boolean).join('; '))}.`;
}
