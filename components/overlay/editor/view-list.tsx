import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import {
  chooseView,
  isViewChanged,
  readCurrentView,
  removeView,
  renameView,
  saveCurrentView,
  saveViewAs,
} from '#lib/views/current-view.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import { shippedViews } from '#lib/views/shipped-views.ts';
import { writeViewText } from '#lib/views/view-text.ts';
import { viewLimits, type View } from '#lib/views/view.ts';
import { PasteView } from './paste-view.tsx';
import { PrivateText } from './private-text.tsx';

export interface ViewListProps {
  preferences: Preferences;
  onChange: (make: (now: Preferences) => Partial<Preferences>) => void;
  /** Puts a text on the clipboard. */
  copy: (text: string) => Promise<void>;
}

/** The views to choose from, and everything that can be done with the current one. */
export function ViewList({ preferences, onChange, copy }: ViewListProps): ComponentChild {
  const [said, setSaid] = useState('');
  const [undo, setUndo] = useState<Pick<Preferences, 'views' | 'current'> | null>(null);
  const [mode, setMode] = useState<'list' | 'save' | 'rename' | 'paste'>('list');
  const current = readCurrentView(preferences);
  const isOwn = preferences.views.some(({ id }) => id === preferences.current.id);
  const isChanged = isViewChanged(preferences);

  const change = (make: (now: Preferences) => Partial<Preferences> | undefined, done: string): void => {
    let isDone = true;
    onChange((now) => {
      const parts = make(now);
      isDone = parts !== undefined;
      return parts ?? {};
    });
    setSaid(isDone ? done : `There are ${viewLimits.views} views already: delete one first.`);
    setUndo(null);
    setMode('list');
  };
  const remove = (): void => {
    const before = { views: preferences.views, current: preferences.current };
    change((now) => removeView(now, now.current.id), '');
    setUndo(before);
  };
  const send = (): void => {
    copy(writeViewText(current)).then(
      () => setSaid('The view is on the clipboard, as a text.'),
      () => setSaid('The browser did not let Bondlens copy.'),
    );
  };

  return (
    <div class="view-list">
      <div class="line">
        <strong>
          <PrivateText text={current.name} />
          {isChanged ? ' (changed)' : ''}
        </strong>
        {isOwn && isChanged ? (
          <button type="button" class="primary" onClick={() => change(saveCurrentView, 'Saved.')}>
            Save
          </button>
        ) : null}
        {isChanged ? (
          <button
            type="button"
            onClick={() => change((now) => chooseView(now.current.id), 'Your changes are undone.')}
          >
            Undo changes
          </button>
        ) : null}
      </div>
      <div class="line">
        <button type="button" onClick={() => setMode('save')}>
          Save as…
        </button>
        {isOwn ? (
          <>
            <button type="button" onClick={() => setMode('rename')}>
              Rename…
            </button>
            <button type="button" onClick={remove}>
              Delete
            </button>
          </>
        ) : null}
        <button type="button" onClick={send}>
          Copy as text
        </button>
        <button type="button" onClick={() => setMode('paste')}>
          Paste a view…
        </button>
      </div>
      {mode === 'save' || mode === 'rename' ? (
        <NameForm
          key={mode}
          label={mode === 'save' ? 'Name of the new view' : 'New name'}
          name={current.name}
          onDone={(name) =>
            mode === 'save'
              ? change((now) => saveViewAs(now, readCurrentView(now), name), 'Saved as a view of your own.')
              : change((now) => renameView(now, now.current.id, name), 'Renamed.')
          }
          onCancel={() => setMode('list')}
        />
      ) : null}
      {mode === 'paste' ? (
        <PasteView
          onTake={(view) => change((now) => saveViewAs(now, view, view.name), 'The view is yours now.')}
          onCancel={() => setMode('list')}
        />
      ) : null}
      <p role="status" class="line">
        {said}
        {undo === null ? null : (
          <>
            Deleted.{' '}
            <button type="button" onClick={() => change(() => undo, 'The view is back.')}>
              Undo
            </button>
          </>
        )}
      </p>
      <ViewChoices
        title="Your views"
        views={preferences.views}
        preferences={preferences}
        onChange={onChange}
      />
      <ViewChoices title="From Bondlens" views={shippedViews} preferences={preferences} onChange={onChange} />
    </div>
  );
}

function ViewChoices(props: {
  title: string;
  views: readonly (View & { about?: string })[];
  preferences: Preferences;
  onChange: ViewListProps['onChange'];
}): ComponentChild {
  const { title, views, preferences, onChange } = props;
  if (views.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="views">
        {views.map(({ id, name, about }) => (
          <li key={id}>
            <button
              type="button"
              class="plain"
              aria-label={about === undefined ? name : undefined}
              aria-pressed={preferences.current.id === id}
              onClick={() => onChange(() => chooseView(id))}
            >
              {about === undefined ? <PrivateText text={name} /> : <b>{name}</b>}
              {about === undefined ? null : <small>{about}</small>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function NameForm(props: {
  label: string;
  name: string;
  onDone: (name: string) => void;
  onCancel: () => void;
}): ComponentChild {
  const { label, name, onDone, onCancel } = props;
  const [typed, setTyped] = useState(name);
  return (
    <form
      class="line"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onDone(typed);
      }}
    >
      <input
        ref={selectFirst}
        aria-label={label}
        maxLength={viewLimits.name}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="primary" disabled={typed.trim() === ''}>
        Save
      </button>
      <button type="button" class="plain" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}

function selectFirst(field: HTMLInputElement | null): void {
  field?.select();
}
