import type { YieldReason } from './yield-to-maturity.ts';

const sentences: Readonly<Record<YieldReason, string>> = {
  'too-few': 'There are too few payments to work out a return.',
  'not-finite': 'A price or a payment makes no sense.',
  'nothing-invested': 'Nothing is paid for it, so it has no return.',
  'nothing-back': 'Nothing comes back: all of it is lost.',
  'one-day': 'All of it is paid back on the day it is bought, so that no time passes.',
  'no-rate': 'No yearly return fits these payments.',
  'several-rates': 'More than one yearly return fits these payments.',
  'out-of-range': 'The yearly return is beyond all bounds.',
  'no-price': 'The price is not known.',
  'no-schedule': 'The payments to come do not follow from what is known.',
  'payment-day-passed':
    'The next payment was due before today: it is overdue, or what is known is out of date.',
};

/** Why there is no return, as a sentence for a person. */
export function describeYieldReason(reason: YieldReason): string {
  return sentences[reason];
}
