import type { ComponentChild } from 'preact';
import { partWords } from '#components/market/part-words.ts';
import { ownLook } from '#components/ui/own-look.ts';
import { formatSize } from '#components/values/format-size.ts';
import { formatValue } from '#components/values/format-value.ts';
import type { PartStatus } from '#lib/messages/market-status.ts';

/** What the mirror keeps and how large each part is, against the room it has. */
export function MirrorSizes(props: { parts: readonly PartStatus[]; budgetMb: number }): ComponentChild {
  const { parts, budgetMb } = props;
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  if (parts.length === 0) return <p id="mirror-total">Nothing is kept yet.</p>;
  return (
    <div class="step">
      <h3>What is kept</h3>
      <table id="mirror-sizes">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" class="number">
              Rows
            </th>
            <th scope="col" class="number">
              On disk
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ part, rows, bytes }) => (
            <tr key={part}>
              <th scope="row">{partWords[part].title}</th>
              <td class="number">{formatValue(rows, 'count', ownLook)}</td>
              <td class="number">{formatSize(bytes, ownLook)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p id="mirror-total">
        Together <b>{formatSize(total, ownLook)}</b> of the {formatValue(budgetMb, 'count', ownLook)} MB that
        the mirror may take.
      </p>
    </div>
  );
}
