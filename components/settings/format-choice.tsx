import type { ComponentChild } from 'preact';
import { viewLimits, type ColumnFormat } from '#lib/views/view.ts';

const formats = {
  auto: 'As the formula says',
  money: 'Euros',
  percent: 'Percent',
  number: 'Number',
  day: 'Date',
  text: 'Text',
} as const satisfies Record<ColumnFormat['as'], string>;

/** How a column writes its values. */
export function FormatChoice(props: {
  id: string;
  format: ColumnFormat;
  onChange: (format: ColumnFormat) => void;
}): ComponentChild {
  const { id, format, onChange } = props;
  const choose = (as: ColumnFormat['as']): void =>
    onChange(as === 'percent' || as === 'number' ? { as, decimals: 1 } : { as });
  return (
    <div class="bl-joined">
      <select
        id={id}
        class="bl-input"
        value={format.as}
        onChange={(event) => choose(event.currentTarget.value as ColumnFormat['as'])}
      >
        {Object.entries(formats).map(([as, title]) => (
          <option key={as} value={as}>
            {title}
          </option>
        ))}
      </select>
      {'decimals' in format ? (
        <input
          type="number"
          class="bl-input"
          aria-label="Decimals"
          min={0}
          max={viewLimits.decimals}
          value={format.decimals}
          onChange={({ currentTarget: { valueAsNumber: decimals } }) => {
            if (decimals >= 0 && decimals <= viewLimits.decimals)
              onChange({ ...format, decimals: Math.round(decimals) });
          }}
        />
      ) : null}
    </div>
  );
}
