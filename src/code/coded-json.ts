/** The object that `trucewatch code --json` prints for one report: the contract of the benchmark packs and of pipes. */
import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Doc, StatementMention } from '../model/doc.ts';
import type { CodedRecord, PloverView, StatementRecord } from '../model/record.ts';
import type { Span } from '../model/span.ts';

type Pair = readonly [number, number];
const pairs = (spans: readonly Span[]): Pair[] => spans.map(({ start, end }) => [start, end]);

export interface CodedParts {
  readonly article: Article;
  readonly doc: Doc;
  readonly records: readonly CodedRecord[];
  readonly events: readonly PloverView[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Plain JSON of one coded report; all offsets are UTF-16 units into `text`. */
export function codedJson({ article, doc, records, events, diagnostics }: CodedParts) {
  const statements = new Map<string, StatementRecord>();
  for (const record of records) if (record.kind === 'statement') statements.set(keyOf(record), record);
  return {
    id: article.report.id,
    text: article.text,
    article: articleJson(article),
    times: doc.times.map(({ rule: _, ...time }) => time),
    entities: doc.entities,
    actors: doc.actors.map(({ start, end, code, name }) => ({ start, end, code, name })),
    places: doc.places.map(placeJson),
    statements: doc.statements.map((mention) => statementJson(mention, statements.get(keyOf(mention)))),
    events,
    records,
    diagnostics,
  };
}

function articleJson(article: Article) {
  const { headline, headlineSource, deck, dateline, slugs, chrome, signOff, published, language, outlet } = article;
  return { headline, headlineSource, deck, dateline, slugs, chrome, signOff, published, language, outlet };
}

const placeJson = ({ start, end, name, country, lat, lon, geonamesId, relation }: Doc['places'][number]) => ({
  start,
  end,
  name,
  country,
  lat,
  lon,
  geonamesId,
  relation,
});

const keyOf = ({ cue, content }: Pick<StatementMention, 'cue' | 'content'>): string =>
  [...cue, ...content].map(({ start, end }) => `${start}-${end}`).join(' ');

/** The attribution as found, with what the record makes of it where there is one. */
function statementJson({ source, cue, content, direct }: StatementMention, record: StatementRecord | undefined) {
  return {
    id: record?.id,
    source: pairs(source),
    cue: pairs(cue),
    content: pairs(content),
    direct,
    speaker: record?.speaker?.value,
    addressees: record?.addressees.map((slot) => slot.value.code) ?? [],
    act: record?.act.value,
    channel: record?.channel?.value,
  };
}
