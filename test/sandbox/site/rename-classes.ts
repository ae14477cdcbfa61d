import { scatter } from '../world/random.ts';

/** Classes by which the site's tables were known; where they are unknown, they are called by names that say nothing. */
const names = [
  'investments',
  'loansales_table',
  'oldtable',
  'item-cost',
  'cost-cell',
  'offer',
  'detail-row',
  'rating',
  'loan-number',
  'title',
  'fieldHelpLink',
  'flag',
  'text-right',
  'table-hover',
];
const anyName = names.join('|');

/** Renames the classes of a page, in its elements as in its styles and scripts, so that it still works. */
export function renameClasses(page: string): string {
  const rename = (name: string): string => `x${scatter('class', name).toString(36).slice(0, 5)}`;
  return page
    .replaceAll(/ class="([^"]*)"/g, (_, list: string) => {
      const renamed = list
        .split(' ')
        .map((name) => (names.includes(name) ? rename(name) : name))
        .join(' ');
      return ` class="${renamed}"`;
    })
    .replaceAll(
      new RegExp(`(?<=[\\s,}>'(]|^|tr|\\.table-hover )\\.(${anyName})(?=[\\s,{.:>')])`, 'g'),
      (_, name: string) => `.${rename(name)}`,
    );
}
