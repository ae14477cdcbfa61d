import type { ComponentChild } from 'preact';
import { Section } from '#components/ui/section.tsx';
import { ShortcutList } from '#components/ui/shortcut-list.tsx';

/** Every key that Bondlens answers to. */
export function KeysSection(): ComponentChild {
  return (
    <Section
      id="keys"
      title="Keys"
      intro="Everything works without a mouse. The Tab key leads to each control; these keys do more."
    >
      <ShortcutList />
    </Section>
  );
}
