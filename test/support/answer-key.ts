/** Compares what we made of a report with an answer key, line by line; says of each wrong line what was found instead. */
import type { Coded } from '../../src/pipeline.ts';
import type { Ledger, Entry } from '../../src/model/ledger.ts';
import type { CodedRecord } from '../../src/model/record.ts';
import type { Span } from '../../src/model/span.ts';

export interface Line {
  readonly what: string;
  readonly right: boolean;
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Item = { [key: string]: Json } & { quote: string };

interface KeyReport {
  readonly article: {
    chrome: string[];
    headline: string;
    deckStartsWith: string;
    dateline: { place: string; agency: string; monthDay: string };
    published: string;
  };
  readonly times: readonly { quote: string; part?: string; type: string; value: string; instant?: string }[];
  readonly statements: readonly Item[];
  readonly records: readonly (Item & { kind: string })[];
}

export interface AnswerKey {
  readonly reports: Readonly<Record<string, KeyReport>>;
  readonly ledger: {
    readonly stories: readonly (readonly string[])[];
    readonly agreements: readonly {
      class: string;
      effectiveFrom?: string;
      signed?: string;
      name?: string;
      reports: readonly string[];
    }[];
    readonly incidents: readonly {
      corroboration: string;
      againstAgreements: readonly string[];
      notAgainst: readonly string[];
    }[];
    readonly requests: readonly { requester: string; addressee: Json; status: Json; reports: readonly string[] }[];
    readonly agenda: readonly { what: string; due: Json }[];
  };
}

const line = (what: string, right: boolean, found?: unknown): Line => ({
  what: right ? what : `${what}: found ${JSON.stringify(found)}`,
  right,
});

/** A list under `anyOf` accepts any one of its values. */
export function accepts(wanted: Json, found: unknown): boolean {
  if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted) && 'anyOf' in wanted)
    return (wanted['anyOf'] as Json[]).some((one) => accepts(one, found));
  if (Array.isArray(wanted))
    return Array.isArray(found) && wanted.every((one) => found.some((other) => accepts(one, other)));
  if (typeof wanted === 'string' && typeof found === 'string') return found === wanted || isCodeOf(wanted, found);
  return wanted === found;
}

/** "ARM" accepts "ARM GOV": the key asks for the country only. */
const isCodeOf = (wanted: string, found: string): boolean =>
  /^[A-Z]{3}$/.test(wanted) && found.startsWith(`${wanted} `);

function spanOf(text: string, words: string, within?: string): Span {
  const from = within === undefined ? 0 : text.indexOf(within);
  const start = text.indexOf(words, Math.max(0, from));
  if (start < 0) throw new Error(`the key quotes what is not in the report: ${words}`);
  return { start, end: start + words.length };
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export function judgeReport(
  coded: Coded,
  key: KeyReport,
): { article: Line[]; times: Line[]; statements: Line[]; records: Line[] } {
  return {
    article: judgeArticle(coded, key),
    times: judgeTimes(coded, key),
    statements: judgeStatements(coded, key),
    records: judgeRecords(coded, key),
  };
}

function judgeArticle({ article }: Coded, { article: key }: KeyReport): Line[] {
  return [
    line(
      'chrome',
      key.chrome.every((words) => article.chrome.some((one) => one.text === words)),
      article.chrome,
    ),
    line('headline', article.headline?.text === key.headline, article.headline),
    line('deck', article.deck?.text.startsWith(key.deckStartsWith) === true, article.deck),
    line(
      'dateline place',
      article.dateline?.place?.toLowerCase() === key.dateline.place.toLowerCase(),
      article.dateline,
    ),
    line('dateline agency', article.dateline?.agency === key.dateline.agency, article.dateline),
    line('dateline day', article.dateline?.date?.endsWith(key.dateline.monthDay) === true, article.dateline),
    line('published', article.published.value === key.published, article.published),
  ];
}

function judgeTimes({ doc, article }: Coded, { times }: KeyReport): Line[] {
  return times.map(({ quote, part, type, value, instant }) => {
    const span = part === undefined ? spanOf(article.text, quote) : spanOf(article.text, part, quote);
    const found = doc.times.filter((time) => meets(time, span));
    const right = found.some(
      (time) => time.type === type && time.value === value && (instant === undefined || time.earliest === instant),
    );
    return line(`time "${part ?? quote}" = ${value}`, right, found);
  });
}

function judgeStatements({ records, article }: Coded, { statements }: KeyReport): Line[] {
  const ours = records.filter((record) => record.kind === 'statement');
  return statements.map((wanted) => {
    const span = spanOf(article.text, wanted.quote);
    const near = ours.filter(({ content, cue }) => [...content, ...cue].some((part) => meets(part, span)));
    const right = near.some(
      (one) =>
        accepts(wanted['speaker'] ?? null, one.speaker?.value.code) &&
        (wanted['speakerName'] === undefined || one.speaker?.value.name === wanted['speakerName']) &&
        (wanted['act'] === undefined || accepts(wanted['act'], one.act.value)) &&
        (wanted['direct'] === undefined || one.direct === wanted['direct']) &&
        (wanted['channel'] === undefined ||
          one.channel?.value.includes(JSON.stringify(wanted['channel']).slice(1, -1)) === true) &&
        (wanted['addressees'] === undefined ||
          accepts(
            wanted['addressees'],
            one.addressees.map(({ value }) => value.code),
          )),
    );
    return line(
      `statement "${wanted.quote.slice(0, 60)}"`,
      right,
      near.map((one) => [
        one.speaker?.value,
        one.act.value,
        one.direct,
        one.addressees.map(({ value }) => value.code),
        one.channel?.value,
      ]),
    );
  });
}

const NOT_SLOTS = new Set(['kind', 'quote', 'why', 'plover', 'factuality']);

function judgeRecords({ records, article }: Coded, { records: keys }: KeyReport): Line[] {
  return keys.map((wanted) => {
    const span = spanOf(article.text, wanted.quote);
    const near = records.filter(
      (record) => record.kind === wanted.kind && spansOf(record).some((part) => meets(part, span)),
    );
    const right = near.some((record) => wrongSlots(wanted, record).length === 0);
    const closest = near.map((record) => wrongSlots(wanted, record)).toSorted((a, b) => a.length - b.length)[0];
    return line(`${wanted.kind} "${wanted.quote.slice(0, 60)}"`, right, closest ?? 'no record of the kind there');
  });
}

const spansOf = (record: CodedRecord): readonly Span[] => record.spans;

function wrongSlots(wanted: Item, record: CodedRecord): string[] {
  const wrong: string[] = [];
  if (wanted['factuality'] !== undefined && !accepts(wanted['factuality'], record.factuality))
    wrong.push(`factuality ${record.factuality}`);
  if (wanted['plover'] !== undefined && record.plover?.event !== wanted['plover'])
    wrong.push(`plover ${record.plover?.event}`);
  for (const [slot, value] of Object.entries(wanted)) {
    if (NOT_SLOTS.has(slot)) continue;
    const found = valueOf(record, slot);
    if (!matches(value, found)) wrong.push(`${slot}: ${JSON.stringify(found)}`);
  }
  return wrong;
}

/** The plain value of a slot. */
function valueOf(record: CodedRecord, slot: string): unknown {
  const raw = (record as unknown as Record<string, unknown>)[slot];
  if (slot === 'places')
    return record.places.flatMap(({ value, spans }) => [value.name, ...spans.map(() => value.key)]);
  return Array.isArray(raw) ? raw.map(plain) : plain(raw);
}

function plain(slot: unknown): unknown {
  return (slot as { value?: unknown } | undefined)?.value;
}

/** Words may be part of longer ones: "inform journalists" within what is planned. */
function matches(wanted: Json, found: unknown): boolean {
  if (accepts(wanted, found)) return true;
  // An actor is known by its code or by its name
  if (typeof found === 'object' && found !== null && 'code' in found)
    return [found.code, (found as { name?: string }).name].some((one) => matches(wanted, one));
  if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted) && 'anyOf' in wanted)
    return (wanted['anyOf'] as Json[]).some((one) => matches(one, found));
  if (Array.isArray(wanted))
    return Array.isArray(found) && wanted.every((one) => found.some((other) => matches(one, other)));
  return (
    typeof wanted === 'string' &&
    typeof found === 'string' &&
    wanted.length > 3 &&
    (found.includes(wanted) || found.startsWith(wanted))
  );
}

const readings = (entry: Entry, slot: string): unknown[] =>
  entry.slots.find(({ name }) => name === slot)?.readings.map(({ value }) => value) ?? [];
const codesOf = (entry: Entry, slot: string): string[] => readings(entry, slot).map(String);

/** Report ids that an entry of `kind` rests on, for those whose slot fits. */
export function judgeLedger(ledger: Ledger, { ledger: key }: AnswerKey): Line[] {
  const of = (kind: string): Entry[] => ledger.entries.filter((entry) => entry.kind === kind);
  const hasReports = (entry: Entry, ids: readonly string[]): boolean =>
    ids.length === entry.reports.length && ids.every((id) => entry.reports.includes(id));
  const agreementBy = (signed: string): Entry | undefined =>
    of('agreement').find(
      (entry) =>
        codesOf(entry, 'signed').includes(signed) ||
        ledger.truces.some((truce) => truce.id === entry.id && truce.effectiveFrom === signed),
    );
  const lines = key.stories.map((ids) =>
    line(
      `story ${ids.join(' ')}`,
      ledger.stories.some((story) => ids.every((id) => story.reports.includes(id))),
      ledger.stories.map((story) => story.reports),
    ),
  );
  for (const wanted of key.agreements) {
    const found = of('agreement').filter(
      (entry) => codesOf(entry, 'class').includes(wanted.class) && hasReports(entry, wanted.reports),
    );
    const right = found.some(
      (entry) =>
        (wanted.signed === undefined || codesOf(entry, 'signed').includes(wanted.signed)) &&
        (wanted.name === undefined || codesOf(entry, 'name').includes(wanted.name)) &&
        (wanted.effectiveFrom === undefined ||
          ledger.truces.some((truce) => truce.id === entry.id && truce.effectiveFrom === wanted.effectiveFrom)),
    );
    lines.push(
      line(
        `agreement ${wanted.class} ${wanted.signed ?? wanted.effectiveFrom ?? wanted.name}`,
        right,
        of('agreement').map(({ title, reports }) => [title, reports]),
      ),
    );
  }
  for (const wanted of key.incidents) {
    const ids = (type: string, entry: Entry): string[] =>
      entry.links.filter((link) => link.type === type).map((link) => link.entry);
    const right = of('incident').some(
      (entry) =>
        entry.corroboration.step === wanted.corroboration &&
        wanted.againstAgreements.every((signed) => ids('bears on', entry).includes(agreementBy(signed)?.id ?? '')) &&
        wanted.notAgainst.every(
          (from) =>
            ids('not against', entry).includes(agreementBy(from)?.id ?? '') &&
            !ids('bears on', entry).includes(agreementBy(from)?.id ?? ''),
        ),
    );
    lines.push(
      line(
        'incident with its truces',
        right,
        of('incident').map(({ title, links, corroboration }) => [title, links, corroboration.step]),
      ),
    );
  }
  for (const wanted of key.requests) {
    const right = of('request').some(
      (entry) =>
        hasReports(entry, wanted.reports) &&
        codesOf(entry, 'requester').some((label) => accepts(wanted.requester, label)) &&
        labelsOf(entry, 'addressee').some((label) => matches(wanted.addressee, label)) &&
        codesOf(entry, 'status').some((status) => accepts(wanted.status, status)),
    );
    lines.push(
      line(
        `request ${wanted.requester} to ${JSON.stringify(wanted.addressee)}`,
        right,
        of('request').map((entry) => [
          entry.title,
          entry.reports,
          codesOf(entry, 'requester'),
          labelsOf(entry, 'addressee'),
          codesOf(entry, 'status'),
        ]),
      ),
    );
  }
  for (const wanted of key.agenda) {
    const right = ledger.agenda.some((item) => isDue(wanted.due, item.earliest, item.due?.value));
    lines.push(
      line(
        `agenda ${wanted.what}`,
        right,
        ledger.agenda.map(({ title, earliest, due }) => [title, earliest, due?.value]),
      ),
    );
  }
  return lines;
}

const labelsOf = (entry: Entry, slot: string): string[] =>
  entry.slots
    .find(({ name }) => name === slot)
    ?.readings.flatMap(({ label, value }) => [
      label,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]) ?? [];

/** An instant must be the earliest one; a day may be the value. */
function isDue(wanted: Json, earliest: string | undefined, value: string | undefined): boolean {
  if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted))
    return (wanted['anyOf'] as Json[]).some((one) => isDue(one, earliest, value));
  return earliest === wanted || value === wanted || value?.split('/')[0] === wanted;
}

/** What the key forbids, as far as it can be seen in records and ledger. */
export function judgeMustNot(ledger: Ledger, coded: readonly Coded[]): Line[] {
  const incidents = ledger.entries.filter((entry) => entry.kind === 'incident');
  const records = coded.flatMap(({ records: all }) => all);
  const fires = records.filter((record) => record.kind === 'incident');
  const truces = ledger.truces.filter(({ effectiveFrom }) => effectiveFrom?.includes('T06:00'));
  return [
    line(
      'no incident as a fact',
      fires.every(({ factuality }) => factuality !== 'asserted') &&
        incidents.every((entry) => !entry.factuality.includes('asserted')),
      fires.map(({ factuality }) => factuality),
    ),
    line(
      'no breach of a truce that came later',
      truces.every((truce) => truce.breaches.length === 0),
      truces.map((truce) => truce.breaches),
    ),
    line(
      'one agency is one outlet',
      ledger.entries.every((entry) => entry.corroboration.origins.every((origin) => origin.outlets.length <= 1)),
      ledger.entries.map((entry) => entry.corroboration.origins),
    ),
    line(
      'no agreement out of an expectation',
      !records.some(
        (record) => record.kind === 'event' && record.plover?.event === 'AGREE' && record.rule.includes('expect'),
      ),
      [],
    ),
    line(
      'the year has its reasons',
      coded.every(
        ({ article }) =>
          article.published.basis.length > 0 &&
          !article.published.basis.some(({ rule }) => /clock|capture|now/.test(rule)),
      ),
      coded.map(({ article }) => article.published.basis),
    ),
  ];
}
