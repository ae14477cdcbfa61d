// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { describe, expect, it } from 'vitest';
import type { LoanKey } from '#lib/loan/ids.ts';
import { startView } from '#lib/views/shipped-views.ts';
import type { FormulaColumn } from '#lib/views/view.ts';
import { withFilter, withView } from './choose-view.ts';
import { createOverlayStage, type OverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { press, type } from './trusted-events.ts';

const secret = 'Nobody may read this';
const loan = 'loan:1001' as LoanKey;
const formula = 'discount < -12.25%';

async function openNote(): Promise<OverlayStage> {
  const stage = createOverlayStage(undefined, (background) => {
    const [column] = startView.formulaColumns as [FormulaColumn];
    const formulaColumns = [{ ...column, title: 'My secret ratio', formula: 'price * 2' }];
    background.preferences = withFilter(withView(background.preferences, { formulaColumns }), { formula });
    background.keepNote(loan, { text: secret, colour: 'violet', tags: ['tagged'] });
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
    for (const word of [secret, formula, 'violet', 'tagged', 'My secret ratio', 'price * 2'])
      expect(found.join('\n')).not.toContain(word);
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
    for (const name of ['mark', 'bar', 'panel', 'title', 'strip'])
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
