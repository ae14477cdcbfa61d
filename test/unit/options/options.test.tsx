// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createScriptedBackground } from '#test/unit/popup/scripted-background.ts';
import { openOptions } from './open-options.tsx';

describe('the options as a page', () => {
  it('leads from its contents to each section', async () => {
    const page = await openOptions(createScriptedBackground());
    const targets = [...page.find('nav').querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(targets).toEqual([
      '#welcome',
      '#account',
      '#columns',
      '#taught',
      '#assumptions',
      '#mirror',
      '#data',
      '#language',
      '#fields',
      '#keys',
    ]);
    for (const target of targets) expect(page.find(`section${target} h2`).textContent).not.toBe('');
  });

  it('labels every field', async () => {
    const page = await openOptions(createScriptedBackground());
    const unlabelled = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(
      (field) => (field.labels?.length ?? 0) === 0,
    );
    expect(unlabelled.map((field) => field.id)).toEqual([]);
    expect(page.has('#client-id')).toBe(true);
  });
});
