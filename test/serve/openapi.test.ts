/** The OpenAPI document: whole, pointing nowhere outside itself, in step with docs/api.md; and the API fuzzed from it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/serve/api/routes.ts';
import { testApi, type TestApi } from '../support/api.ts';
import { DIALECTS } from '../support/stores.ts';
import type { Dialect } from '../../src/store/dialect.ts';
import { anything, valueOf, type Schema } from '../support/arbitrary-json.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
  readonly responses: Readonly<Record<string, { content?: Record<string, { schema: Schema }> }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const apis = new Map<Dialect, TestApi>();
let document: Document;
beforeAll(async () => {
  for (const dialect of DIALECTS) apis.set(dialect, await testApi(dialect));
  document = (await (await apis.get('sqlite')!.app.request('/api/v1/openapi.json')).json()) as Document;
}, 60_000);
afterAll(async () => {
  for (const api of apis.values()) await api.remove();
});

describe('the document', () => {
  test('has every route with its answer', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const { path, method, status } of ROUTES) {
      const operation = document.paths[path]?.[method];
      expect(operation?.responses[status]?.content?.['application/json'], `${method} ${path}`).toBeDefined();
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(operation?.parameters?.filter((one) => one.in === 'path').map(({ name }) => name) ?? []).toEqual(inPath);
    }
    const ids = Object.values(document.paths).flatMap((one) =>
      Object.values(one).flatMap(({ operationId }) => operationId ?? []),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('points at nothing that is not in it', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!);
    expect(refs.length).toBeGreaterThan(100);
    for (const ref of new Set(refs)) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(ref)?.[1];
      expect(document.components.schemas[name ?? ''], ref).toBeDefined();
    }
  });

  test('docs/api.md names every route and every parameter', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { parameters = [] }] of Object.entries(methods)) {
        expect(page).toContain(`${method.toUpperCase()} ${path.replace('{name}', '{name}')}`);
        for (const { name, in: where } of parameters)
          if (where === 'query') expect(page, `${path} ${name}`).toContain(`\`${name}\``);
      }
  });
});

/** A value as it stands in an address. */
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Requests from an operation's own description: mostly what it takes, sometimes anything at all. */
function requests(path: string, operation: Operation): fc.Arbitrary<{ address: string; body: unknown }> {
  const { schemas } = document.components;
  const parameters = (operation.parameters ?? []).map((one) => {
    const value = fc.oneof(
      { weight: 4, arbitrary: valueOf(one.schema, schemas) },
      { weight: 1, arbitrary: fc.string() },
    );
    return fc.tuple(
      fc.constant(one),
      one.in === 'path' || one.required ? value : fc.option(value, { nil: undefined, freq: 2 }),
    );
  });
  const schema = operation.requestBody?.content['application/json']?.schema;
  const body = schema === undefined ? fc.constant(undefined) : fc.oneof(valueOf(schema, schemas), anything);
  return fc.tuple(fc.tuple(...parameters), body).map(([values, sent]) => {
    let address = path;
    const query: string[] = [];
    for (const [{ name, in: where }, value] of values) {
      if (value === undefined) continue;
      if (where === 'path') address = address.replace(`{${name}}`, encodeURIComponent(wordOf(value)) || 'x');
      else query.push(`${name}=${encodeURIComponent(wordOf(value))}`);
    }
    return { address: query.length === 0 ? address : `${address}?${query.join('&')}`, body: sent };
  });
}

const DOCUMENTED = new Set([200, 201, 400, 404, 413, 415]);

describe.each(DIALECTS)('fuzzed from the document on %s', (dialect) => {
  test.each(ROUTES.map(({ method, path }) => [method, path] as const))(
    '%s %s: never an error of ours, always the documented shape',
    async (method, path) => {
      const operation = document.paths[path]![method]!;
      await fc.assert(
        fc.asyncProperty(requests(path, operation), async ({ address, body }) => {
          const response = await apis.get(dialect)!.app.request(`/api/v1${address}`, {
            method: method.toUpperCase(),
            ...(method === 'post' && {
              body: JSON.stringify(body ?? null),
              headers: { 'content-type': 'application/json' },
            }),
          });
          const text = await response.text();
          expect(DOCUMENTED.has(response.status), `${response.status} ${address} ${text.slice(0, 300)}`).toBe(true);
          const answer = JSON.parse(text) as Record<string, unknown>;
          if (response.ok) expect(answer['revision']).toMatch(/^[0-9a-f]{64}$/);
          else
            expect(answer).toMatchObject({ status: response.status, type: expect.stringMatching(/^urn:trucewatch:/) });
        }),
        { numRuns: method === 'post' ? 10 : 25, seed: 20220913 },
      );
    },
  );
});
