import { isSameNote, type NoteDesk, type NoteName } from '#components/notes/note-desk.ts';
import noteCss from '#components/notes/note-editor.css?inline';
import { NoteEditor } from '#components/notes/note-editor.tsx';
import type { LoanKey } from '#lib/loan/ids.ts';
import type { ValueLook } from '#components/values/value-look.ts';
import type { ComputedRow } from './computed-rows.ts';
import type { ClauseVerdict } from './explain-match.ts';
import { FilterHelp } from './filter-help.tsx';
import type { PageLook } from './page-look.ts';
import { openPanel, type Panel } from './panel.tsx';
import { WhyPanel } from './why-panel.tsx';

/** The panels that float over the page: one at a time. */
export interface Panels {
  openNote: (row: ComputedRow, anchor: HTMLElement) => void;
  openWhy(row: ComputedRow, verdict: ClauseVerdict, look: ValueLook, anchor: HTMLElement): void;
  openHelp(anchor: HTMLElement, opener: HTMLElement, onUse: (formula: string) => void): void;
  /** Draws the note again if it is open. */
  redrawNote(note: NoteName): void;
  /** Closes what is open, unless it holds something that is not on disk. */
  closeUnlessUnsaved: () => void;
}

/**
 * @param onNoteClosed the editor of a note was closed
 */
export function createPanels(
  desk: NoteDesk,
  look: () => PageLook,
  onNoteClosed: (note: NoteName) => void,
): Panels {
  let open: { panel: Panel; note: NoteName | null } | null = null;

  const start = (
    anchor: HTMLElement,
    title: string,
    width: number,
    {
      css = '',
      note = null,
      opener = anchor,
    }: { css?: string; note?: NoteName | null; opener?: HTMLElement } = {},
  ): Panel => {
    open?.panel.close();
    const onClosed = (): void => {
      open = null;
      if (note !== null) {
        desk.close(note);
        onNoteClosed(note);
      }
      opener.focus({ preventScroll: true });
    };
    const panel = openPanel({ anchor, title, css, width, look: look(), onClosed });
    open = { panel, note };
    return panel;
  };
  const drawNote = (panel: Panel, note: NoteName): void => {
    const editing = desk.find(note);
    if (editing === undefined) return;
    panel.show(
      <NoteEditor
        title={nameLoan(note.loan)}
        editing={editing}
        desk={desk}
        onCopy={(text) => void panel.copy(text)}
        onClose={panel.close}
      />,
    );
  };

  const isOpen = (note: NoteName): boolean =>
    open !== null && open.note !== null && isSameNote(open.note, note);

  return {
    openNote({ loan, knowledge }, anchor) {
      if (loan === null) return;
      const note = { loan, account: knowledge?.account ?? null };
      if (isOpen(note)) return;
      const panel = start(anchor, 'Note', 360, { css: noteCss, note });
      desk.open(note, knowledge?.note ?? null);
      drawNote(panel, note);
    },
    openWhy({ record }, verdict, valueLook, anchor) {
      const panel = start(anchor, 'Why this row', 380);
      panel.show(<WhyPanel verdict={verdict} record={record} look={valueLook} onClose={panel.close} />);
    },
    openHelp(anchor, opener, onUse) {
      const panel = start(anchor, 'How to write a filter', 440, { opener });
      panel.show(<FilterHelp onUse={onUse} onClose={panel.close} />);
    },
    redrawNote(note) {
      if (open !== null && isOpen(note)) drawNote(open.panel, note);
    },
    closeUnlessUnsaved() {
      if (open !== null && !(open.note !== null && desk.hasUnsaved())) open.panel.close();
    },
  };
}

function nameLoan(loan: LoanKey): string {
  return loan.startsWith('loan:') ? `Note on loan ${loan.slice('loan:'.length)}` : 'Note on this loan';
}
