/** How a page writes its numbers and dates, so that ours look as if they were its own. */
export interface ValueLook {
  decimal: string;
  /** Between groups of three digits; may be empty. */
  group: string;
  currency: 'before' | 'after';
  /** Between day, month and year. */
  dateSign: '.' | '/' | '-';
}

/**
 * The look for a page: by its language, corrected by what the page was seen to do.
 * @param language of the page, as its `lang` attribute tells; an unknown one counts as English
 * @param seen what the page's own numbers show
 */
export function chooseLook(language: string, seen: Partial<ValueLook> = {}): ValueLook {
  const locale = findLocale(language);
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5);
  const sign = (type: 'decimal' | 'group'): string => parts.find((part) => part.type === type)?.value ?? '';
  const look: ValueLook = {
    decimal: sign('decimal'),
    group: sign('group'),
    currency: 'after',
    dateSign: /^(en|es|fr|it|pt|el)/i.test(locale) ? '/' : '.',
    ...seen,
  };
  // A page that was seen to write 1,5 cannot also group by commas.
  return look.group === look.decimal ? { ...look, group: look.decimal === ',' ? '.' : ',' } : look;
}

function findLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    // Not a language tag.
    return 'en';
  }
}
