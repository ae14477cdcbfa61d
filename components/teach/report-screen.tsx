import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { PageReport } from './teaching-page.ts';

/** A sample of the page for a bug report: shown before it is copied, with what it holds and what was replaced. */
export function ReportScreen(props: {
  report: PageReport;
  copy: (text: string) => Promise<void>;
  onBack: () => void;
}): ComponentChild {
  const { report, copy, onBack } = props;
  const [said, setSaid] = useState('');
  const send = (): void => {
    copy(report.text).then(
      () => setSaid('The report is on the clipboard. It was sent nowhere.'),
      () => setSaid('The browser did not let Bondlens copy. Select the text and copy it by hand.'),
    );
  };
  return (
    <>
      <ul class="told">
        {report.told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <label class="report">
        The report, as it would be copied
        <textarea readOnly rows={10} value={report.text} spellcheck={false} wrap="off" />
      </label>
      <p role="status">{said}</p>
      <div class="line foot">
        <button type="button" class="plain" onClick={onBack}>
          Back
        </button>
        <button type="button" class="primary" autofocus onClick={send}>
          Copy
        </button>
      </div>
    </>
  );
}
