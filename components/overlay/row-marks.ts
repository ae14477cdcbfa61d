import type { NoteMark } from '#components/notes/note-mark.ts';
import tokens from '#components/ui/tokens.css?inline';
import type { Judgement } from '#lib/views/apply-filters.ts';
import { createClosedRoot, createSheet } from './closed-root.ts';
import { nameVerdict, verdictNames } from './name-verdict.ts';
import type { PageLook } from './page-look.ts';
import css from './row-marks.css?inline';

/** The two small buttons at the end of a row: its note, and why the filter judged it so. Private: within a closed root. */
export interface RowMark {
  /** null where notes are switched off. */
  showNote(mark: NoteMark | null): void;
  /** null while no filter is set. */
  showJudgement(judgement: Judgement | null): void;
}

/** What the marks of a row show. */
export interface RowMarkState {
  note: NoteMark | null;
  judgement: Judgement | null;
}

/** What a press on a mark does; it is told whose it was, and which button was pressed. */
export interface RowMarkPresses<Owner> {
  note(owner: Owner, button: HTMLElement): void;
  why(owner: Owner, button: HTMLElement): void;
}

/** Makes the marks of rows. */
export interface RowMarks<Owner> {
  /** Puts them into a row's cell for them. */
  open(cell: Element, owner: Owner, state: RowMarkState): RowMark;
}

/**
 * No rendering library here: there may be a thousand. Most rows of a page show the same, so that what the last one shows
 * is the model of the next.
 */
export function createRowMarks<Owner>(
  look: PageLook,
  onPress: RowMarkPresses<Owner>,
  signal: AbortSignal,
): RowMarks<Owner> {
  const sheets = [createSheet(`${tokens} ${css} :host { color-scheme: ${look} !important }`)];
  const model = createModel();
  const shown: RowMarkState = { note: null, judgement: null };
  return {
    open(cell, owner, state) {
      const [modelNote, modelWhy] = findButtons(model);
      if (!isSameMark(shown.note, state.note)) showNote(modelNote, state.note);
      if (!isSameJudgement(shown.judgement, state.judgement)) showJudgement(modelWhy, state.judgement);
      Object.assign(shown, { note: state.note, judgement: state.judgement });

      const { host, root } = createClosedRoot('mark', sheets);
      root.append(model.cloneNode(true));
      const [note, why] = findButtons(root);
      const press = (event: Event): void => {
        event.stopPropagation();
        if (!event.isTrusted) return;
        if (event.target === note) onPress.note(owner, note);
        else if (event.target === why) onPress.why(owner, why);
      };
      root.addEventListener('click', press, { signal });
      cell.append(host);
      return {
        showNote: (mark) => showNote(note, mark),
        showJudgement: (judgement) => showJudgement(why, judgement),
      };
    },
  };
}

/** Whether two marks of a note look and read the same. */
export function isSameMark(a: NoteMark | null, b: NoteMark | null): boolean {
  return a?.look === b?.look && a?.colour === b?.colour && a?.label === b?.label && a?.hint === b?.hint;
}

/** Whether two judgements are shown the same. */
export function isSameJudgement(a: Judgement | null, b: Judgement | null): boolean {
  return a === b || (a !== null && b !== null && nameVerdict(a) === nameVerdict(b));
}

/** The cell that marks are put into, as a model for all rows. */
export function createMarkCell(): HTMLTableCellElement {
  const cell = document.createElement('td');
  cell.className = 'bondlens-cell bondlens-tail';
  cell.setAttribute('data-bondlens-own', '');
  return cell;
}

function showNote(button: HTMLButtonElement, mark: NoteMark | null): void {
  button.hidden = mark === null;
  if (mark === null) return;
  button.className = mark.look;
  button.disabled = mark.look === 'waiting' || mark.look === 'unsure';
  button.dataset['colour'] = mark.colour;
  button.title = mark.hint;
  button.ariaLabel = mark.label;
}

function showJudgement(button: HTMLButtonElement, judgement: Judgement | null): void {
  button.hidden = judgement === null;
  if (judgement === null) return;
  const verdict = nameVerdict(judgement);
  button.className = verdict;
  button.ariaLabel = verdictNames[verdict];
  button.title = verdictNames[verdict];
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

function findButtons(root: DocumentFragment): [note: HTMLButtonElement, why: HTMLButtonElement] {
  return [...root.children] as [HTMLButtonElement, HTMLButtonElement];
}
