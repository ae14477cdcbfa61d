import type { ComponentChild } from 'preact';
import type { PreferencesControl } from '#components/queries/use-preferences.ts';
import { Switch } from '#components/ui/switch.tsx';

/** What is laid over Bondora's pages, part by part; each switch takes effect at once on every open page. */
export function OverlaySwitches({ control }: { control: PreferencesControl }): ComponentChild {
  const { preferences, change } = control;
  const unknown = preferences === undefined;
  const overlay = preferences?.overlay ?? false;
  return (
    <section id="on-the-page" class="bl-card" aria-label="On Bondora’s pages">
      <Switch
        id="switch-overlay"
        label="On Bondora’s pages"
        hint={overlay || unknown ? undefined : 'Off: pages as Bondora made them.'}
        on={overlay}
        disabled={unknown}
        onChange={(on) => void change(() => ({ overlay: on }))}
      />
      <div class={overlay ? 'parts' : 'parts resting'}>
        <Switch
          id="switch-columns"
          label="Columns"
          on={preferences?.columns.on ?? false}
          disabled={unknown}
          onChange={(on) => void change(({ columns }) => ({ columns: { ...columns, on } }))}
        />
        <Switch
          id="switch-filter"
          label="Filter"
          on={preferences?.filter.on ?? false}
          disabled={unknown}
          onChange={(on) => void change(({ filter }) => ({ filter: { ...filter, on } }))}
        />
        <Switch
          id="switch-notes"
          label="Notes"
          on={preferences?.notes.on ?? false}
          disabled={unknown}
          onChange={(on) => void change(({ notes }) => ({ notes: { ...notes, on } }))}
        />
      </div>
    </section>
  );
}
