import type { NoteMark } from '#components/notes/note-mark.ts';
import tokens from '#components/ui/tokens.css?inline';
import type { Judgement } from '#lib/views/apply-filters.ts';
import { createClosedRoot, createSheet } from './closed-root.ts';
import { nameVerdict, verdictNames } from './name-verdict.ts';
import type { PageLook } from './page-look.ts';
import css from './row-marks.css?inline';

/** The two small buttons at the end of a row: its note, and why the filter judged it so. Private: within a closed root. */
export interface RowMark {
  readonly host: HTMLElement;
  /** null where notes are switched off. */
  showNote(mark: NoteMark | null): void;
  /** null while no filter is set. */
  showJudgement(judgement: Judgement | null): void;
}

/** Makes the marks of rows, all from one model. No rendering library here: there may be a thousand. */
export function createRowMarks(look: PageLook, signal: AbortSignal): (onPress: RowMarkPresses) => RowMark {
  const sheets = [createSheet(tokens), createSheet(`${css} :host { color-scheme: ${look} !important }`)];
  const model = createModel();
  return (onPress) => {
    const { host, root } = createClosedRoot('mark', sheets);
    root.append(model.cloneNode(true));
    const [note, why] = root.children as unknown as [HTMLButtonElement, HTMLButtonElement];
    const press = (event: Event): void => {
      event.stopPropagation();
      if (!event.isTrusted) return;
      if (event.target === note) onPress.note(note);
      else if (event.target === why) onPress.why(why);
    };
    root.addEventListener('click', press, { signal });
    return {
      host,
      showNote(mark) {
        note.hidden = mark === null;
        if (mark === null) return;
        note.className = mark.look;
        note.disabled = mark.look === 'waiting' || mark.look === 'unsure';
        note.dataset['colour'] = mark.colour;
        note.title = mark.hint;
        note.ariaLabel = mark.label;
      },
      showJudgement(judgement) {
        why.hidden = judgement === null;
        if (judgement === null) return;
        const verdict = nameVerdict(judgement);
        why.className = verdict;
        why.ariaLabel = verdictNames[verdict];
        why.title = verdictNames[verdict];
      },
    };
  };
}

/** What a press on a mark does; it is told which button was pressed. */
export interface RowMarkPresses {
  note(button: HTMLElement): void;
  why(button: HTMLElement): void;
}

function createModel(): DocumentFragment {
  const model = document.createDocumentFragment();
  for (let i = 0; i < 2; i++) {
    const button = document.createElement('button');
    button.type = 'button';
    button.hidden = true;
    model.append(button);
  }
  return model;
}
