import type { NoteDesk } from '#components/notes/note-desk.ts';
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
  redrawNote(loan: LoanKey): void;
  /** Closes what is open, unless it holds something that is not on disk. */
  closeUnlessUnsaved(): void;
}

/**
 * @param onNoteClosed the editor of the loan's note was closed
 */
export function createPanels(
  desk: NoteDesk,
  look: () => PageLook,
  onNoteClosed: (loan: LoanKey) => void,
): Panels {
  let open: { panel: Panel; loan: LoanKey | null } | null = null;

  const start = (
    anchor: HTMLElement,
    title: string,
    width: number,
    {
      css = '',
      loan = null,
      opener = anchor,
    }: { css?: string; loan?: LoanKey | null; opener?: HTMLElement } = {},
  ): Panel => {
    open?.panel.close();
    const onClosed = (): void => {
      open = null;
      if (loan !== null) {
        desk.close(loan);
        onNoteClosed(loan);
      }
      opener.focus({ preventScroll: true });
    };
    const panel = openPanel({ anchor, title, css, width, look: look(), onClosed });
    open = { panel, loan };
    return panel;
  };
  const drawNote = (panel: Panel, loan: LoanKey): void => {
    const editing = desk.find(loan);
    if (editing === undefined) return;
    panel.show(
      <NoteEditor
        title={nameLoan(loan)}
        editing={editing}
        desk={desk}
        onCopy={(text) => void panel.copy(text)}
        onClose={panel.close}
      />,
    );
  };

  return {
    openNote({ loan, knowledge }, anchor) {
      if (loan === null) return;
      if (open?.loan === loan) return;
      const panel = start(anchor, 'Note', 360, { css: noteCss, loan });
      desk.open(loan, knowledge?.note ?? null, knowledge?.account ?? null);
      drawNote(panel, loan);
    },
    openWhy({ record }, verdict, valueLook, anchor) {
      const panel = start(anchor, 'Why this row', 380);
      panel.show(<WhyPanel verdict={verdict} record={record} look={valueLook} onClose={panel.close} />);
    },
    openHelp(anchor, opener, onUse) {
      const panel = start(anchor, 'How to write a filter', 440, { opener });
      panel.show(<FilterHelp onUse={onUse} onClose={panel.close} />);
    },
    redrawNote(loan) {
      if (open?.loan === loan) drawNote(open.panel, loan);
    },
    closeUnlessUnsaved() {
      if (open !== null && !(open.loan !== null && desk.hasUnsaved())) open.panel.close();
    },
  };
}

function nameLoan(loan: LoanKey): string {
  return loan.startsWith('loan:') ? `Note on loan ${loan.slice('loan:'.length)}` : 'Note on this loan';
}
