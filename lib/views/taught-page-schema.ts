import * as v from 'valibot';
import { teachableFields } from './teachable-fields.ts';
import { taughtKinds, taughtLimits, type TaughtPage } from './taught-page.ts';

const header = v.pipe(v.string(), v.maxLength(taughtLimits.header));

/** A taught page as it is kept and shared. */
export const taughtPageSchema: v.GenericSchema<TaughtPage> = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'This is no id.')),
  host: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,100}$/, 'This is no host.')),
  path: v.pipe(v.string(), v.startsWith('/'), v.maxLength(300)),
  kind: v.picklist(taughtKinds),
  headers: v.pipe(v.array(header), v.minLength(1), v.maxLength(taughtLimits.columns)),
  columns: v.pipe(
    v.array(
      v.object({
        header,
        nth: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(taughtLimits.columns)),
        fields: v.pipe(v.array(v.picklist(teachableFields)), v.maxLength(4)),
      }),
    ),
    v.maxLength(taughtLimits.columns),
  ),
  decimal: v.nullable(v.picklist(['.', ','])),
  dates: v.nullable(v.picklist(['day-month-year', 'month-day-year', 'year-month-day'])),
  taughtAt: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
