import type { ComponentChild, ComponentChildren } from 'preact';

/** A framed part of a page with its heading, and something small beside the heading. */
export function Card(props: {
  id: string;
  title: string;
  aside?: ComponentChild;
  children: ComponentChildren;
}): ComponentChild {
  const heading = `${props.id}-title`;
  return (
    <section id={props.id} class="bl-card" aria-labelledby={heading}>
      <div class="bl-card-head">
        <h2 id={heading}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
