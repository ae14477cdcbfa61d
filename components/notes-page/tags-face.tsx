import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { useBackend } from '#components/queries/backend.ts';
import { Section } from '#components/ui/section.tsx';
import { noteLimits } from '#lib/notes/note.ts';
import type { Tag, TagUse } from '#lib/notes/tag.ts';
import { Confirmation } from './confirmation.tsx';
import { countNotes } from './describe-outcome.ts';
import { NewTag } from './new-tag.tsx';
import { TagRow } from './tag-row.tsx';
import { useWork, type Tell } from './use-work.ts';

/** What is asked before a tag changes everywhere. */
type Asked = { about: 'rename'; tag: TagUse; to: string } | { about: 'remove'; tag: TagUse };

/** All tags: made, coloured, renamed, joined and removed, on all notes at once. */
export function TagsFace(props: { tags: readonly TagUse[]; tell: Tell }): ComponentChild {
  const { tags, tell } = props;
  const { ask } = useBackend();
  const { isBusy, run } = useWork(tell);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const save = (tag: Tag, done: string): Promise<boolean> =>
    run(async () => {
      await ask('tags.save', tag);
      tell({ done });
    });
  const act = (sure: Asked): Promise<boolean> =>
    run(async () => {
      const { name } = sure.tag;
      const { notes, undo } =
        sure.about === 'rename'
          ? await ask('tags.rename', { from: name, to: sure.to })
          : await ask('tags.remove', { name });
      const what = sure.about === 'rename' ? `is “${sure.to}” now` : 'is gone';
      tell({ done: `The tag “${name}” ${what}. ${countNotes(notes)} changed.`, undo });
      setAsked(null);
      setRenaming(null);
    });

  return (
    <Section
      id="tags"
      title="Tags"
      intro="A tag that is offered stands ready in every editor. Renaming one renames it on all notes, of all your accounts."
    >
      <NewTag
        isTaken={(name) => tags.some((tag) => tag.name === name)}
        isBusy={isBusy}
        onMake={(tag) => save(tag, `The tag “${tag.name}” is made.`)}
      />
      {asked === null ? null : (
        <Confirmation
          id="confirm-tag"
          {...describe(asked, tags)}
          isDangerous={asked.about === 'remove'}
          isBusy={isBusy}
          onYes={() => void act(asked)}
          onNo={() => setAsked(null)}
        >
          <p>{preview(asked, tags)}</p>
        </Confirmation>
      )}
      {tags.length === 0 ? (
        <p class="empty">
          <b>No tags yet.</b>{' '}
          <span class="bl-quiet">Make one here, or write one into a note: it stands here then.</span>
        </p>
      ) : (
        <ul id="tag-list" class="rows">
          {tags.map((tag) => (
            <TagRow
              key={tag.name}
              tag={tag}
              isBusy={isBusy}
              isRenaming={renaming === tag.name}
              onSave={(change) =>
                void save(
                  { name: tag.name, colour: tag.colour, isPreset: tag.isPreset, ...change },
                  `The tag “${tag.name}” is changed.`,
                )
              }
              onRenaming={(on) => setRenaming(on ? tag.name : null)}
              onRename={(to) => {
                const name = to.trim().slice(0, noteLimits.tag);
                if (name === '' || name === tag.name) setRenaming(null);
                else setAsked({ about: 'rename', tag, to: name });
              }}
              onRemove={() => setAsked({ about: 'remove', tag })}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function findOther(asked: Asked, tags: readonly TagUse[]): TagUse | undefined {
  return asked.about === 'rename' ? tags.find(({ name }) => name === asked.to) : undefined;
}

function describe(asked: Asked, tags: readonly TagUse[]): { title: string; yes: string } {
  const { name } = asked.tag;
  if (asked.about === 'remove') return { title: `Remove the tag “${name}”?`, yes: 'Remove the tag' };
  return findOther(asked, tags) === undefined
    ? { title: `Rename “${name}” to “${asked.to}”?`, yes: 'Rename the tag' }
    : { title: `Join “${name}” with “${asked.to}”?`, yes: 'Join the tags' };
}

function preview(asked: Asked, tags: readonly TagUse[]): string {
  const { notes } = asked.tag;
  const carried =
    notes === 0 ? 'No note carries it.' : `${countNotes(notes)} ${notes === 1 ? 'carries' : 'carry'} it.`;
  if (asked.about === 'remove') return `${carried} The notes stay; the tag goes off them.`;
  const other = findOther(asked, tags);
  return other === undefined
    ? carried
    : `${carried} “${other.name}” is on ${countNotes(other.notes)} already. They become one tag.`;
}
