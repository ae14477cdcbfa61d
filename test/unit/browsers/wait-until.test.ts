import { describe, expect, it } from 'vitest';
import { waitUntil } from '#test/browsers/wait-until.ts';

describe('waiting', () => {
  it('asks again after a throw and after an empty answer, and gives the first real one', async () => {
    const answers = [() => undefined, () => Promise.reject(new Error('too early')), () => 0, () => 'here'];
    const answer = await waitUntil('it', async () => answers.shift()?.());
    expect(answer).toBe('here');
    expect(answers).toEqual([]);
  });

  it('says what it waited for, and keeps the last reason', async () => {
    const reason = new Error('no such window');
    await expect(waitUntil('the window', () => Promise.reject(reason), 1)).rejects.toMatchObject({
      message: 'Waited 0.001 s in vain for the window.',
      cause: reason,
    });
  });
});
