/** The OpenAPI 3.1 document, made from the schemas that check requests and answers. */
import { z } from 'zod';
import { type ExampleIds, examplesField, type ShownExample, shownExamples } from './examples.ts';
import { FILE_ROUTES, type FileRoute } from './file-routes.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

/** `POST` and `GET` of all routes with their parameters, bodies, answers, problems, and examples with these ids. */
export function openApi(version: string, ids: ExampleIds = {}): Json {
  const components: Record<string, unknown> = { Problem: schemaOf(PROBLEM, 'output', {}) };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of ROUTES) (paths[one.path] ??= {})[one.method] = operationOf(one, components, ids);
  for (const one of FILE_ROUTES) paths[one.path] = { get: fileOperation(one, ids) };
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

/** Each with the request that is answered so. */
const PROBLEM_EXAMPLES = {
  'unknown-id': {
    summary: 'GET /entries/nowhere',
    value: {
      type: 'urn:trucewatch:unknown-id',
      title: 'unknown id',
      status: 404,
      detail: 'Nothing in the store has the id nowhere. List ids with `trucewatch ledger`.',
    },
  },
  'bad-request': {
    summary: 'GET /status?entires=all',
    value: {
      type: 'urn:trucewatch:bad-request',
      title: 'bad request',
      status: 400,
      detail: 'Unrecognized key: "entires". Parameters here: none.',
      errors: [{ at: '', detail: 'Unrecognized key: "entires"' }],
    },
  },
};

const PROBLEM_ANSWER = {
  description: 'A problem',
  content: {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples: PROBLEM_EXAMPLES },
  },
};

function operationOf(one: Route, components: Record<string, unknown>, ids: ExampleIds): Json {
  const shown = shownExamples(one, ids);
  return {
    operationId: operationId(one),
    tags: [one.tag],
    summary: one.summary,
    ...parametersOf(one, shown),
    ...(one.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: schemaOf(one.body, 'input', components),
            ...examplesField(shown, ({ body }) => body),
          },
        },
      },
    }),
    responses: {
      [one.status]: {
        description: 'The envelope',
        content: {
          'application/json': {
            schema: envelopeOf(one, components),
            ...examplesField(shown, ({ answer }) => answer && { data: answer, revision: REVISION }),
          },
        },
      },
      ...(one.method === 'get' && !one.isLive && { 304: { description: 'Nothing has changed' } }),
      default: PROBLEM_ANSWER,
    },
  };
}

/** Stands for the hash of the ledger, which is another for every archive and coder. */
const REVISION = '0'.repeat(64);

/** `getTrucesIdEntries` */
export const operationId = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  method + path.replaceAll(/[/{}]+(\w?)/g, (_, letter: string) => letter.toUpperCase());

function parametersOf({ params, query }: Pick<Route, 'params' | 'query'>, shown: readonly ShownExample[]): Json {
  const parameters = [
    ...Object.entries(params).map(([name, schema]) => parameterOf('path', name, schema, shown)),
    ...Object.entries(query).map(([name, schema]) => parameterOf('query', name, schema, shown)),
  ];
  return parameters.length > 0 ? { parameters } : {};
}

function parameterOf(where: 'path' | 'query', name: string, schema: z.ZodType, shown: readonly ShownExample[]): Json {
  const { description, ...rest } = schemaOf(schema, 'input', {}) as { description?: string };
  const isRequired = where === 'path' || (!schema.safeParse(undefined).success && !isOptional(schema));
  return {
    name,
    in: where,
    required: isRequired,
    ...(description !== undefined && { description }),
    schema: rest,
    ...examplesField(shown, ({ values }) => values[name]),
  };
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
function fileOperation(one: FileRoute, ids: ExampleIds): Json {
  return {
    tags: ['exports'],
    summary: one.summary,
    ...parametersOf(one, shownExamples(one, ids)),
    responses: {
      200: { description: 'The file', content: Object.fromEntries(one.mediaTypes.map((type) => [type, {}])) },
      default: PROBLEM_ANSWER,
    },
  };
}
