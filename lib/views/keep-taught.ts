import { taughtLimits, type TaughtPage } from './taught-page.ts';

/** What is the same in two lessons about one table: where it stands, and its headers. */
type TaughtTable = Pick<TaughtPage, 'host' | 'path' | 'headers'>;

/** Whether two lessons are about the same table of the same pages, so that the later takes the other's place. */
export function isSameTable(one: TaughtTable, other: TaughtTable): boolean {
  return (
    one.host === other.host &&
    one.path === other.path &&
    one.headers.length === other.headers.length &&
    one.headers.every((header, at) => header === other.headers[at])
  );
}

/**
 * The taught pages with one more, the latest first; it takes the place of what was taught of the same table. undefined when
 * there are as many as are kept.
 */
export function addTaught(pages: readonly TaughtPage[], page: TaughtPage): TaughtPage[] | undefined {
  const others = removeTaught(pages, page.id).filter((other) => !isSameTable(other, page));
  return others.length >= taughtLimits.pages ? undefined : [page, ...others];
}

/** The taught pages without one. */
export function removeTaught(pages: readonly TaughtPage[], id: string): TaughtPage[] {
  return pages.filter((page) => page.id !== id);
}
