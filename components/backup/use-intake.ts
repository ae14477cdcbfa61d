import { useEffect, useRef, useState } from 'preact/hooks';
import { useBackend } from '#components/queries/backend.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { ChangePreview, ChangeResult } from '#lib/messages/backup-protocol.ts';
import { createHandedFile, type HandedFile } from './handed-file.ts';

/** How one kind of file is taken in. */
export interface IntakeKind<Options, Preview extends ChangePreview> {
  /** The text that the background is to have. Throws an `AppError` when the file is none of this kind. */
  read(file: File): Promise<string>;
  preview(ask: Ask, id: string, options: Options): Promise<Preview>;
  takeIn(ask: Ask, id: string, options: Options): Promise<ChangeResult>;
  /** With what it begins. */
  options: Options;
}

/** Where the taking in of a file stands. */
export type IntakeState<Options, Preview> =
  | { step: 'none' }
  | { step: 'busy'; name: string }
  | { step: 'refused'; name: string; why: string }
  | { step: 'locked'; name: string; why: string | null }
  | { step: 'shown'; name: string; options: Options; preview: Preview }
  | { step: 'done'; name: string; result: ChangeResult }
  | { step: 'undone'; name: string };

export interface Intake<Options, Preview> {
  state: IntakeState<Options, Preview>;
  choose(file: File): Promise<void>;
  /** Looks at the file anew, with other options. */
  look(options: Options): Promise<void>;
  confirm(): Promise<void>;
  undo(): Promise<void>;
  leave(): void;
}

/** Takes a file in, step by step; nothing is changed before `confirm`. */
export function useIntake<Options, Preview extends ChangePreview>(
  kind: IntakeKind<Options, Preview>,
): Intake<Options, Preview> {
  const { ask } = useBackend();
  const [state, setState] = useState<IntakeState<Options, Preview>>({ step: 'none' });
  const held = useRef<{ name: string; file: HandedFile; options: Options }>(undefined);
  const drop = (): void => {
    held.current?.file.drop();
    held.current = undefined;
  };
  useEffect(() => drop, []);
  const refuse = (name: string, error: AppError): void => {
    setState(
      error.data?.['locked'] === true
        ? { step: 'locked', name, why: null }
        : { step: 'refused', name, why: error.message },
    );
  };
  const preview = async (): Promise<void> => {
    const { current } = held;
    if (current === undefined) return;
    const { name, file, options } = current;
    const seen = await file.use((id) => kind.preview(ask, id, options));
    // Another file may have been chosen meanwhile.
    if (held.current === current) setState({ step: 'shown', name, options, preview: seen });
  };
  const attempt = async (name: string, work: () => Promise<void>): Promise<void> => {
    setState({ step: 'busy', name });
    try {
      await work();
    } catch (error) {
      refuse(name, error as AppError);
    }
  };
  return {
    state,
    choose: (file) =>
      attempt(file.name, async () => {
        drop();
        const text = await kind.read(file);
        held.current = { name: file.name, file: createHandedFile(ask, text), options: kind.options };
        await preview();
      }),
    async look(options) {
      const { current } = held;
      if (current === undefined) return;
      held.current = { ...current, options };
      const wasLocked = state.step === 'locked';
      await attempt(current.name, preview).then(() => {
        // A passphrase that does not open it can be entered again.
        if (wasLocked)
          setState((now) =>
            now.step === 'refused' ? { step: 'locked', name: now.name, why: now.why } : now,
          );
      });
    },
    async confirm() {
      const { current } = held;
      if (current === undefined) return;
      const { name, file, options } = current;
      await attempt(name, async () => {
        const result = await file.use((id) => kind.takeIn(ask, id, options));
        drop();
        setState({ step: 'done', name, result });
      });
    },
    async undo() {
      if (state.step !== 'done' || state.result.undo === null) return;
      const { name, result } = state;
      await attempt(name, async () => {
        await ask('snapshots.goBack', { id: result.undo ?? '' });
        setState({ step: 'undone', name });
      });
    },
    leave() {
      drop();
      setState({ step: 'none' });
    },
  };
}
