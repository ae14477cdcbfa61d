import type { FieldDefinition, FieldHelp } from '../field.ts';
import { debtStageLabels } from '../code-labels.ts';

/** What follows from other fields by calculation. */
export const derivedFields = {
  paymentsLeft: { label: 'payments left', kind: 'count', unit: 'payments' },
  shareOfTermPaid: { label: 'share of term paid', aliases: ['share paid'], kind: 'rate' },
  daysLate: { label: 'days late', kind: 'count', unit: 'days' },
  neverLate: { label: 'never late', kind: 'truth' },
  debtStage: { label: 'debt stage', kind: 'code', labels: debtStageLabels },
  daysToNextPayment: { label: 'days to next payment', kind: 'count', unit: 'days' },
  pricePerPrincipal: { label: 'price per principal', aliases: ['price per outstanding'], kind: 'rate' },
  paymentsPerPrice: { label: 'payments per price', kind: 'number' },
  yieldToMaturity: { label: 'yield to maturity', aliases: ['yield', 'ytm'], kind: 'rate' },
  yieldBase: { label: 'yield base', aliases: ['base yield'], kind: 'rate' },
  yieldCautious: { label: 'yield cautious', aliases: ['cautious yield'], kind: 'rate' },
  yieldMine: { label: 'yield mine', aliases: ['my yield'], kind: 'rate' },
  breakEvenDiscount: { label: 'break-even discount', aliases: ['break even discount'], kind: 'rate' },
  monthsOnBook: { label: 'months on book', kind: 'count', unit: 'months' },
  daysListed: { label: 'days listed', kind: 'count', unit: 'days' },
} as const satisfies Record<string, FieldDefinition>;

/** What they mean and where they come from. */
export const derivedHelp: Readonly<Record<keyof typeof derivedFields, FieldHelp>> = {
  paymentsLeft: {
    meaning: 'How many scheduled payments are still to come, the next one included.',
    sources: ['derived'],
  },
  shareOfTermPaid: { meaning: 'Share of the scheduled payments that lie behind.', sources: ['derived'] },
  daysLate: {
    meaning: 'Days since anything became overdue; 0 when nothing is.',
    sources: ['page', 'derived'],
  },
  neverLate: {
    meaning:
      'Whether nothing is overdue, no late charge was ever paid, and no step of collection was ever taken.',
    sources: ['derived'],
  },
  debtStage: {
    meaning: 'Where the loan stands: nothing late, late, in collection, in recovery or written off.',
    sources: ['derived'],
  },
  daysToNextPayment: { meaning: 'Days until the next scheduled payment.', sources: ['derived'] },
  pricePerPrincipal: { meaning: 'Price over open principal: 0.9 is ten percent off.', sources: ['derived'] },
  paymentsPerPrice: { meaning: 'Future scheduled payments over price.', sources: ['derived'] },
  yieldToMaturity: {
    meaning: 'Yearly return at this price if every scheduled payment arrives on its day.',
    sources: ['derived'],
  },
  yieldBase: {
    meaning: 'Yearly return at this price if loans of its rating default as Bondora expected in 2019.',
    sources: ['derived'],
  },
  yieldCautious: {
    meaning: 'Yearly return at this price if half as many again default and half as much comes back.',
    sources: ['derived'],
  },
  yieldMine: { meaning: 'Yearly return at this price under your own assumptions.', sources: ['derived'] },
  breakEvenDiscount: {
    meaning: 'The discount or mark-up at which your wanted yield is reached under your own assumptions.',
    sources: ['derived'],
  },
  monthsOnBook: { meaning: 'Whole months since the loan was issued.', sources: ['derived'] },
  daysListed: { meaning: 'Days since the part was put on sale.', sources: ['derived'] },
};
