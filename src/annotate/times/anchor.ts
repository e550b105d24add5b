/** What the times of a report are told against: its day, its clock if known, and the zone of its dateline. */
import type { ZoneLexicon } from '../../lexicon/zones.ts';
import type { Article } from '../../model/article.ts';
import { parseDay } from '../../model/calendar.ts';
import type { DayNumber } from '../../model/calendar.ts';

export interface Anchor {
  /** Absent when the report is undated. */
  readonly day?: DayNumber;
  /** Minutes past midnight, where the report is dated to the minute. */
  readonly minutes?: number;
  /** Zone of the dateline's place. */
  readonly zone?: string;
}

/** Zone of the dateline's place, else of the country or region that it names. */
const placeZone = (dateline: Article['dateline'], zones: ZoneLexicon): string | undefined =>
  (dateline?.place === undefined ? undefined : zones.ofPlace(dateline.place)) ??
  (dateline?.region === undefined ? undefined : zones.ofPlace(dateline.region));

/** How many days a report may come out after the day in its dateline. */
const LAG = 2;

/** The anchor of an article. The dateline's day counts before the day of publication: reporters write "today" on it. */
export function anchorOf(article: Article, zones: ZoneLexicon): Anchor {
  const { dateline, published } = article;
  const zone = placeZone(dateline, zones);
  const day = published.value === undefined ? undefined : parseDay(published.value);
  if (day === undefined) return zone === undefined ? {} : { zone };
  const written = dateline?.date === undefined ? undefined : parseDay(dateline.date);
  const known = written !== undefined && written <= day && day - written <= LAG ? written : day;
  const clock = /T(\d\d):(\d\d)/.exec(published.value!);
  const minutes = clock === null || known !== day ? undefined : Number(clock[1]) * 60 + Number(clock[2]);
  return { day: known, ...(minutes === undefined ? {} : { minutes }), ...(zone === undefined ? {} : { zone }) };
}
