import type { ComponentChild, ComponentChildren } from 'preact';

/** A part of a long page, with a heading that the page's list of contents leads to. */
export function Section(props: {
  id: string;
  title: string;
  intro?: ComponentChild;
  children: ComponentChildren;
}): ComponentChild {
  const { id, title, intro, children } = props;
  const heading = `${id}-title`;
  return (
    <section id={id} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {intro === undefined ? null : <p class="intro">{intro}</p>}
      {children}
    </section>
  );
}
