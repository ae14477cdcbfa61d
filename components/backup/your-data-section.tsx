import type { ComponentChild } from 'preact';
import type { Report } from '#components/ui/report.ts';
import { Section } from '#components/ui/section.tsx';
import type { DataPorts } from './data-ports.ts';
import { KeptWhere } from './kept-where.tsx';
import { MakeFile } from './make-file.tsx';
import { NotesTables } from './notes-tables.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { StoragePromise } from './storage-promise.tsx';
import { TakeInFile } from './take-in-file.tsx';

/** Everything that the person made: taken out as a file, taken in again, kept, and where it is. */
export function YourDataSection({ report, ports }: { report: Report; ports: DataPorts }): ComponentChild {
  return (
    <Section
      id="data"
      title="Your data"
      intro="Bondlens talks to bondora.com and to nobody else. There is no server of ours, no telemetry, and no code from elsewhere. So what you make is here, and nobody but you can keep a copy of it."
    >
      <MakeFile report={report} />
      <TakeInFile />
      <ScheduleForm report={report} ports={ports} />
      <NotesTables report={report} />
      <StoragePromise report={report} storage={ports.storage} />
      <KeptWhere />
    </Section>
  );
}
