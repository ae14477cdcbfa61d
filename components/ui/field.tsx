import type { ComponentChild, ComponentChildren } from 'preact';

/** A control under its label, with a hint that screen readers read along: the control names `<id>-hint`. */
export function Field(props: {
  id: string;
  label: string;
  hint?: ComponentChild;
  children: ComponentChildren;
}): ComponentChild {
  const { id, label, hint, children } = props;
  return (
    <div class="bl-field">
      <label for={id}>{label}</label>
      {children}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class="bl-quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
