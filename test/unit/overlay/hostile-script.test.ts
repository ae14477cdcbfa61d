// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { describe, expect, it } from 'vitest';
import type { FormulaColumnId } from '#lib/views/column-ids.ts';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import { startView } from '#lib/views/shipped-views.ts';
import type { FormulaColumn } from '#lib/views/view.ts';
import { withFilter, withView } from './choose-view.ts';
import { createOverlayStage, type OverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { press, type } from './trusted-events.ts';

const secret = 'Nobody may read this';
const loan = 'loan:1001' as LoanKey;
const lost = 'Nobody may read what was lost';
const formula = 'discount < -12.25%';
/** Columns of the person's own that show what was noted. */
const noted = ['note', 'tags', 'mark', 'note colour'];

async function openNote(): Promise<OverlayStage> {
  const stage = createOverlayStage(undefined, (background) => {
    const [column] = startView.formulaColumns as [FormulaColumn];
    const own = (id: FormulaColumnId, written: string): FormulaColumn => ({
      ...column,
      id,
      title: 'My secret ratio',
      formula: written,
    });
    const formulaColumns = [
      own('formula', 'price * 2'),
      ...noted.map((name, i) => own(`formula-${i}`, name)),
    ];
    const columns = [
      ...startView.columns,
      ...noted.map((_, i) => ({ id: `formula-${i}`, width: null }) as const),
    ];
    const view = { formulaColumns, columns };
    background.preferences = withFilter(withView(background.preferences, view), { formula });
    background.keepNote(loan, { text: secret, colour: 'violet', tags: ['tagged'], mark: 'avoid' });
    background.tags = [{ name: 'preset', colour: 'blue', isPreset: true, notes: 0 }];
    const at = Date.UTC(2026, 10, 21);
    const draft = { text: lost, colour: 'none', tags: [] } as const;
    const place = { account: '00000000-0000-4000-8000-00000000aaaa' as AccountId, loan };
    background.drafts.set('elsewhere', { ...place, editor: 'elsewhere', draft, revision: 1, at });
  });
  await stage.mark('ready');
  press(find(stage.parts.roots('mark')[0] as ShadowRoot, 'button.note'));
  return stage;
}

describe('a hostile script of the page', () => {
  it('finds no note, no colour, no filter and no title of the person’s own in the document', async () => {
    const stage = await openNote();
    expect((find(stage.parts.frame('panel'), 'textarea') as HTMLTextAreaElement).value).toBe(secret);
    await stage.until(() => stage.parts.roots('bar')[0]?.querySelector('iframe') instanceof HTMLElement);
    const found = [document.documentElement.outerHTML];
    for (const element of document.querySelectorAll('*')) found.push(element.shadowRoot?.textContent ?? '');
    await stage.until(() => stage.parts.frame('panel').querySelector('.offer') !== null);
    const cells = noted.map((_, i) =>
      stage.rows()[0]?.querySelector(`[data-bondlens-column="formula-${i}"]`),
    );
    const shown = stage.parts.roots('value').map((root) => root.querySelector('span'));
    // They are there for the person's eyes and for screen readers.
    expect(shown.slice(0, 4).map((span) => [span?.dataset['text'], span?.ariaLabel])).toEqual(
      [secret, 'tagged', 'avoid', 'violet'].map((text) => [text, text]),
    );
    expect(cells.map((cell) => (cell as HTMLElement).dataset['value'])).toEqual(['', '', '', '']);
    const words = [
      secret,
      lost,
      formula,
      'violet',
      'tagged',
      'avoid',
      'preset',
      'My secret ratio',
      'price * 2',
    ];
    for (const word of words) expect(found.join('\n')).not.toContain(word);
    expect(window.length).toBe(0);
  });

  it('hears nothing of what is typed', async () => {
    const stage = await openNote();
    const heard: string[] = [];
    for (const name of ['input', 'keydown', 'click', 'change', 'beforeinput'])
      addEventListener(name, (event) => heard.push(event.type), true);
    type(find(stage.parts.frame('panel'), 'textarea') as HTMLTextAreaElement, `${secret}!`);
    press(find(stage.parts.frame('panel'), '.red input'));
    expect(heard).toEqual([]);
  });

  it('presses nothing, not even with hold of the elements', async () => {
    const stage = await openNote();
    const panel = stage.parts.frame('panel');
    find(panel, '.close').click();
    expect(stage.parts.has('panel')).toBe(true);
    const area = find(panel, 'textarea') as HTMLTextAreaElement;
    area.value = 'forged';
    area.dispatchEvent(new Event('input', { bubbles: true }));
    find(panel, 'button[type=submit]').click();
    stage.background.pulse('notes');
    await stage.mark('ready');
    expect(stage.background.notes.get(loan)?.text).toBe(secret);
    expect(stage.background.asked.map(([name]) => name)).not.toContain('notes.save');
  });

  it('gets no root by defining our elements as its own', async () => {
    const caught: (ShadowRoot | null)[] = [];
    for (const name of ['mark', 'bar', 'panel', 'title', 'value', 'strip'])
      customElements.define(
        `bondlens-${name}`,
        class extends HTMLElement {
          constructor() {
            super();
            const internals = this.attachInternals();
            setTimeout(() => caught.push(internals.shadowRoot, this.shadowRoot));
          }
        },
      );
    const stage = await openNote();
    await stage.until(() => caught.length > 0);
    expect(caught.filter((root) => root !== null)).toEqual([]);
    expect(stage.parts.has('panel')).toBe(true);
  });
});
