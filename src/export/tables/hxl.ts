/** What happened, with HXL 1.1 hashtags below the names: a row for each place of an entry, for humanitarian tools. */
import type { Count } from '../../model/record.ts';
import { backed, type Backed } from '../batch.ts';
import { countryName } from '../names.ts';
import { type EntryPlace, extentOf, placesOf } from '../places.ts';
import { eventsOn } from '../select.ts';
import type { ExportOptions, ExportSource } from '../source.ts';
import { localDates } from '../when.ts';
import { labelsOf, readingsOf, standingOf } from '../words.ts';
import { csvTable, type Row } from './csv.ts';
import { list } from './entry-columns.ts';

/** Name and hashtag of each column. */
export const HXL_COLUMNS = [
  ['Event id', '#event+id'],
  ['Kind', '#event+kind'],
  ['Type', '#event+type'],
  ['Description', '#description'],
  ['First date', '#date+start'],
  ['Last date', '#date+end'],
  ['Reported', '#date+reported'],
  ['Accuser', '#org+accuser'],
  ['Accused or acting', '#org+accused'],
  ['Target', '#org+target'],
  ['Status of the claim', '#status+claim'],
  ['Corroboration', '#status+corroboration'],
  ['Country', '#country+name'],
  ['Country code', '#country+code+v_iso3'],
  ['Place', '#loc+name'],
  ['Relation to place', '#loc+relation'],
  ['Latitude', '#geo+lat'],
  ['Longitude', '#geo+lon'],
  ['What the point stands for', '#geo+precision'],
  ['Killed', '#affected+killed'],
  ['Wounded', '#affected+injured'],
  ['Missing', '#affected+missing'],
  ['Sources', '#meta+source'],
  ['Links', '#meta+url'],
] as const;

export function exportHxl(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  const tags = HXL_COLUMNS.map(([, tag]) => tag);
  return csvTable(
    HXL_COLUMNS.map(([name]) => name),
    rows(source, options),
    { ...options, tags },
  );
}

async function* rows(source: ExportSource, options: ExportOptions): AsyncIterable<Row> {
  const entries = eventsOn(source.ledger, options);
  for await (const one of backed(source, entries)) {
    const places = placesOf(one);
    for (const place of places.length === 0 ? [undefined] : places) yield { ...whatOf(one), ...whereOf(place) };
  }
}

function whatOf({ entry, reports }: Backed): Row {
  const cards = entry.reports.flatMap((id) => reports.get(id)?.card ?? []);
  const dates = localDates(entry);
  const first = (names: readonly string[]): string => list(names.flatMap((name) => labelsOf(entry, name)));
  const count = (name: string): number | undefined => {
    const value = readingsOf(entry, name)[0]?.value as Count | undefined;
    return value?.best ?? value?.low;
  };
  return {
    'Event id': entry.id,
    Kind: entry.kind,
    Type: first(['type', 'class', 'form', 'finding']),
    Description: entry.title,
    'First date': dates?.first,
    'Last date': dates?.last,
    Reported: entry.firstReported?.slice(0, 10),
    Accuser: first(['accuser', 'counter', 'monitor']),
    'Accused or acting': first(['perpetrators', 'parties', 'requester', 'participants']),
    Target: first(['targets', 'side', 'addressee']),
    'Status of the claim': standingOf(entry),
    Corroboration: entry.corroboration.step,
    Killed: count('killed'),
    Wounded: count('wounded'),
    Missing: count('missing'),
    Sources: list([...new Set(cards.flatMap(({ outlet }) => outlet ?? []))]),
    Links: list(cards.flatMap(({ url }) => url ?? [])),
  };
}

function whereOf(place: EntryPlace | undefined): Row {
  if (place === undefined) return {};
  const { name, country, lat, lon, relations } = place;
  return {
    Country: country === undefined ? undefined : countryName(country),
    'Country code': country,
    Place: name,
    'Relation to place': list(relations),
    Latitude: lat,
    Longitude: lon,
    'What the point stands for': lat === undefined ? undefined : extentOf(place),
  };
}
