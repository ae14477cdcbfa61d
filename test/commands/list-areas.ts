import { readdirSync } from 'node:fs';

/**
 * The areas in a folder: its files that export `area` and `run`.
 * @param folder where to look
 * @param wanted names of areas; none means all. An unknown name ends the process with the names there are.
 */
export async function listAreas<Area extends { area: string }>(
  folder: URL,
  wanted: readonly string[],
): Promise<Area[]> {
  const found: Area[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith('.ts') || file === 'run.ts') continue;
    const module = (await import(new URL(file, folder).href)) as Partial<Area>;
    if (typeof module.area === 'string') found.push(module as Area);
  }
  const unknown = wanted.filter((name) => !found.some((area) => area.area === name));
  if (unknown.length > 0) {
    console.error(
      `No area ${unknown.join(', ')}. There is: ${found.map((area) => area.area).join(', ') || 'none yet'}.`,
    );
    process.exit(1);
  }
  return wanted.length === 0 ? found : found.filter((area) => wanted.includes(area.area));
}
