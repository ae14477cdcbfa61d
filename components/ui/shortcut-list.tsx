import type { ComponentChild } from 'preact';
import { shortcuts, type Shortcut } from './shortcuts.ts';

/** The keys of one place after another. */
export function ShortcutList(): ComponentChild {
  return (
    <>
      {Object.entries<readonly Shortcut[]>(shortcuts).map(([place, keys]) => (
        <div key={place} class="shortcuts">
          <h3>{place}</h3>
          <dl>
            {keys.map((shortcut) => (
              <div key={shortcut.keys}>
                <dt>{shortcut.keys}</dt>
                <dd>{shortcut.does}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}
