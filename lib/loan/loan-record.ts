import type { FieldValue } from './field.ts';
import type { FieldId } from './fields.ts';

/**
 * What is known of one row: machine values by field. A field that is missing was not given by the source;
 * a field that is `null` was given, but its value is unknown or was not understood.
 */
export type LoanRecord = { readonly [id in FieldId]?: FieldValue };
