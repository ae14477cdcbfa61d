import Papa from 'papaparse';

const delimiters = [';', ',', '\t'] as const;
const looksLikeLoan =
  /^\s*'?(?:loan:)?(?:\d{1,15}(?:-\d+)?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*$/i;
// Enough to tell by which sign cells are parted.
const sample = 50;

/** The text of a table as spreadsheets save it: UTF-8 or UTF-16 by its mark, else UTF-8, else the old Windows encoding. */
export function decodeTable(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * The rows of a table whose cells are parted by semicolons, commas or tabs: by that of them under which most rows have a cell
 * that is a loan's number and nothing else. Notes may hold any of these signs, so counting them would not tell.
 */
export function readCsv(text: string): string[][] {
  const counted = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: sample });
    return { delimiter, rows: data.filter((row) => row.some((cell) => looksLikeLoan.test(cell))).length };
  });
  const [best] = counted.toSorted((a, b) => b.rows - a.rows);
  return Papa.parse<string[]>(text, { delimiter: best?.delimiter ?? ';' }).data;
}

/** A table as a CSV file that spreadsheets open: they take it for UTF-8 by the mark at its start. */
export function writeCsv(rows: string[][]): string {
  return `\uFEFF${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}
