/** What the first desk read, under `/api/desk`: whole lists, without paging. Goes when no page asks for it any more. */
import { type Context, Hono } from 'hono';
import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { TrucewatchError } from '../model/errors.ts';
import type { ReportCard } from '../model/ledger.ts';
import type { CodedRecord } from '../model/record.ts';
import type { DeskSource } from './desk-source.ts';

/** A report as the reader shows it. */
export interface DeskReport {
  readonly card: ReportCard;
  readonly origin: string;
  readonly captured: string;
  readonly text: string;
  readonly article: Omit<Article, 'report' | 'text'>;
  readonly records: readonly CodedRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface DeskHit {
  readonly report: string;
  readonly headline: string;
  readonly published?: string;
  readonly outlet?: string;
  /** Found words stand between U+0002 and U+0003. */
  readonly snippet: string;
}

export interface DeskStatus {
  readonly reports: number;
  readonly records: number;
  readonly quarantine: readonly {
    readonly origin: string;
    readonly key: string;
    readonly message: string;
    readonly at: string;
  }[];
}

/** A place that a record names, with what the map needs. */
export interface DeskPlace {
  readonly record: string;
  readonly key: string;
  readonly name: string;
  readonly relation: 'at' | 'near' | 'toward';
  readonly lat: number;
  readonly lon: number;
}

export function legacy(desk: DeskSource): Hono {
  const app = new Hono();
  const { store } = desk;
  const give = async <T>(context: Context, data: () => Promise<T>): Promise<Response> =>
    context.json({ data: await data(), revision: (await desk.marks()).hash }, 200, { 'cache-control': 'no-cache' });
  app.get('/ledger', (context) => give(context, () => desk.ledger(context.req.query('asof'))));
  app.get('/reports', (context) =>
    give(context, async () => (await store.cards()).map(({ features: _, ...card }) => card)),
  );
  app.get('/reports/:id', (context) => give(context, () => reportOf(desk, context.req.param('id'))));
  app.get('/texts', (context) =>
    give(context, () => textsOf(desk, (context.req.query('ids') ?? '').split(',').slice(0, 200))),
  );
  app.get('/places', (context) => give(context, () => placesOf(desk)));
  app.get('/search', (context) => give(context, () => store.search((context.req.query('q') ?? '').slice(0, 200))));
  app.get('/decisions', (context) => give(context, () => store.decisions()));
  app.get('/status', (context) => give(context, () => statusOf(desk)));
  return app;
}

async function statusOf({ store }: DeskSource): Promise<DeskStatus> {
  const { reports, records } = await store.counts('');
  return {
    reports,
    records,
    quarantine: (await store.quarantine()).map(({ origin, key, message, at }) => ({ origin, key, message, at })),
  };
}

async function textsOf({ store }: DeskSource, ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const texts = await store.excerpts(ids.map((report) => ({ report, start: 0, end: Infinity })));
  return Object.fromEntries(ids.map((id, index) => [id, texts[index]!]));
}

async function placesOf({ store }: DeskSource): Promise<DeskPlace[]> {
  const places: DeskPlace[] = [];
  for (const { id, places: slots } of await store.records({ kind: 'incident' })) {
    for (const { value } of slots) {
      const { key, name, relation, lat, lon } = value;
      if (lat !== undefined && lon !== undefined) places.push({ record: id, key, name, relation, lat, lon });
    }
  }
  return places;
}

async function reportOf({ store }: DeskSource, id: string): Promise<DeskReport> {
  const stored = await store.report(id);
  if (stored === undefined) throw new TrucewatchError('unknown-id', id);
  const { report: _report, text: _text, ...article } = stored.article;
  const records = (await store.records({ report: id })).map(({ report: _, ...record }) => record);
  const { card, origin, captured, text, diagnostics } = stored;
  return { card, origin, captured, text, article, records, diagnostics };
}
