import { describe, expect, it } from 'vitest';
import { pick } from './parse-page.ts';
import { find, makeOurs, markup, watchPage } from './watch-stage.ts';

describe('a fight with another script', () => {
  it('ends when another script keeps taking our cells away', async () => {
    const { document, told, frame, table, watch, fights, pass } = watchPage();
    const first = pick(table.element, 'tbody tr');
    for (let round = 0; round < 20; round += 1) {
      const cell = makeOurs(document);
      watch.write(() => first.append(cell));
      cell.remove();
      await frame();
      pass(100);
    }
    expect(fights).toHaveBeenCalledTimes(1);
    expect(told).toHaveLength(4);
  });

  it('is not seen in slow changes', async () => {
    const { document, frame, table, watch, fights, pass } = watchPage();
    const first = pick(table.element, 'tbody tr');
    for (let round = 0; round < 20; round += 1) {
      const cell = makeOurs(document);
      watch.write(() => first.append(cell));
      cell.remove();
      pick(first, 'td').textContent = String(round);
      await frame();
      pass(2000);
    }
    expect(fights).not.toHaveBeenCalled();
  });

  it('ends when the table is replaced without end', async () => {
    const { document, frame, watch, fights, pass } = watchPage();
    for (let round = 0; round < 20; round += 1) {
      pick(document, '#box').innerHTML = markup;
      await frame();
      watch.follow(find(document));
      pass(50);
    }
    expect(fights).toHaveBeenCalledTimes(1);
  });
});
