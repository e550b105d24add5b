/**
 * The content of a situation report: what the template gets. Every sentence already carries the marks of its notes.
 * A function of the ledger, the period and the language; the order is that of time, then of ids.
 */
import type { AgendaItem, Entry, Evidence, Ledger, Truce } from '../../model/ledger.ts';
import type { Count } from '../../model/record.ts';
import type { Span } from '../../model/span.ts';
import type { ExportChange, ExportReport } from '../source.ts';
import { codesOf, labelOf, labelsOf, readingsOf, standingOf, wordsAt } from '../words.ts';
import type { SitrepLanguage } from './language.ts';
import type { Speech } from './speech.ts';
import { noteBook, type Note, type NoteBook } from './notes.ts';
import { teller, type Teller } from './said.ts';
import type { SitrepScope } from './scope.ts';

export interface SitrepTruce {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly sentences: readonly string[];
  readonly matrix: readonly SitrepRow[];
}

export interface SitrepRow {
  readonly accuser: string;
  readonly accused: string;
  readonly alone: number;
  readonly denied: number;
  readonly admitted: number;
  readonly confirmed: number;
}

/** All that a template can show. Lists may be empty: the template says what then stands there. */
export interface Sitrep {
  readonly language: SitrepLanguage;
  readonly situation: string;
  readonly period: string;
  readonly asOf: string;
  readonly revision: string;
  readonly program: string;
  readonly truces: readonly SitrepTruce[];
  readonly incidents: readonly string[];
  readonly before: readonly string[];
  readonly tolls: readonly string[];
  readonly calls: readonly string[];
  readonly requests: readonly string[];
  readonly meetings: readonly string[];
  readonly agenda: readonly { readonly when: string; readonly what: string; readonly outcome: string }[];
  readonly differences: readonly string[];
  readonly gaps: readonly string[];
  readonly changes: readonly string[];
  readonly since: string;
  readonly notes: readonly Note[];
}

export interface SitrepInput {
  readonly ledger: Ledger;
  readonly scope: SitrepScope;
  readonly language: SitrepLanguage;
  readonly speech: Speech;
  readonly reports: ReadonlyMap<string, ExportReport>;
  /** Where each statement record says what is said. */
  readonly contents: ReadonlyMap<string, readonly Span[]>;
  readonly changes: readonly ExportChange[];
  readonly program: string;
}

/** Sentences of one list; what is more is counted in the ledger, not in a report that people read. */
const MOST = 60;
/** Changes that are told; what is said, and events beside the truce, change every hour. */
const MOST_CHANGES = 40;
const UNTOLD: ReadonlySet<string> = new Set(['statement', 'event']);
/** Words that tell nothing by themselves: "it", "the talks". */
const FEWEST_WORDS = 4;
const LOSSES = ['killed', 'wounded', 'captured', 'missing', 'killedOrMissing'] as const;
/** What a report of the day tells of statements: what asks something of somebody or takes a stand on the truce. */
const CALLS: ReadonlySet<string> = new Set(['urge', 'condemn', 'promise', 'threaten', 'propose']);
/** Statements that are told; the desk has all. */
const MOST_CALLS = 25;
/** Longest words of a statement within a line, in characters. */
const LONGEST = 160;
/** Kinds whose differing values matter to a reader; differences of the others are told in the ledger. */
const DIFFERING: ReadonlySet<string> = new Set(['agreement', 'incident', 'toll', 'meeting', 'request', 'observation']);
/** Slots that go through stages: a later stage is progress, no difference. */
const STAGES: ReadonlySet<string> = new Set(['status', 'stage']);

export function sitrepOf(input: SitrepInput): Sitrep {
  const { ledger, scope, language, speech, reports } = input;
  const tell = teller(speech, ledger);
  const book = noteBook(reports);
  const context: Context = { tell, book, ledger };
  const of = (kind: Entry['kind']): readonly Entry[] => scope.entries.filter((entry) => entry.kind === kind);
  const lines = (entries: readonly Entry[], say: (entry: Entry, context: Context) => string): string[] =>
    inTime(entries)
      .slice(0, MOST)
      .map((entry) => say(entry, context));
  return {
    language,
    situation: situationOf(ledger, scope.truce, tell),
    period: periodOf(scope, tell),
    asOf: tell.moment(ledger.asOf ?? scope.to),
    revision: ledger.hash.slice(0, 12),
    program: input.program,
    truces: scope.truces.map((truce) => truceOf(truce, context)),
    incidents: lines(of('incident').filter(isRecent), incident),
    before: lines(
      of('incident').filter((entry) => !isRecent(entry)),
      incident,
    ),
    tolls: lines(of('toll'), toll),
    calls: lines(
      of('statement').filter((entry) => CALLS.has(labelOf(entry, 'act'))),
      (entry) => statement(entry, context, input),
    )
      .filter((line) => line !== '')
      .slice(0, MOST_CALLS),
    requests: lines(of('request'), titled),
    meetings: lines(of('meeting'), titled),
    agenda: agendaInTime(scope.agenda).map((item) => agendaLine(item, context)),
    differences: differencesOf(scope.entries, context),
    gaps: gapsOf(scope.truces, tell),
    changes: changesOf(input.changes, context),
    since: scope.since === undefined ? '' : tell.moment(scope.since),
    notes: book.notes,
  };
}

/** Days where the period begins and ends with one, else moments. */
function periodOf({ from, to }: SitrepScope, tell: Teller): string {
  const isDays = [from, to].every((at) => at.endsWith('T00:00:00.000Z'));
  const last = new Date(Date.parse(to) - 1).toISOString();
  return isDays ? `${tell.days(from, last)} (UTC)` : `${tell.moment(from)} – ${tell.moment(to)}`;
}

interface Context {
  readonly tell: Teller;
  readonly book: NoteBook;
  readonly ledger: Ledger;
}

/** Recalled acts are background, not news of the period. */
const isRecent = ({ factuality }: Entry): boolean => !factuality.every((label) => label === 'recalled');

const inTime = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted(
    (a, b) => compare(a.earliest ?? a.firstReported ?? '', b.earliest ?? b.firstReported ?? '') || compare(a.id, b.id),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const evidenceOf = (entry: Entry, slots: readonly string[]): Evidence[] =>
  slots.flatMap((slot) => readingsOf(entry, slot).flatMap(({ evidence }) => evidence));

const first = (all: readonly Evidence[]): Evidence[] => {
  const seen = new Set<string>();
  return all.filter(({ report }) => !seen.has(report) && seen.add(report));
};

function situationOf(ledger: Ledger, truce: Truce | undefined, tell: Teller): string {
  const parties = truce?.parties ?? ledger.situations[0]?.sides.map(({ key }) => key) ?? [];
  return [...new Set(parties.map((code) => tell.nameOf(code)))].join(' – ');
}

function truceOf(truce: Truce, context: Context): SitrepTruce {
  const { tell, book, ledger } = context;
  const { speech } = tell;
  const entry = ledger.entries.find(({ id }) => id === truce.id);
  const cite = (evidence: readonly Evidence[]): string => book.cite(first(evidence));
  const said = new Set(truce.announcedBy.map(({ side }) => side));
  const silent = truce.parties.filter((code) => said.size > 0 && !said.has(code) && !said.has(code.slice(0, 3)));
  const announced = spoken(truce.announcedBy);
  const reaffirmed = spoken(truce.reaffirmedBy);
  const names = (origins: Truce['announcedBy']): string => tell.list([...new Set(origins.map(({ name }) => name))]);
  const evidence = entry === undefined ? [] : evidenceOf(entry, ['effective', 'effectiveFrom', 'signed', 'class']);
  const from = fromOf(truce, entry, tell);
  const superseded = ledger.truces.find(({ id }) => id === truce.supersededBy);
  const sentences = [
    `${from === undefined ? speech.noMoment() : speech.inForce(from)}${cite(evidence)}`,
    ...(truce.standing || announced.length === 0
      ? []
      : [`${speech.announcedBy(names(announced))}${cite(announced.flatMap((origin) => origin.evidence))}`]),
    ...(truce.standing || silent.length === 0
      ? []
      : [speech.notConfirmedBy(tell.list(silent.map((code) => tell.nameOf(code))))]),
    ...(reaffirmed.length === 0
      ? []
      : [`${speech.reaffirmed(names(reaffirmed))}${cite(reaffirmed.flatMap((origin) => origin.evidence))}`]),
    ...breaches(truce, context),
    ...(superseded === undefined ? [] : [speech.supersededBy(titleOf(superseded, context))]),
  ];
  return {
    id: truce.id,
    title: titleOf(truce, context),
    status: speech.status[truce.status],
    sentences,
    matrix: truce.matrix.map((row) => rowOf(row, tell)),
  };
}

/** Voices that a report names; outlets that tell it in their own words only where there is nobody else. */
function spoken(origins: Truce['announcedBy']): Truce['announcedBy'] {
  const named = origins.filter(({ key }) => !key.startsWith('outlet:'));
  return named.length > 0 ? named : origins;
}

/** From when it holds: the hour where one is known, else the day. */
function fromOf(truce: Truce, entry: Entry | undefined, tell: Teller): string | undefined {
  if (truce.effectiveFrom === undefined) return undefined;
  const [reading] = entry === undefined ? [] : readingsOf(entry, 'effective');
  const isDay =
    typeof reading?.value === 'object' && 'value' in reading.value
      ? !reading.value.value.includes('T')
      : /T00:00:00/.test(truce.effectiveFrom);
  return isDay ? tell.day(truce.effectiveFrom) : tell.moment(truce.effectiveFrom, zoneOfTruce(entry));
}

const zoneOfTruce = (entry: Entry | undefined): string | undefined => {
  const [reading] = entry === undefined ? [] : readingsOf(entry, 'effective');
  return typeof reading?.value === 'object' && 'zone' in reading.value ? reading.value.zone : undefined;
};

/** "Armenia – Azerbaijan, 14 September 2022, 20:00 (UTC+4)": a title that needs no grammar of either language. */
function titleOf(truce: Truce, { tell, ledger }: Context): string {
  const entry = ledger.entries.find(({ id }) => id === truce.id);
  const parties = truce.parties.map((code) => tell.nameOf(code)).join(' – ');
  const when = fromOf(truce, entry, tell) ?? '';
  return [parties, when].filter((part) => part !== '').join(', ') || truce.title;
}

const rowOf = ({ accuser, accused, cells }: Truce['matrix'][number], tell: Teller): SitrepRow => ({
  accuser: accuser === 'unknown' ? tell.speech.someone : tell.nameOf(accuser),
  accused: tell.nameOf(accused),
  alone: cells.alone.length,
  denied: cells.denied.length,
  admitted: cells.admitted.length,
  confirmed: cells.confirmed.length,
});

function breaches(truce: Truce, { tell, book, ledger }: Context): string[] {
  const { speech } = tell;
  const byId = new Map(ledger.entries.map((entry) => [entry.id, entry]));
  const rows = truce.matrix.map((row) => {
    const ids = Object.values(row.cells).flat();
    const told = rowOf(row, tell);
    const evidence = ids.flatMap(
      (id) => byId.get(id)?.corroboration.origins.flatMap((origin) => origin.evidence) ?? [],
    );
    return `${speech.accuses(told.accuser, told.accused, ids.length)}: ${speech.standing(told)}.${book.cite(first(evidence))}`;
  });
  if (rows.length === 0) return [speech.noneAlleged()];
  return [
    ...rows,
    ...(truce.lastBreach === undefined ? [] : [speech.lastBreach(tell.moment(truce.lastBreach))]),
    ...(truce.hoursQuiet === undefined ? [] : [speech.quiet(truce.hoursQuiet)]),
  ];
}

function incident(entry: Entry, { tell, book }: Context): string {
  const { speech } = tell;
  const { origins, deniedBy } = entry.corroboration;
  const accusers = [...new Set(codesOf(entry, 'accuser').map((code) => tell.nameOf(code)))];
  const accused = [...new Set(codesOf(entry, 'perpetrators').map((code) => tell.nameOf(code)))];
  const act = actOf(entry, speech);
  const isAlleged = accusers.length > 0;
  const line = speech.incident({
    act,
    places: tell.places(entry),
    ...(isAlleged && { accuser: tell.list(accusers) }),
    ...(accused.length > 0 && (isAlleged ? { accused: tell.list(accused) } : { by: tell.list(accused) })),
  });
  const denied = deniedBy.length === 0 ? [] : [speech.deniedBy(tell.list(deniedBy.map(({ name }) => name)))];
  const steps =
    standingOf(entry) === 'alone' || standingOf(entry) === 'denied'
      ? []
      : [speech.steps(speech.step[entry.corroboration.step])];
  const marks = book.cite(first([...origins, ...deniedBy].flatMap(({ evidence }) => evidence)));
  return `${tell.when(entry)}: ${[line, ...denied, ...steps].join('; ')}.${marks}`;
}

/** The kind of act; what is no known kind by its ACLED sub-event, where it has one. */
function actOf(entry: Entry, speech: Speech): string {
  const type = labelOf(entry, 'type') as keyof Speech['act'];
  const acled = labelOf(entry, 'acled');
  return (type === 'other' && acled !== '' && speech.language === 'en' ? acled : speech.act[type]) ?? speech.act.other;
}

function toll(entry: Entry, { tell, book }: Context): string {
  const { speech } = tell;
  const counts = LOSSES.flatMap((loss) => {
    const [reading] = readingsOf(entry, loss);
    return reading === undefined ? [] : [`${tell.count(reading.value as Count)} ${speech.loss[loss]}`];
  });
  const [side] = codesOf(entry, 'side');
  const counters = [...new Set(readingsOf(entry, 'counter').map(({ label }) => label))];
  const line = speech.toll({
    side: side === undefined ? speech.nobody : tell.nameOf(side),
    counts: counts.join(', '),
    ...(counters.length > 0 && { counter: tell.list(counters) }),
    when: speech.reported(tell.day(entry.lastReported ?? '')),
  });
  return `${line}${book.cite(first(evidenceOf(entry, LOSSES)))}`;
}

/** Who says what, in the words of the first report that carries it; empty where these tell nothing by themselves. */
function statement(entry: Entry, { tell, book }: Context, { reports, contents }: SitrepInput): string {
  const evidence = entry.corroboration.origins.flatMap((origin) => origin.evidence);
  const said = evidence.find(({ record }) => contents.has(record));
  const text = said === undefined ? undefined : reports.get(said.report)?.text;
  const words = said === undefined ? '' : shortened(wordsAt(contents.get(said.record)!, text));
  if (words.split(' ').length < FEWEST_WORDS) return '';
  return `${tell.day(entry.firstReported ?? '')}: ${entry.title} — “${words}”.${book.cite(first(evidence))}`;
}

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  const head = words.slice(0, LONGEST);
  return `${head.slice(0, head.lastIndexOf(' '))} …`;
}

/** Requests and meetings are told by the ledger's own line: names and words of the reports, in their language. */
function titled(entry: Entry, { tell, book }: Context): string {
  const when = entry.earliest === undefined ? tell.day(entry.firstReported ?? '') : tell.when(entry);
  const evidence = entry.corroboration.origins.flatMap((origin) => origin.evidence);
  return `${when}: ${entry.title}${statusWord(entry)}.${book.cite(first(evidence))}`;
}

const statusWord = (entry: Entry): string => {
  const status = labelsOf(entry, 'status')[0];
  return status === undefined ? '' : ` (${status})`;
};

const agendaInTime = (items: readonly AgendaItem[]): AgendaItem[] =>
  items.toSorted((a, b) => compare(a.latest ?? '9999', b.latest ?? '9999') || compare(a.entry, b.entry));

function agendaLine(item: AgendaItem, { tell, book, ledger }: Context): Sitrep['agenda'][number] {
  const entry = ledger.entries.find(({ id }) => id === item.entry);
  const when = entry === undefined ? tell.speech.unknownTime : tell.when(entry);
  const marks = book.cite(first(entry?.corroboration.origins.flatMap(({ evidence }) => evidence) ?? []));
  return { when, what: `${item.title}${marks}`, outcome: tell.speech.outcome[item.outcome] };
}

/** Contradictions and updates; two namings of one thing are told in the ledger. */
function differencesOf(entries: readonly Entry[], { tell, book }: Context): string[] {
  const { speech } = tell;
  return inTime(entries.filter(({ kind }) => DIFFERING.has(kind)))
    .flatMap((entry) =>
      entry.differences
        .filter(({ slot, type }) => (type === 'contradiction' || type === 'update') && !STAGES.has(slot))
        .map((difference) => {
          const readings = difference.readings.map(
            ({ label, evidence }) => `${label}${book.cite(first(evidence).slice(0, 1))}`,
          );
          const what = speech.slot[difference.slot] ?? difference.slot;
          return speech.differs(`${entry.title} — ${what}`, readings.join(' · '), speech.difference[difference.type]);
        }),
    )
    .slice(0, MOST);
}

function gapsOf(truces: readonly Truce[], tell: Teller): string[] {
  const lines = truces.flatMap(({ gaps }) =>
    gaps.map(({ side, from, until }) => tell.speech.silent(tell.nameOf(side), tell.day(from), tell.day(until))),
  );
  return [...new Set(lines)];
}

/** Statuses first, then the agenda, then entries. */
function changesOf(changes: readonly ExportChange[], context: Context): string[] {
  const kinds = new Map(context.ledger.entries.map(({ id, kind }) => [id, kind]));
  return changes
    .filter(({ entry }) => !UNTOLD.has(kinds.get(entry) ?? ''))
    .slice(0, MOST_CHANGES)
    .map((change) => changeLine(change, context));
}

function changeLine({ type, entry, text, details }: ExportChange, { tell, ledger }: Context): string {
  const found = ledger.entries.find(({ id }) => id === entry);
  const more =
    type === 'changed' && tell.speech.language === 'en' && details !== undefined && details.length > 0
      ? `: ${details.join('; ')}`
      : '';
  const date = found?.lastReported === undefined ? '' : ` (${tell.speech.reported(tell.day(found.lastReported))})`;
  return `${tell.speech.change[type]}: ${text}${more}${date}`;
}
