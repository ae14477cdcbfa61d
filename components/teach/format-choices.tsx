import type { ComponentChild } from 'preact';
import type { Lesson } from './lesson.ts';

type Format = Pick<Lesson, 'decimal' | 'dates'>;

/** How the page writes its numbers and dates, for where its cells alone do not tell. */
export function FormatChoices(
  props: Format & { onChange: (format: Partial<Format>) => void },
): ComponentChild {
  const { decimal, dates, onChange } = props;
  return (
    <div class="formats">
      <label>
        Numbers
        <select
          value={decimal ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ decimal: value === '.' || value === ',' ? value : null });
          }}
        >
          <option value="">as the cells tell</option>
          <option value=".">1,234.56</option>
          <option value=",">1.234,56</option>
        </select>
      </label>
      <label>
        Dates
        <select
          value={dates ?? ''}
          onChange={(event) => onChange({ dates: findOrder(event.currentTarget.value) })}
        >
          <option value="">as the cells tell</option>
          <option value="day-month-year">day, month, year</option>
          <option value="month-day-year">month, day, year</option>
          <option value="year-month-day">year, month, day</option>
        </select>
      </label>
    </div>
  );
}

function findOrder(value: string): Format['dates'] {
  return value === 'day-month-year' || value === 'month-day-year' || value === 'year-month-day'
    ? value
    : null;
}
