/**
 * Incidents and truces with ACLED's column names: a row for each place of an entry. ACLED has no direction and no
 * claimant, so who is said to have fired, who says so and how that stands follow in columns of our own (`tw_`).
 */
import type { Entry } from '../../model/ledger.ts';
import type { IncidentType } from '../../model/record.ts';
import { backed, type Backed } from '../batch.ts';
import { countryName } from '../names.ts';
import { type EntryPlace, placesOf } from '../places.ts';
import { isToldAsEvent, selectEntries, standing } from '../select.ts';
import type { ExportOptions, ExportSource } from '../source.ts';
import { localDates } from '../when.ts';
import { basisOf, codesOf, labelsOf, readingsOf, standingOf, wordsAt } from '../words.ts';
import { ACLED_TYPES, geoPrecision, interactionOf, interOf, SUB_EVENT_BY_TYPE, timePrecision } from './acled-codes.ts';
import { type Killed, killedByIncident } from './acled-killed.ts';
import { countryNumber } from './country-numbers.ts';
import { csvTable, type Row } from './csv.ts';
import { list } from './entry-columns.ts';

export const ACLED_COLUMNS = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'actor2',
  'assoc_actor_2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'iso',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'source_scale',
  'notes',
  'fatalities',
  'tags',
  'timestamp',
] as const;

const OWN_COLUMNS = [
  'tw_entry',
  'tw_accuser',
  'tw_accuser_code',
  'tw_from',
  'tw_from_code',
  'tw_against',
  'tw_against_code',
  'tw_standing',
  'tw_corroboration',
  'tw_grade',
  'tw_denied_by',
  'tw_factuality',
  'tw_sub_event_basis',
  'tw_killed',
  'tw_killed_low',
  'tw_killed_high',
  'tw_tolls',
  'tw_place_relation',
  'tw_last_date',
  'tw_zone',
  'tw_earliest',
  'tw_latest',
  'tw_reports',
] as const;

export function exportAcled(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  const entries = standing(selectEntries(source.ledger, options)).filter(isEvent);
  const columns = [...ACLED_COLUMNS, ...OWN_COLUMNS];
  return csvTable(columns, rows(source, entries), options);
}

/** Acts, and truces that somebody made; a proposal or an older instrument that is only recalled is no event. */
const isEvent = (entry: Entry): boolean => {
  if (entry.kind === 'incident') return isToldAsEvent(entry);
  if (entry.kind !== 'agreement') return false;
  const stage = readingsOf(entry, 'stage')[0]?.value;
  const type = readingsOf(entry, 'class')[0]?.value;
  const isMade = stage === 'agreed' || stage === 'declared' || stage === 'in force' || stage === 'extended';
  return isMade && (type === 'ceasefire' || type === 'peace');
};

async function* rows(source: ExportSource, entries: readonly Entry[]): AsyncIterable<Row> {
  const killed = await killedByIncident(source, standing(source.ledger.entries).filter(isToldAsEvent));
  for await (const one of backed(source, entries)) {
    const places = placesOf(one);
    const divisions = await source.divisions(places.map(({ key }) => key));
    const shared = { ...sharedOf(one, source), ...costOf(killed.get(one.entry.id), places.length) };
    for (const [index, place] of (places.length === 0 ? [undefined] : places).entries())
      yield { ...shared, ...placedOf(one, place, index), ...(place && divisions.get(place.key)) };
  }
}

/** What differs from place to place. */
const placedOf = (one: Backed, place: EntryPlace | undefined, index: number): Row => ({
  event_id_cnty: `TW-${one.entry.id}-${index + 1}`,
  ...whoOf(one.entry, place?.country),
  ...whereOf(place),
  ...sourcesOf(one, place?.country),
});

/** What all rows of an entry share. */
function sharedOf({ entry }: Backed, { ledger }: ExportSource): Row {
  return {
    ...whenOf(entry),
    ...whatOf(entry),
    timestamp: ledger.asOf === undefined ? undefined : Temporal.Instant.from(ledger.asOf).epochMilliseconds / 1000,
    tw_entry: entry.id,
    tw_standing: standingOf(entry),
    tw_corroboration: entry.corroboration.step,
    tw_grade: entry.corroboration.grade,
    tw_denied_by: list(entry.corroboration.deniedBy.map(({ name }) => name)),
    tw_factuality: list(entry.factuality),
    tw_reports: list(entry.reports),
  };
}

/** The killed of an act; over several places no report spreads them, so that no row may be summed as if one did. */
const costOf = (killed: Killed | undefined, places: number): Row =>
  killed === undefined
    ? {}
    : {
        fatalities: places > 1 ? undefined : killed.best,
        tw_killed: killed.best,
        tw_killed_low: killed.low,
        tw_killed_high: killed.high,
        tw_tolls: list(killed.tolls),
      };

function whenOf(entry: Entry): Row {
  const dates = localDates(entry);
  if (dates === undefined) return {};
  return {
    event_date: dates.first,
    year: Number(dates.first.slice(0, 4)),
    time_precision: timePrecision(dates.days),
    tw_last_date: dates.last,
    tw_zone: dates.zone,
    tw_earliest: entry.earliest,
    tw_latest: entry.latest,
  };
}

function whatOf(entry: Entry): Row {
  const [acled] = readingsOf(entry, 'acled');
  const type = readingsOf(entry, 'type')[0]?.value as IncidentType | undefined;
  const guessed = entry.kind === 'agreement' ? 'Agreement' : type && SUB_EVENT_BY_TYPE[type];
  const sub = acled?.label ?? guessed;
  if (sub === undefined) return { tw_sub_event_basis: 'unknown' };
  const [disorder, event] = ACLED_TYPES[sub] ?? [];
  return {
    disorder_type: disorder,
    event_type: event,
    sub_event_type: sub,
    tw_sub_event_basis: acled === undefined ? 'by kind of entry' : basisOf(acled),
  };
}

function whoOf(entry: Entry, country: string | undefined): Row {
  const isTruce = entry.kind === 'agreement';
  const parties = isTruce ? 'parties' : 'perpetrators';
  const [first, ...others] = labelsOf(entry, parties);
  const [code, ...otherCodes] = codesOf(entry, parties);
  const targets = isTruce ? others : labelsOf(entry, 'targets');
  const targetCodes = isTruce ? otherCodes : codesOf(entry, 'targets');
  const inter1 = interOf(code, country);
  const inter2 = interOf(targetCodes[0], country);
  return {
    actor1: first,
    assoc_actor_1: isTruce ? '' : list(others),
    inter1,
    actor2: targets[0],
    assoc_actor_2: list(targets.slice(1)),
    inter2,
    interaction: interactionOf(inter1, inter2),
    civilian_targeting: targetCodes.some((one) => one.includes('CVL')) ? 'Civilian targeting' : '',
    tw_accuser: list(labelsOf(entry, 'accuser')),
    tw_accuser_code: list(codesOf(entry, 'accuser')),
    ...(isTruce ? {} : directionOf(entry)),
  };
}

const directionOf = (entry: Entry): Row => ({
  tw_from: list(labelsOf(entry, 'perpetrators')),
  tw_from_code: list(codesOf(entry, 'perpetrators')),
  tw_against: list(labelsOf(entry, 'targets')),
  tw_against_code: list(codesOf(entry, 'targets')),
});

function whereOf(place: EntryPlace | undefined): Row {
  if (place === undefined) return {};
  const { name, lat, lon, country } = place;
  return {
    iso: country === undefined ? undefined : numberOf(country),
    country: country === undefined ? undefined : countryName(country),
    location: name,
    latitude: lat,
    longitude: lon,
    geo_precision: lat === undefined ? undefined : geoPrecision(place),
    tw_place_relation: list(place.relations),
  };
}

const numberOf = (country: string): number | undefined => {
  const number = countryNumber(country);
  return number === undefined ? undefined : Number(number);
};

function sourcesOf({ entry, records, reports }: Backed, country: string | undefined): Row {
  const cards = entry.reports.flatMap((id) => reports.get(id)?.card ?? []);
  const outlets = [...new Set(cards.map(({ outlet }) => outlet ?? 'unknown outlet'))];
  const quotes = records.slice(0, 3).map((one) => `“${wordsAt(one.spans, reports.get(one.report)?.text)}”`);
  const homes = new Set(cards.flatMap(({ outletCountry }) => outletCountry ?? []).map((home) => home === country));
  const scale = [homes.has(true) ? 'National' : '', homes.has(false) ? 'International' : ''].filter(Boolean).join('-');
  return {
    source: list(outlets),
    source_scale: country === undefined ? undefined : scale,
    notes: `${entry.title}. ${quotes.join(' ')}`,
  };
}
