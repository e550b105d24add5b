/** Examples of requests as the document shows them: beside each parameter and body, with ids of the archive that answers. */
import type { z } from 'zod';
import type { LedgerView } from '../desk-source.ts';
import type { Example, Route } from './route.ts';

/** Ids that stand for `{entry}`, `{truce}`, `{report}` and `{other}`; an archive without one has no example with it. */
export type ExampleIds = Readonly<Partial<Record<'entry' | 'truce' | 'report' | 'other', string>>>;

/** One example taken apart: a value for each parameter. */
export interface ShownExample {
  /** The same for all parts of one request: "alleged-breaches". */
  readonly name: string;
  readonly says: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly answer?: unknown;
}

/** Incidents among which the one that most reports tell is looked for. */
const LOOKED_AT = 100;

/** The incident that most reports tell, two of its reports, and the latest truce that somebody says was broken. */
export async function exampleIds({ projection }: LedgerView): Promise<ExampleIds> {
  const incidents = await projection.entries({
    kind: 'incident',
    sort: 'priority',
    limit: LOOKED_AT,
    terms: [],
  });
  const truces = await projection.truces({ limit: LOOKED_AT });
  const truce = (truces.rows.find(({ breaches }) => breaches > 0) ?? truces.rows[0])?.id;
  const entry = incidents.rows.toSorted((a, b) => b.reports - a.reports)[0]?.id;
  const [body] = entry === undefined ? [] : await projection.bodies([entry]);
  const [report, other] = body?.reports ?? [];
  return {
    ...(entry !== undefined && { entry }),
    ...(truce !== undefined && { truce }),
    ...(report !== undefined && { report }),
    ...(other !== undefined && { other }),
  };
}

/** The examples of a route that these ids suffice for. */
export function shownExamples(
  { path, params, query, examples }: Pick<Route, 'path' | 'params' | 'query' | 'examples'>,
  ids: ExampleIds,
): readonly ShownExample[] {
  return examples
    .filter((one) => placeholders(one).every((name) => name in ids))
    .map(({ says, path: address, body, answer }) => ({
      name: says.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
      says,
      values: valuesOf(withIds(address, ids, encodeURIComponent), path, { ...params, ...query }),
      ...(body !== undefined && { body: JSON.parse(withIds(JSON.stringify(body), ids, escaped)) as unknown }),
      ...(answer !== undefined && { answer }),
    }));
}

const PLACEHOLDER = /\{(entry|truce|report|other)\}/g;

/** A text with the ids in their places, each written as the text needs it. */
const withIds = (text: string, ids: ExampleIds, write: (id: string) => string): string =>
  text.replaceAll(PLACEHOLDER, (_, name: string) => write(ids[name as keyof ExampleIds]!));

/** As it stands within a string of JSON. */
const escaped = (id: string): string => JSON.stringify(id).slice(1, -1);

const placeholders = (example: Example): string[] =>
  [...JSON.stringify(example).matchAll(PLACEHOLDER)].map(([, name]) => name!);

/** What stands in the address for each parameter of the template; numbers where the parameter is one. */
function valuesOf(
  address: string,
  template: string,
  schemas: Readonly<Record<string, z.ZodType>>,
): Readonly<Record<string, string | number>> {
  const [path = '', query = ''] = address.split('?');
  const segments = path.split('/');
  const inPath = template
    .split('/')
    .flatMap((part, at): [string, string][] =>
      part.startsWith('{') ? [[part.slice(1, -1), decodeURIComponent(segments[at]!)]] : [],
    );
  return Object.fromEntries(
    [...inPath, ...new URLSearchParams(query)].map(([name, value]) => [
      name,
      typeof schemas[name]?.safeParse(value).data === 'number' ? Number(value) : value,
    ]),
  );
}

/** `examples` of a parameter, body or answer, as OpenAPI has them; nothing where no example has a value. */
export function examplesField(
  shown: readonly ShownExample[],
  valueOf: (one: ShownExample) => unknown,
): { examples?: Readonly<Record<string, { summary: string; value: unknown }>> } {
  const having = shown.filter((one) => valueOf(one) !== undefined);
  if (having.length === 0) return {};
  return { examples: Object.fromEntries(having.map((one) => [one.name, { summary: one.says, value: valueOf(one) }])) };
}
