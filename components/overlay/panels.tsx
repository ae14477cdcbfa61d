import type { ComponentChild } from 'preact';
import type { NoteDesk } from '#components/notes/note-desk.ts';
import type { NoteName } from '#components/notes/note-editing.ts';
import noteCss from '#components/notes/note-editor.css?inline';
import { openNoteSession, type NoteSession } from '#components/notes/note-session.tsx';
import type { ComputedRow } from './computed-rows.ts';
import type { PageLook } from './page-look.ts';
import { openPanel, type Panel } from './panel.tsx';

/** What a panel is opened with. */
export interface PanelStart {
  /** What it opens beside. */
  anchor: HTMLElement;
  /** What gets the focus back; the anchor, if not told. */
  opener?: HTMLElement;
  /** For screen readers. */
  title: string;
  /** CSS pixels. */
  width: number;
  css?: string;
  /** What stands in it; asked for again whenever something has changed. */
  draw: (panel: Panel) => ComponentChild;
}

/** The panels that float over the page: one at a time. */
export interface Panels {
  open(start: PanelStart): void;
  openNote: (row: ComputedRow, anchor: HTMLElement) => void;
  /** Draws the note again if it is open. */
  redrawNote(note: NoteName): void;
  /** Draws what is open again, unless it is a note. */
  redraw(): void;
  /** Closes what is open, unless it is a note. */
  closeTools: () => void;
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
  let open: { panel: Panel; note: NoteSession | null; draw: PanelStart['draw'] } | null = null;

  const start = (
    { anchor, opener = anchor, title, width, css = '', draw }: PanelStart,
    note: NoteSession | null,
  ): void => {
    open?.panel.close();
    const onClosed = (): void => {
      open = null;
      if (note !== null) {
        note.close();
        onNoteClosed(note.name);
      }
      opener.focus({ preventScroll: true });
    };
    // A button in a frame knows where it stands in its frame alone.
    const inset = opener === anchor ? 0 : opener.getBoundingClientRect().left;
    const panel = openPanel({ anchor, title, css, width, inset, look: look(), onClosed });
    open = { panel, note, draw };
    panel.show(draw(panel));
  };
  const redraw = (): void => {
    if (open !== null) open.panel.show(open.draw(open.panel));
  };
  const isOpen = (name: NoteName): boolean => open?.note?.isOf(name) === true;

  return {
    open: (parts) => start(parts, null),
    openNote({ loan, knowledge }, anchor) {
      if (loan === null) return;
      const { account = null, note: own = null, others = [], subjects = [loan] } = knowledge ?? {};
      if (subjects.some((subject) => isOpen({ loan: subject, account }))) return;
      // What was open is closed first: it may be the same note under another account.
      open?.panel.close();
      const notes = own === null ? others : [own, ...others];
      const note = openNoteSession(desk, { account, subjects, notes }, (before) => {
        onNoteClosed(before);
        redraw();
      });
      const draw = (panel: Panel): ComponentChild =>
        note.draw({ onCopy: (text) => void panel.copy(text), onClose: panel.close });
      start({ anchor, title: 'Note', width: 360, css: noteCss, draw }, note);
    },
    redrawNote(note) {
      if (isOpen(note)) redraw();
    },
    redraw() {
      if (open?.note === null) redraw();
    },
    closeTools() {
      if (open?.note === null) open.panel.close();
    },
    closeUnlessUnsaved() {
      if (open !== null && !(open.note !== null && desk.hasUnsaved())) open.panel.close();
    },
  };
}
