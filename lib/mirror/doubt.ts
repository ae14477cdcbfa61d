import { tableSpecs, type PulledTable } from './table-specs.ts';
import { countRows, type TableHead } from './table.ts';

// Below this a list can lose half of its rows within an hour by chance.
const largeTable = 1000;

/**
 * Whether a pull brought so few rows that it is better not believed yet: less than half of a large table, or nothing of one
 * that is never empty. When the pull before it was doubted too, the fewness is a fact.
 */
export function isDoubtful(table: PulledTable, standing: TableHead, arrived: number): boolean {
  if (standing.doubted !== null) return false;
  const rows = countRows(standing);
  return (
    (rows > largeTable && arrived < rows / 2) || (tableSpecs[table].neverEmpty && rows > 0 && arrived === 0)
  );
}
