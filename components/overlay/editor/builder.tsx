import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Day } from '#lib/base/day.ts';
import type { BuilderGroup, BuilderModel } from '#lib/views/builder-model.ts';
import { createRow } from '#lib/views/builder-choices.ts';
import { changeGroup, changePart, movePart, type BuilderPath } from './builder-change.ts';
import { BuilderRowFields } from './builder-row.tsx';
import { MoveButtons } from './move-buttons.tsx';

const joints: Record<BuilderGroup['group'], string> = {
  all: 'All of these hold',
  any: 'Any of these holds',
  none: 'None of these holds',
};

interface BuilderProps {
  model: BuilderModel;
  today: Day;
  onChange: (model: BuilderModel) => void;
}

/** A filter as rows of field, comparison and value, in groups. */
export function Builder({ model, today, onChange }: BuilderProps): ComponentChild {
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  // What was added or moved gets the focus, so that one can go on at once.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    root.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  }, [model]);
  const change = (next: BuilderModel, focus?: string): void => {
    wanted.current = focus ?? null;
    onChange(next);
  };
  return (
    <div class="builder" ref={root}>
      <Group root={model} group={model} path={[]} today={today} onChange={change} />
    </div>
  );
}

function Group(props: {
  root: BuilderModel;
  group: BuilderGroup;
  path: BuilderPath;
  today: Day;
  onChange: (model: BuilderModel, focus?: string) => void;
}): ComponentChild {
  const { root, group, path, today, onChange } = props;
  const place = path.length === 0 ? 'The filter' : `Group ${nameOf(path)}`;
  const add = (part: BuilderGroup['parts'][number]): void => {
    const next = changeGroup(root, path, (one) => ({ ...one, parts: [...one.parts, part] }));
    const selector = 'group' in part ? '[data-joint]' : 'select';
    onChange(next, `[data-part="${nameOf([...path, group.parts.length])}"] ${selector}`);
  };
  return (
    <fieldset class="group" aria-label={place}>
      <div class="joint-line">
        <select
          data-joint
          aria-label={`${place}: how its rows are joined`}
          value={group.group}
          onChange={(event) => {
            const joint = event.currentTarget.value as BuilderGroup['group'];
            onChange(changeGroup(root, path, (one) => ({ ...one, group: joint })));
          }}
        >
          {Object.entries(joints).map(([joint, title]) => (
            <option key={joint} value={joint}>
              {title}
            </option>
          ))}
        </select>
        <button type="button" onClick={() => add(createRow('discount', today))}>
          + Row
        </button>
        {path.length < 3 ? (
          <button type="button" onClick={() => add({ group: 'any', parts: [createRow('discount', today)] })}>
            + Group
          </button>
        ) : null}
      </div>
      <ul>
        {group.parts.map((part, at) => {
          const own = [...path, at];
          const name = nameOf(own);
          const what = 'group' in part ? `group ${name}` : `row ${name}`;
          return (
            <li key={at} data-part={name}>
              {'group' in part ? (
                <Group root={root} group={part} path={own} today={today} onChange={onChange} />
              ) : (
                <BuilderRowFields
                  row={part}
                  name={`Row ${name}`}
                  today={today}
                  onChange={(row) => onChange(changePart(root, own, () => row))}
                />
              )}
              <MoveButtons
                what={what}
                isFirst={at === 0}
                isLast={at === group.parts.length - 1}
                onMove={(by) =>
                  onChange(
                    movePart(root, own, by),
                    `[data-part="${nameOf([...path, at + by])}"] > .moves [data-by="${by}"]:enabled, [data-part="${nameOf([...path, at + by])}"] > .moves button:enabled`,
                  )
                }
                onRemove={() =>
                  onChange(
                    changePart(root, own, () => null),
                    `[data-part="${nameOf(path)}"] [data-joint], [data-joint]`,
                  )
                }
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** `2.1`: the first part of the second. */
function nameOf(path: BuilderPath): string {
  return path.map((at) => at + 1).join('.');
}
