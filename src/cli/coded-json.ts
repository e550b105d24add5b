/** The object that `trucewatch code --json` prints for one report: the contract of the benchmark packs and of pipes. */
import type { Coded } from '../pipeline.ts';
import type { Article } from '../model/article.ts';
import type { Doc } from '../model/doc.ts';
import type { StatementRecord } from '../model/record.ts';
import type { Span } from '../model/span.ts';

type Pair = readonly [number, number];
const pairs = (spans: readonly Span[]): Pair[] => spans.map(({ start, end }) => [start, end]);

export function codedJson({ article, doc, records, events, diagnostics }: Coded) {
  return {
    id: article.report.id,
    text: article.text,
    article: articleJson(article),
    times: doc.times.map(({ rule: _, ...time }) => time),
    entities: doc.entities,
    actors: doc.actors.map(({ start, end, code, name }) => ({ start, end, code, name })),
    places: doc.places.map(placeJson),
    statements: records.filter((record) => record.kind === 'statement').map((record) => statementJson(record)),
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

function statementJson(record: StatementRecord) {
  const { id, source, cue, content, direct, speaker, addressees, act, channel } = record;
  return {
    id,
    source: pairs(source),
    cue: pairs(cue),
    content: pairs(content),
    direct,
    speaker: speaker?.value,
    addressees: addressees.map((slot) => slot.value.code),
    act: act.value,
    channel: channel?.value,
  };
}
