/** The API on a real store of the bundled samples, every answer checked against its schema. */
import { deskSource } from '../../src/cli/desk-source.ts';
import { type ExampleIds, exampleIds } from '../../src/serve/api/examples.ts';
import type { Envelope } from '../../src/serve/api/types.ts';
import type { Problem } from '../../src/serve/answers.ts';
import { createApp } from '../../src/serve/server.ts';
import type { Dialect } from '../../src/store/dialect.ts';
import type { Store } from '../../src/store/store.ts';
import { sampleReports, storeReports } from './samples.ts';
import { testStore } from './stores.ts';

export interface TestApi {
  readonly app: ReturnType<typeof createApp>;
  readonly store: Store;
  get<T>(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered<T>>;
  post<T>(path: string, body: unknown): Promise<Answered<T>>;
  /** `{entry}`, `{truce}`, `{report}`, `{other}` replaced by ids of the samples. */
  filled<T>(value: T): T;
  remove(): Promise<void>;
}

export interface Answered<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Envelope<T> & Problem;
}

export async function testApi(dialect: Dialect): Promise<TestApi> {
  const opened = await testStore(dialect);
  await storeReports(opened.store, await sampleReports());
  const source = await deskSource(opened.store);
  const app = createApp({ source, isChecked: true });
  const answered = async <T>(response: Response): Promise<Answered<T>> => {
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? {} : JSON.parse(text)) as Envelope<T> & Problem,
    };
  };
  const get = async <T>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered<T>> =>
    answered<T>(await app.request(`/api/v1${path}`, { headers }));
  const ids = await exampleIds(await source.view());
  return {
    app,
    store: opened.store,
    get,
    post: async (path, body) =>
      answered(
        await app.request(`/api/v1${path}`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      ),
    filled: (value) =>
      JSON.parse(
        JSON.stringify(value).replaceAll(
          /\{(entry|truce|report|other)\}/g,
          (_, name: string) => ids[name as keyof ExampleIds]!,
        ),
      ) as typeof value,
    remove: () => opened.remove(),
  };
}
