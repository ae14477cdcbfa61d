import { isFormulaColumnId, type AddedColumnId } from '../column-ids.ts';

/**
 * Whether a column can have a value on a page of this kind. In an auction nothing is priced, paid or late yet, so that of our
 * own columns none can; what the user wrote is always tried.
 */
export function fitsPage(id: AddedColumnId, kind: string): boolean {
  return kind !== 'primary-market' || isFormulaColumnId(id);
}
