import { describeType } from '#lib/formula/value-type.ts';
import type { FieldSource } from '#lib/loan/field.ts';
import { describeField, fieldGroups } from '#lib/loan/field-help.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';

/** A field of the catalogue in words. */
export interface FieldEntry {
  id: FieldId;
  label: string;
  /** Further names. */
  aliases: readonly string[];
  kind: string;
  meaning: string;
  sources: string;
  /** The words that a field of codes is compared with. */
  words: readonly string[];
}

const sourceNames: Readonly<Record<FieldSource, string>> = {
  page: 'Bondora’s pages',
  market: 'the secondary market',
  auction: 'auctions',
  'loan-part': 'details of loan parts',
  investment: 'your investments',
  'public-data': 'the public loan book',
  report: 'your reports',
  mirror: 'what this browser has seen',
  derived: 'calculated',
  note: 'your notes',
};

/**
 * The fields in which every word of a search is found: in a name, the id, the kind, the meaning or a source.
 * Groups in which none is found are left out; an empty search finds all.
 */
export function findFields(search: string): { group: string; fields: FieldEntry[] }[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return Object.entries(fieldGroups)
    .map(([group, help]) => ({
      group,
      fields: (Object.keys(help) as FieldId[]).map(describe).filter((field) => {
        const { id, label, aliases, kind, meaning, sources, words } = field;
        const text = [id, label, ...aliases, kind, meaning, sources, ...words].join(' ').toLowerCase();
        return wanted.every((word) => text.includes(word));
      }),
    }))
    .filter(({ fields }) => fields.length > 0);
}

function describe(id: FieldId): FieldEntry {
  const { label, aliases = [], kind, unit, labels = {} } = getField(id);
  const { meaning, sources } = describeField(id);
  return {
    id,
    label,
    aliases,
    kind: describeType({ kind: kind === 'instant' ? 'day' : kind, unit }),
    meaning,
    sources: sources.map((source) => sourceNames[source]).join(', '),
    words: Object.values(labels),
  };
}
