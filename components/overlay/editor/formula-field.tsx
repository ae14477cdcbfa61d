import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { completeFormula, type Completion, type Completions } from '#lib/formula/complete.ts';
import type { FormulaError } from '#lib/formula/formula-error.ts';
import { formulaLimits } from '#lib/formula/limits.ts';
import type { Names } from '#lib/formula/names.ts';
import { describeField } from '#lib/loan/field-help.ts';
import { CompletionList } from './completion-list.tsx';

/** A field for a formula: what could follow is offered while typing, with a sentence about each; a fault is underlined. */
export function FormulaField(props: {
  id: string;
  label: string;
  value: string;
  placeholder?: string;
  names: Names;
  error: FormulaError | null;
  /** Id of the element that says what is wrong. */
  errorId: string;
  onType: (text: string) => void;
  /** Enter was pressed, or the field was left. */
  onDone: () => void;
  /** Whether a list is open: what is around may make room. */
  onOpen?: (isOpen: boolean) => void;
}): ComponentChild {
  const { id, label, value, placeholder, names, error, errorId, onType, onDone, onOpen } = props;
  const [offered, setOffered] = useState<Completions | null>(null);
  const [active, setActive] = useState(0);
  const options = offered?.options ?? [];
  const isOpen = options.length > 0;

  const show = (next: Completions | null): void => {
    if ((next?.options.length ?? 0) > 0 !== isOpen) onOpen?.(!isOpen);
    setOffered(next);
    setActive(0);
  };
  const complete = (field: HTMLInputElement): void => {
    const caret = field.selectionStart ?? field.value.length;
    show(completeFormula(field.value, caret, names, (of) => describeField(of).meaning));
  };
  const take = (field: HTMLInputElement, { text, kind }: Completion): void => {
    if (offered === null) return;
    const put = kind === 'function' ? text : `${text} `;
    const next = value.slice(0, offered.start) + put + value.slice(offered.end).trimStart();
    field.value = next;
    const caret = offered.start + put.length;
    field.setSelectionRange(caret, caret);
    show(null);
    onType(next);
    field.focus();
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }): void => {
    const field = event.currentTarget;
    const chosen = options[active];
    if (event.key === 'ArrowDown' && !isOpen) complete(field);
    else if (event.key === 'ArrowDown') setActive((active + 1) % options.length);
    else if (event.key === 'ArrowUp' && isOpen) setActive((active + options.length - 1) % options.length);
    else if (event.key === 'Escape' && isOpen) {
      // Closes the list alone, not what it stands in.
      event.stopPropagation();
      show(null);
    } else if (event.key === 'Tab' && isOpen && !event.shiftKey && chosen !== undefined) take(field, chosen);
    else if (event.key === 'Enter') {
      show(null);
      onDone();
    } else return;
    event.preventDefault();
  };

  return (
    <div class="field">
      <input
        id={id}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-options`}
        aria-activedescendant={isOpen ? `${id}-option-${active}` : undefined}
        aria-invalid={error !== null}
        aria-describedby={errorId}
        placeholder={placeholder}
        spellcheck={false}
        autocomplete="off"
        maxLength={formulaLimits.length}
        value={value}
        onInput={(event) => {
          onType(event.currentTarget.value);
          complete(event.currentTarget);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          show(null);
          onDone();
        }}
        onScroll={({ currentTarget: field }) => follow(field.nextElementSibling)}
      />
      {error === null ? null : (
        <div ref={follow} class="fault" aria-hidden="true">
          {' '.repeat(error.start)}
          <u>{' '.repeat(Math.max(1, error.end - error.start))}</u>
        </div>
      )}
      <CompletionList
        id={id}
        options={options}
        active={active}
        onTake={(option, list) => {
          const field = list.closest('.field')?.querySelector('input');
          if (field) take(field, option);
        }}
      />
    </div>
  );
}

/** Keeps the line under the fault below the text of the field before it, however far that is scrolled. */
function follow(fault: Element | null): void {
  if (fault?.className === 'fault') fault.scrollLeft = fault.previousElementSibling?.scrollLeft ?? 0;
}
