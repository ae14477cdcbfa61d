// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  application,
  asking,
  createScriptedBackground,
  linked,
  market,
  myAccount,
  notLinked,
  refuse,
  openAtRest,
} from './scripted-background.ts';
import { openPopup } from './open-popup.tsx';

const first = `#identify-${myAccount.id}`;

describe('the question which account was linked', () => {
  it('is not there while nothing is open', async () => {
    const page = await openPopup(createScriptedBackground({ account: linked, market }));
    await page.see(() => page.find('#available'));
    expect(page.has('#account-question')).toBe(false);
  });

  it('stands above everything else, with an answer for each account and one for a new one', async () => {
    const page = await openPopup(createScriptedBackground({ account: asking, market }));
    await page.see(() => page.find('#account-question'));
    expect(page.find('main').firstElementChild?.id).toBe('account-question');
    expect(page.text('#account-question h2')).toBe('Which account did you just link?');
    expect(page.text('#account-question p')).toContain('the notes of your accounts stay apart');
    const answers = [...page.find('#account-question').querySelectorAll('button')];
    expect(answers.map((button) => button.textContent)).toEqual(['It is My account', 'Another account']);
    expect(page.text('#available')).toBe('1,422.23 €');
  });

  it.each([
    ['the account that was known', first, myAccount.id, 'My account'],
    ['another one', '#identify-other', null, 'Account'],
  ])('is answered with %s', async (_, button, same, title) => {
    const background = createScriptedBackground({ account: asking, market });
    const page = await openPopup(background);
    await page.see(() => page.find(button));
    await page.click(button);
    await page.see(() => expect(page.has('#account-question')).toBe(false));
    expect(background.sent).toEqual([['account.identify', { same }]]);
    expect(page.text('#account-title')).toBe(title);
  });

  it('stays when the answer could not be kept, and says why', async () => {
    const page = await openPopup(
      createScriptedBackground(
        { account: asking },
        { 'account.identify': refuse('disk-full', 'The disk is full.') },
      ),
    );
    await page.see(() => page.find(first));
    await page.click(first);
    await page.see(() => expect(page.text('#problem')).toBe('The disk is full.'));
    expect(page.findAs(HTMLButtonElement, first).disabled).toBe(false);
  });

  it('takes the focus when it comes up, and not when it was there before', async () => {
    const background = createScriptedBackground({ account: linked });
    const page = await openPopup(background);
    await page.see(() => page.find('#available'));
    await page.see(() => expect(background.countOpen()).toBe(openAtRest));
    background.knows.account = asking;
    background.pulse('account');
    await page.see(() => expect(document.activeElement?.id).toBe('account-question-title'));

    const later = await openPopup(background);
    await later.see(() => later.find('#account-question'));
    await later.see(() => expect(background.countOpen()).toBe(2 * openAtRest));
    expect(document.activeElement).toBe(document.body);
  });

  it('comes before linking once more where no account is linked', async () => {
    const page = await openPopup(
      createScriptedBackground({ application, account: { ...notLinked, question: asking.question } }),
    );
    await page.see(() =>
      expect(page.text('#account')).toContain('as soon as the question above is answered'),
    );
    expect(page.has('#link')).toBe(false);
  });
});
