/**
 * The ledger as PLOVER events, one a line (openeventdata/PLOVER, draft 2.0). An alleged act is two lines: the
 * accusation, which happened, and the act, marked as alleged in a field of our own, for PLOVER has none.
 */
import type { Entry } from '../model/ledger.ts';
import type { MeetingRecord, Plover } from '../model/record.ts';
import type { Factuality } from '../model/vocabulary.ts';
import { backed, type Backed } from './batch.ts';
import { countryName } from './names.ts';
import { placesOf } from './places.ts';
import { selectEntries, standing } from './select.ts';
import type { ExportOptions, ExportSource } from './source.ts';
import { localDates } from './when.ts';
import { readingsOf, standingOf, wordsAt } from './words.ts';

export async function* exportPlover(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  const entries = standing(selectEntries(source.ledger, options));
  for await (const one of backed(source, entries))
    for (const event of eventsOf(one)) yield `${JSON.stringify(event)}\n`;
}

/** Slots of who acts and on whom, by kind. */
const ROLES: Readonly<Partial<Record<Entry['kind'], readonly [actors: string, recipients?: string]>>> = {
  incident: ['perpetrators', 'targets'],
  agreement: ['parties'],
  request: ['requester', 'addressee'],
  meeting: ['participants'],
  event: ['actors', 'recipients'],
};

/** PLOVER's auxiliary modes for what is no plain past event. */
const AUXILIARY: Readonly<Partial<Record<Factuality, string>>> = {
  recalled: 'historical',
  planned: 'future',
  possible: 'hypothetical',
  hypothetical: 'hypothetical',
  denied: 'negation',
};

function eventsOf(one: Backed): readonly object[] {
  const { entry } = one;
  const told = one.records.find(({ plover }) => plover !== undefined);
  const date = localDates(entry)?.first ?? entry.firstReported?.slice(0, 10);
  if (told?.plover === undefined || date === undefined || date.length < 10) return [];
  const [actors, recipients] = ROLES[entry.kind] ?? ['actors'];
  const act = {
    ...shared(one, date),
    id: entry.id,
    actor: entities(entry, actors),
    recipient: recipients === undefined ? [] : entities(entry, recipients),
    ...eventOf(one, told.plover),
  };
  const accusers = entities(entry, 'accuser');
  if (entry.kind !== 'incident' || accusers.length === 0) return [act];
  const accusation = {
    ...shared(one, entry.firstReported?.slice(0, 10) ?? date),
    id: `${entry.id}:accusation`,
    actor: accusers,
    recipient: act.actor,
    event: ['ACCUSE'],
    quad_code: 'VX',
    mode: ['allege'],
    context: told.plover.context,
  };
  return [accusation, act];
}

/** A meeting that is only announced is AGREE: the manual's rule for future CONSULT. */
function eventOf({ entry, records }: Backed, plover: Plover): object {
  const meetings = records.filter((record): record is MeetingRecord & { report: string } => record.kind === 'meeting');
  const isAhead = meetings.length > 0 && meetings.every(({ status }) => status.value !== 'held');
  const auxiliary = entry.factuality.flatMap((one) => AUXILIARY[one] ?? []);
  const isFuture = isAhead && plover.event === 'CONSULT';
  return {
    event: [isFuture ? 'AGREE' : plover.event],
    quad_code: plover.quad,
    mode: [...new Set([...(isFuture ? ['future'] : plover.mode), ...auxiliary])],
    context: plover.context,
  };
}

/** "AZE MIL" as code and sectors, with the name that reports use. */
const entities = (entry: Entry, slot: string): readonly object[] =>
  readingsOf(entry, slot).flatMap(({ value, label }) => {
    if (typeof value !== 'string') return [];
    const [code, ...sector] = value.split('|')[0]!.split(' ');
    return [{ code, sector, entity_text: label }];
  });

function shared(one: Backed, date: string): object {
  const { entry, records, reports } = one;
  const main = records[0]!;
  const report = reports.get(main.report);
  const card = report?.card;
  const span = main.spans[0];
  return {
    date,
    event_loc: locations(one),
    event_text: entry.title,
    text: wordsAt(main.spans, report?.text),
    text_info: span === undefined ? {} : { sequence: 1, start: span.start, end: span.end },
    cite_info: {
      citation: main.report,
      publication: card?.outlet,
      title: card?.headline,
      url: card?.url,
      language: card?.language,
      coder: report?.coder,
      codebook: 'PLOVER',
      version: '2.0 draft',
    },
    trucewatch: {
      entry: entry.id,
      kind: entry.kind,
      records: entry.records,
      reports: entry.reports,
      factuality: entry.factuality,
      standing: standingOf(entry),
      corroboration: entry.corroboration.step,
      deniedBy: entry.corroboration.deniedBy.map(({ code, name }) => ({ code, name })),
      earliest: entry.earliest,
      latest: entry.latest,
      dateFrom: entry.earliest === undefined ? 'report' : 'event',
    },
  };
}

const locations = (one: Backed): readonly object[] =>
  placesOf(one).map((place) => ({
    extracted_place: place.name,
    resolved_place: place.name,
    geonameid: place.geonamesId,
    lat: place.lat,
    lon: place.lon,
    country: place.country === undefined ? undefined : countryName(place.country),
    country_code: place.country,
    feature_class: place.feature,
    resolution: place.feature === 'P' ? 4 : place.feature === 'A' ? 2 : undefined,
    relation: place.relations,
  }));
