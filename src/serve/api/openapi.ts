/** The OpenAPI 3.1 document, made from the schemas that check requests and answers. */
import { z } from 'zod';
import { EXPORT_FORMATS } from '../../export/export-as.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

/** `POST` and `GET` of all routes with their parameters, bodies, answers and problems. */
export function openApi(version: string): Json {
  const components: Record<string, unknown> = { Problem: schemaOf(PROBLEM, 'output', {}) };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of ROUTES) (paths[one.path] ??= {})[one.method] = operationOf(one, components);
  Object.assign(paths, otherPaths());
  return {
    openapi: '3.1.0',
    info: {
      title: 'trucewatch',
      version,
      description:
        'A sourced, dated, fused and honest ledger of a ceasefire. Claim, claimant and assessment are three things.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: { schemas: components, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    security: [{}, { token: [] }],
  };
}

const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.exactOptional(z.array(z.object({ at: z.string(), detail: z.string() }))),
});

const PROBLEM_ANSWER = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function operationOf(one: Route, components: Record<string, unknown>): Json {
  const parameters = [
    ...Object.entries(one.params).map(([name, schema]) => parameterOf('path', name, schema)),
    ...Object.entries(one.query).map(([name, schema]) => parameterOf('query', name, schema)),
  ];
  return {
    operationId: operationId(one),
    tags: [one.tag],
    summary: one.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(one.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(one.body, 'input', components) } },
      },
    }),
    responses: {
      [one.status]: {
        description: 'The envelope',
        content: { 'application/json': { schema: envelopeOf(one, components) } },
      },
      ...(one.method === 'get' && !one.isLive && { 304: { description: 'Nothing has changed' } }),
      default: PROBLEM_ANSWER,
    },
    'x-examples': one.examples,
  };
}

/** `getTrucesIdEntries` */
export const operationId = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  method + path.replaceAll(/[/{}]+(\w?)/g, (_, letter: string) => letter.toUpperCase());

function parameterOf(where: 'path' | 'query', name: string, schema: z.ZodType): Json {
  const { description, ...rest } = schemaOf(schema, 'input', {}) as { description?: string };
  const isRequired = where === 'path' || (!schema.safeParse(undefined).success && !isOptional(schema));
  return { name, in: where, required: isRequired, ...(description !== undefined && { description }), schema: rest };
}

/** Whether an object may lack it: what `exactOptional` wraps refuses `undefined` itself. */
const isOptional = (schema: z.ZodType): boolean => z.object({ it: schema }).safeParse({}).success;

const envelopeOf = (one: Route, components: Record<string, unknown>): Json => ({
  type: 'object',
  required: ['data', 'revision'],
  properties: {
    data: schemaOf(one.data, 'output', components),
    revision: { type: 'string' },
    asOf: { type: 'string' },
    next: { type: 'string' },
    total: { type: 'integer' },
  },
});

/** The JSON schema; what has a name goes to `components` and is pointed at. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Record<string, unknown>): Json {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  const { $schema: _, $defs = {}, id: _id, ...rest } = pointed(made) as Record<string, unknown>;
  for (const [name, def] of Object.entries($defs as Json)) components[name] ??= withoutId(def as Json);
  const name = z.globalRegistry.get(schema)?.id;
  if (name === undefined || Object.keys(components).length === 0) return rest;
  components[name] ??= rest;
  return { $ref: `#/components/schemas/${name}` };
}

const withoutId = ({ id: _, ...rest }: Json): Json => rest;

/** References into the document instead of the schema; objects may have more fields tomorrow. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(key === 'additionalProperties' && inner === false))
      .map(([key, inner]) => [
        key,
        key === '$ref' ? String(inner).replace('#/$defs/', '#/components/schemas/') : pointed(inner),
      ]),
  );
}

/** What answers with no envelope. */
function otherPaths(): Record<string, Record<string, unknown>> {
  const text = (name: string, words: string): Json => ({
    name,
    in: 'query',
    required: false,
    description: words,
    schema: { type: 'string', maxLength: 200 },
  });
  const file = (summary: string, type: string, parameters: readonly Json[]): Record<string, unknown> => ({
    get: {
      tags: ['exports'],
      summary,
      parameters,
      responses: {
        200: { description: 'The file', content: { [type]: {} } },
        default: PROBLEM_ANSWER,
      },
    },
  });
  const options = [
    text('as_of', 'As it stood at this instant or date'),
    text('truce', 'Only what belongs to this truce'),
    text('kind', 'Only entries of this kind'),
    text('from', 'From this date or instant on'),
    text('to', 'Up to this date or instant'),
    text('redact', 'persons, notes, analysts; several with commas'),
  ];
  const format = {
    name: 'format',
    in: 'path',
    required: true,
    schema: { enum: EXPORT_FORMATS.map(({ name }) => name) },
  };
  return {
    '/exports/{format}': file('The ledger in a format of others', 'application/octet-stream', [format, ...options]),
    '/calendar.ics': file('The agenda as iCalendar', 'text/calendar', options.slice(0, 2)),
    '/feeds/{name}': file('A feed of new entries, changes or due items', 'application/atom+xml', [
      { name: 'name', in: 'path', required: true, schema: { enum: ['new.atom', 'changes.atom', 'due.atom'] } },
      ...options.slice(0, 2),
    ]),
    '/events': file('Changes as server-sent events', 'text/event-stream', [
      text('since', 'Number of the last change that is known'),
    ]),
  };
}
