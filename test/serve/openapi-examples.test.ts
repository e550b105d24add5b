/**
 * Every example of the OpenAPI document, put together from the document alone, sent over the network to a real server of
 * the bundled samples: it is answered with success, by the schema of the answer, and as the document shows the answer.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { deskSource } from '../../src/cli/desk-source.ts';
import { createApp, type RunningServer, startServer } from '../../src/serve/server.ts';
import { FILE_ROUTES } from '../../src/serve/api/file-routes.ts';
import { ROUTES } from '../../src/serve/api/routes.ts';
import { sampleReports, storeReports } from '../support/samples.ts';
import { testStore, type TestStore } from '../support/stores.ts';

type Json = Record<string, unknown>;
type Examples = Record<string, { summary: string; value: unknown }>;

interface Content {
  readonly schema?: Json;
  readonly examples?: Examples;
}

interface Operation {
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: Json; examples?: Examples }[];
  readonly requestBody?: { readonly content: Record<string, Content> };
  readonly responses: Record<string, { content?: Record<string, Content> }>;
}

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Json };
}

let opened: TestStore;
let server: RunningServer;
let document: Document;
beforeAll(async () => {
  opened = await testStore('sqlite');
  await storeReports(opened.store, await sampleReports());
  server = await startServer({ source: await deskSource(opened.store), host: '127.0.0.1', port: 0 });
  document = (await (await fetch(`${server.url}/api/v1/openapi.json`)).json()) as Document;
}, 60_000);
afterAll(async () => {
  await server.close();
  await opened.remove();
});

/** A schema of the document as one that checks; what it points at comes along. */
function checking(schema: Json): z.ZodType {
  const whole = { ...schema, $defs: document.components.schemas };
  return z.fromJSONSchema(
    JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<
      typeof z.fromJSONSchema
    >[0],
  );
}

/** Names of the examples of an operation, and the one that asks with nothing where that is a request. */
function namesOf({ parameters = [], requestBody }: Operation): string[] {
  const bodies = Object.values(requestBody?.content ?? {});
  const names = [...parameters, ...bodies].flatMap(({ examples = {} }) => Object.keys(examples));
  const isBare = requestBody === undefined && parameters.every(({ required }) => !required);
  return [...new Set([...names, ...(isBare ? [BARE] : [])])];
}

const BARE = 'no parameters';

/** The request that the document shows under this name. */
function requestOf(path: string, method: string, operation: Operation, name: string): [string, RequestInit] {
  const query = new URLSearchParams();
  let address = path;
  for (const { name: parameter, in: where, required, schema, examples } of operation.parameters ?? []) {
    const value = examples?.[name]?.value;
    const word = typeof value === 'string' ? value : JSON.stringify(value);
    expect(required && value === undefined, `${path} ${name} lacks ${parameter}`).toBe(false);
    if (value === undefined) continue;
    expect(checking(schema).safeParse(value).success, `${path} ${parameter}=${word}`).toBe(true);
    if (where === 'path') address = address.replace(`{${parameter}}`, encodeURIComponent(word));
    else query.set(parameter, word);
  }
  const body = operation.requestBody?.content['application/json']?.examples?.[name]?.value;
  return [
    `${server.url}/api/v1${address}${query.size === 0 ? '' : `?${query.toString()}`}`,
    body === undefined
      ? { method }
      : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
  ];
}

describe('every example of the document', () => {
  test.each(ROUTES.map(({ method, path }) => [method.toUpperCase(), path] as const))(
    '%s %s is answered as documented',
    async (method, path) => {
      const operation = document.paths[path]![method.toLowerCase()]!;
      const [status, { content }] = Object.entries(operation.responses)[0]!;
      const { schema, examples: answers = {} } = content!['application/json']!;
      for (const name of namesOf(operation)) {
        const response = await fetch(...requestOf(path, method, operation, name));
        const answer = (await response.json()) as Json;
        expect(response.status, `${name}: ${JSON.stringify(answer).slice(0, 300)}`).toBe(Number(status));
        const parsed = checking(schema!).safeParse(answer);
        expect(parsed.error && z.prettifyError(parsed.error), name).toBeUndefined();
        const shown = answers[name]?.value;
        if (shown !== undefined) expect(answer['data'], name).toEqual((shown as Json)['data']);
      }
    },
  );

  test.each(FILE_ROUTES.map(({ path }) => path))('GET %s gives a file of a documented type', async (path) => {
    const operation = document.paths[path]!['get']!;
    const types = Object.keys(operation.responses['200']!.content!);
    for (const name of namesOf(operation)) {
      const leave = new AbortController();
      const [url, init] = requestOf(path, 'GET', operation, name);
      const response = await fetch(url, { ...init, signal: leave.signal });
      expect(response.status, url).toBe(200);
      expect(types, url).toContain(response.headers.get('content-type'));
      const { value } = await response.body!.getReader().read();
      expect(value?.length, url).toBeGreaterThan(0);
      leave.abort();
    }
  });

  test('shown answers follow their own schema', () => {
    const shown = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ responses }) =>
        Object.values(responses).flatMap(({ content = {} }) => Object.values(content)),
      ),
    );
    const answers = shown.flatMap(({ schema, examples = {} }) =>
      Object.values(examples).map(({ value }) => [checking(schema!), value] as const),
    );
    expect(answers.length).toBeGreaterThan(3);
    for (const [schema, value] of answers) expect(schema.safeParse(value).success, JSON.stringify(value)).toBe(true);
  });

  test('shown problems are those that their requests bring about', async () => {
    const { examples } = document.paths['/status']!['get']!.responses['default']!.content!['application/problem+json']!;
    for (const { summary, value } of Object.values(examples!)) {
      const response = await fetch(`${server.url}/api/v1${summary.replace('GET ', '')}`);
      expect(await response.json(), summary).toEqual(value);
      expect(response.status).toBe((value as { status: number }).status);
    }
  });

  test('each route has one, and its table of examples is whole in the document', () => {
    for (const { path, method, examples } of ROUTES) {
      expect(examples.length, path).toBeGreaterThan(0);
      expect(new Set(examples.map(({ says }) => says)).size, path).toBe(examples.length);
      const takesSomething = examples.filter((one) => one.path !== path || one.body !== undefined);
      const names = namesOf(document.paths[path]![method]!).filter((name) => name !== BARE);
      expect(names, path).toHaveLength(takesSomething.length);
    }
  });
});

test('an archive without incidents and truces shows no example that would need one', async () => {
  const empty = await testStore('sqlite');
  try {
    const app = createApp({ source: await deskSource(empty.store) });
    const text = await (await app.request('/api/v1/openapi.json')).text();
    const { paths } = JSON.parse(text) as Document;
    expect(paths['/entries']!['get']!.parameters!.some(({ examples }) => examples !== undefined)).toBe(true);
    expect(paths['/entries/{id}']!['get']!.parameters!.some(({ examples }) => examples !== undefined)).toBe(false);
    expect(text).not.toMatch(/\{(?:entry|truce|report|other)\}"/);
  } finally {
    await empty.remove();
  }
});
