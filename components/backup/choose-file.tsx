import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';

/** A place to choose a file or to drop one. */
export function ChooseFile(props: {
  id: string;
  label: string;
  /** What the browser's own window offers: `.json`. */
  accept: string;
  onFile: (file: File) => void;
}): ComponentChild {
  const { id, label, accept, onFile } = props;
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      class={isOver ? 'drop-place over' : 'drop-place'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
