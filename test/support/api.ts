/** The API on a real store of the bundled samples, every answer checked against its schema. */
import { deskSource } from '../../src/cli/desk-source.ts';
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
  const app = createApp({ source: await deskSource(opened.store), isChecked: true });
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
  const ids = await sampleIds(get);
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
        JSON.stringify(value).replaceAll(/\{(entry|truce|report|other)\}/g, (_, name: string) => ids[name]!),
      ) as typeof value,
    remove: () => opened.remove(),
  };
}

/** The incident that is told most, the newest truce with breaches, two reports of one story. */
async function sampleIds(get: TestApi['get']): Promise<Readonly<Record<string, string>>> {
  const incidents = await get<{ id: string; reports: number }[]>('/entries?kind=incident&sort=priority&limit=100');
  const truces = await get<{ id: string; breaches: number }[]>('/truces');
  const entry = incidents.body.data.toSorted((a, b) => b.reports - a.reports)[0]!.id;
  const detail = await get<{ entry: { reports: string[] } }>(`/entries/${entry}`);
  const [report, other] = detail.body.data.entry.reports;
  return { entry, truce: truces.body.data.find(({ breaches }) => breaches > 0)!.id, report: report!, other: other! };
}
