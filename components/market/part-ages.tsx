import type { ComponentChild } from 'preact';
import { ownLook } from '#components/ui/own-look.ts';
import { Age } from '#components/values/age.tsx';
import { formatValue } from '#components/values/format-value.ts';
import type { PartStatus } from '#lib/messages/market-status.ts';
import { partWords } from './part-words.ts';

/** What the mirror holds, part by part: how much, how old, and by which call of Bondora's API it came. */
export function PartAges({ parts, now }: { parts: readonly PartStatus[]; now: number }): ComponentChild {
  return (
    <table id="mirror-parts">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" class="number">
            Rows
          </th>
          <th scope="col" class="number">
            As of
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ part, rows, at, source }) => (
          <tr key={part}>
            <th scope="row">
              {partWords[part].title}
              <span class="bl-quiet">
                {source === null ? 'kept by Bondlens' : `from Bondora’s ${source}`}
              </span>
            </th>
            <td class="number">{formatValue(rows, 'count', ownLook)}</td>
            <td class="number">{at === null ? '–' : <Age at={at} now={now} after="ago" />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
