/** Parameters that many routes share, each with its words for the document. */
import { z } from 'zod';
import { opt } from './schemas/basics.ts';

/** What a date can be cut to: `2022`, `2022-09`, `2022-09-13`, or an instant. */
const MOMENT = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;

export const moment = (words: string) =>
  opt(z.string().regex(MOMENT, 'Write 2022-09-15 or 2022-09-15T12:00:00Z').max(40).meta({ description: words }));

export const word = (words: string) => opt(z.string().min(1).max(200).meta({ description: words }));

export const id = z.string().min(1).max(2000).meta({ description: 'id' });

export const asOf = moment('The ledger of the reports that were published by this instant or the end of this date');

export const paging = {
  after: opt(z.string().min(1).max(1000).meta({ description: '`next` of the answer before' })),
  limit: z.coerce.number().int().min(1).max(500).default(50).meta({ description: 'Most items of one answer' }),
};

export const range = {
  from: moment('From this date or instant on'),
  to: moment('Up to this instant, or the end of this date'),
};

/** Values with commas between them. */
export const several = <V extends string>(values: readonly V[], words: string) =>
  opt(
    z
      .string()
      .max(400)
      .regex(new RegExp(`^(?:${values.join('|')})(?:,(?:${values.join('|')}))*$`), `Values: ${values.join(', ')}`)
      .transform((text) => text.split(',') as V[])
      .meta({ description: `${words}; several with commas` }),
  );

/** The given fields that are there: what is absent is left out, as the stores' queries want it. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
