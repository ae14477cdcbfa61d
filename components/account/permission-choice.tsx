import type { ComponentChild } from 'preact';
import { usesOf, type Permission, type PermissionUse } from '#lib/base/permissions.ts';

/** One permission to ask for or not: what it allows, what Bondora calls it, and which features need it. */
export function PermissionChoice(props: {
  permission: Permission;
  checked: boolean;
  onChange: (on: boolean) => void;
}): ComponentChild {
  const { permission, checked, onChange } = props;
  const { scope, allows, spends } = permission;
  const id = `permission-${scope}`;
  const uses = usesOf(scope);
  const needed = uses.some(({ ready }) => ready);
  return (
    <li class="bl-choice">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={`${id}-uses`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>
        {allows[0]?.toUpperCase() + allows.slice(1)} <span class="bl-quiet mono">{scope}</span>
      </label>
      {needed ? null : <span class="bl-badge">not needed yet</span>}
      <div id={`${id}-uses`} class="bl-quiet uses">
        {spends ? <p>Can spend your money.</p> : null}
        {uses.map((use) => (
          <Use key={use.title} use={use} toCome={needed && !use.ready} />
        ))}
      </div>
    </li>
  );
}

/** A feature that needs the permission, with what else it needs. */
function Use({ use, toCome }: { use: PermissionUse; toCome: boolean }): ComponentChild {
  const { title, why, besides } = use;
  const also = besides.map(({ allows }) => `“${allows}”`).join(', ');
  return (
    <p>
      <b>{title}</b>
      {toCome ? ' (to come)' : ''}
      {also === '' ? '' : `, with ${also}`}: {why}
    </p>
  );
}
