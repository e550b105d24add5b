/** Third stage: an annotated document becomes records. Every rule runs over the same events; none sees another's records. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Doc } from '../model/doc.ts';
import type { CodedRecord, PloverView, StatementRecord } from '../model/record.ts';
import { contains, indexAt } from '../model/span.ts';
import type { CommentMention, EventMention, Told } from './events/event.ts';
import { findEvents } from './events/find-events.ts';
import { mainFirst } from './events/main-event.ts';
import { actsOfTime, withUnsaid } from './events/unsaid-sides.ts';
import { ploverView } from './events/plover.ts';
import { armsUsed } from './rules/arms-used.ts';
import { helpRequested } from './rules/help-requested.ts';
import { hostileAct } from './rules/hostile-act.ts';
import { instrument } from './rules/instrument.ts';
import { mechanism } from './rules/mechanism.ts';
import { meeting } from './rules/meeting.ts';
import { observation } from './rules/observation.ts';
import { otherEvent } from './rules/other-event.ts';
import { plan } from './rules/plan.ts';
import { statement } from './rules/statement.ts';
import { toll } from './rules/toll.ts';
import { truce } from './rules/truce.ts';
import type { Rule, RuleInput } from './rule.ts';
import { adversariesOf } from './support/adversaries.ts';
import { codeContext } from './support/context.ts';
import { finish, type Draft } from './support/draft.ts';
import { factualityAt } from './support/voices.ts';

/** All rules; of two that make a record of one kind from the same words, the first one stays. */
export const RULES: readonly Rule[] = [
  statement,
  truce,
  instrument,
  hostileAct,
  armsUsed,
  toll,
  helpRequested,
  meeting,
  plan,
  observation,
  mechanism,
  otherEvent,
];

export interface CodeResult {
  readonly records: readonly CodedRecord[];
  /** The PLOVER view, the main event first. */
  readonly events: readonly PloverView[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Codes one document. Texts in a language without rules give no records and say so. */
export const codeDoc = (doc: Doc, lexicons: Lexicons): CodeResult => codeDocs([doc], lexicons)[0]!;

/** Codes documents, each for itself; a rule reads all of them before the next one begins. */
export function codeDocs(docs: readonly Doc[], lexicons: Lexicons): CodeResult[] {
  const works = docs.map((doc) => (lexicons.languages.has(doc.article.language) ? workOn(doc, lexicons) : undefined));
  for (const rule of RULES)
    for (const work of works) if (work !== undefined) for (const draft of rule(work.input)) work.drafts.push(draft);
  return works.map((work, at) =>
    work === undefined
      ? { records: [], events: [], diagnostics: [notCoded(docs[at]!.article.language)] }
      : resultOf(work),
  );
}

/** A document on its way through the rules. */
interface Work {
  readonly doc: Doc;
  readonly told: Told;
  readonly input: RuleInput;
  readonly drafts: Draft[];
}

function workOn(doc: Doc, lexicons: Lexicons): Work {
  const bare = codeContext(doc, lexicons);
  const told = findEvents(bare);
  const { events } = told;
  const context = { ...bare, adversaries: adversariesOf(doc, events, lexicons.situations) };
  return { doc, told, input: { context, events, eventsBySentence: bySentence(doc, events) }, drafts: [] };
}

function resultOf({ doc, told, input: { context, events }, drafts }: Work): CodeResult {
  const records = withAbout(finish(doc, drafts));
  const starts = recordsByStart(records);
  const acts = actsOfTime(context, events);
  const views = mainFirst(context, told).map((event, index) =>
    ploverView(
      context,
      withUnsaid(context, event, acts),
      factualityAt(context, event.trigger, event.clause === undefined ? undefined : doc.clauses[event.clause]),
      index === 0,
      recordOf(starts, event),
    ),
  );
  return { records, events: views, diagnostics: [] };
}

function bySentence(doc: Doc, events: readonly EventMention[]): EventMention[][] {
  const groups: EventMention[][] = doc.sentences.map(() => []);
  for (const event of events) groups[indexAt(doc.sentences, event.trigger.start)]?.push(event);
  return groups;
}

const notCoded = (language: string): Diagnostic => ({
  rule: 'not-coded-language',
  severity: 'info',
  message: `Not coded: the report is in "${language}", for which there are no rules yet.`,
  help: 'It is kept, can be searched and read, and is coded when rules for its language arrive.',
});

/** The record that an event became: the first that has the event's words as its own. */
function recordsByStart(records: readonly CodedRecord[]): ReadonlyMap<number, readonly CodedRecord[]> {
  return Map.groupBy(
    records.filter(({ kind }) => kind !== 'statement'),
    ({ spans }) => spans[0]!.start,
  );
}

function recordOf(
  starts: ReadonlyMap<number, readonly CodedRecord[]>,
  { trigger }: EventMention | CommentMention,
): string | undefined {
  return starts.get(trigger.start)?.find(({ spans }) => contains(spans[0]!, trigger))?.id;
}

/** Fills each statement's `about`: the records whose first words stand in its content. */
function withAbout(records: readonly CodedRecord[]): CodedRecord[] {
  const others = records
    .filter(({ kind }) => kind !== 'statement')
    .map(({ id, spans }) => ({ id, start: spans[0]!.start }))
    .toSorted((a, b) => a.start - b.start);
  return records.map((record) =>
    record.kind === 'statement' ? { ...record, about: aboutOf(record, others) } : record,
  );
}

interface Start {
  readonly id: string;
  readonly start: number;
}

function aboutOf({ content }: StatementRecord, others: readonly Start[]): string[] {
  const about: string[] = [];
  for (const part of content) {
    for (let at = firstFrom(others, part.start); at < others.length && others[at]!.start < part.end; at++)
      about.push(others[at]!.id);
  }
  return about;
}

/** Index of the first that starts at or after `start`. */
function firstFrom(others: readonly Start[], start: number): number {
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (others[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
