/** What a key does somewhere. */
export interface Shortcut {
  keys: string;
  does: string;
}

/**
 * Every key that Bondlens answers to, by the place where it works. Options and help read this table; a key that a screen
 * listens for stands here.
 */
export const shortcuts = {
  'In a formula': [
    { keys: 'Tab, ↑ ↓', does: 'Takes what is offered, chooses another' },
    { keys: '↓', does: 'Offers what can stand here' },
    { keys: 'Enter', does: 'The formula holds, and is kept' },
    { keys: 'Escape', does: 'Closes the list, then its panel' },
  ],
  'On a header of an added column': [
    { keys: 'Enter', does: 'Sorts by this column, then the other way round, then not' },
    { keys: 'Shift and Enter, or Shift and a click', does: 'Sorts by this column as well' },
    { keys: 'Shift and ← →', does: 'Moves the column; with the mouse, drag it' },
    { keys: 'Shift and ↑ ↓', does: 'Makes it wider or narrower; with the mouse, drag its right edge' },
  ],
  'In a note': [
    { keys: 'Ctrl or ⌘ and Enter', does: 'Saves the note' },
    { keys: 'Enter, in the tags', does: 'Adds the tag' },
    { keys: 'Backspace, in empty tags', does: 'Takes the last tag away' },
  ],
  'On the page of all notes': [
    { keys: '/', does: 'Goes to the search' },
    { keys: '↑ ↓, Page, Home and End', does: 'Goes through the notes; with Shift, chooses them' },
    { keys: 'Enter', does: 'Opens the note' },
    { keys: 'Space, Ctrl or ⌘ and A', does: 'Chooses the note, all notes' },
    { keys: 'Delete', does: 'Deletes the note' },
    { keys: 'Escape', does: 'Lets go of what was chosen, closes the note' },
  ],
  'When you show Bondlens what is what': [
    { keys: '↑ ↓, Home, End', does: 'Goes through the tables, columns or fields' },
    { keys: 'Enter', does: 'Chooses' },
    { keys: 'Escape', does: 'Goes one step back, at last closes; nothing is kept' },
  ],
  'In every panel': [
    { keys: 'Tab, Shift and Tab', does: 'Goes through its controls' },
    { keys: 'Escape', does: 'Closes it; what was focused before is focused again' },
  ],
} as const satisfies Readonly<Record<string, readonly Shortcut[]>>;
