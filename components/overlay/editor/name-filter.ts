import type { Filter } from '#lib/views/view.ts';

/** What a filter is called: by its name, else by what it does. */
export function nameFilter({ name, effect, formula }: Pick<Filter, 'name' | 'effect' | 'formula'>): string {
  if (name.trim() !== '') return name;
  const does = effect.do === 'highlight' ? `Colour ${effect.colour}` : effect.do === 'hide' ? 'Hide' : 'Fade';
  const text = formula.trim();
  return text === '' ? `${does}: empty` : `${does}: ${text.length > 32 ? `${text.slice(0, 31)}…` : text}`;
}
