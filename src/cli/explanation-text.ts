/** Everything that an entry rests on, on one screen of plain language; `trucewatch show` has all of it. */
import type { Reading } from '../model/ledger.ts';
import type { Span } from '../model/span.ts';
import type { Explanation } from '../pipeline.ts';
import { moment, shortId, spoken } from './moments.ts';
import { plural, wrap } from './text.ts';

/** Lines of one part that are shown before the rest is counted. */
const FEW = 8;

/** `texts` holds the text of each report of the entry, by id. */
export function explanationText(explanation: Explanation, texts: ReadonlyMap<string, string>): string {
  const { corroboration, decisions } = explanation;
  return [
    ...head(explanation),
    ...part('What it says, and in which words', valueLines(explanation, texts), 16),
    ...part('The records it rests on', recordLines(explanation)),
    ...part('Why they are one thing', joinLines(explanation)),
    ...part(`How well it is supported: ${corroboration.step}, the last of these steps`, [
      ...corroboration.reached.map(({ step, reason }) => `${step}: ${reason}`),
      ...corroboration.deniedBy.map(({ name, side }) => `denied by ${name} (${side})`),
      ...(corroboration.grade === undefined ? [] : [`graded ${corroboration.grade} by a person`]),
    ]),
    ...part('Taken back, and counted no more', withdrawnLines(explanation)),
    ...part(
      'Where reports differ',
      explanation.differences.map(
        ({ slot, type, readings, reason }) =>
          `${inWords(slot)} (${type}): ${readings.map(({ label }) => label).join(' | ')}. ${reason}`,
      ),
    ),
    ...part(
      'What it hangs on',
      explanation.links.map(({ type, title, reason }) => `${type} "${title}": ${reason}`),
    ),
    ...part(
      'Reports that replace or repeat others',
      explanation.chains.map(({ from, to, type, reason }) => `${to} is a ${type} of ${from}: ${reason}`),
    ),
    ...part(
      'What people decided',
      decisions.map(({ type, by, at, why, id }) => `${type} by ${by}, ${moment(at)}: ${why} [${id.slice(0, 10)}]`),
    ),
  ].join('\n');
}

function head({ entry, truce, reasons }: Explanation): string[] {
  const state = [truce?.status, entry.review === 'unreviewed' ? undefined : entry.review];
  const lines = [spoken(entry.title), `  ${[entry.id, ...state.filter((word) => word !== undefined)].join(', ')}`];
  if (entry.earliest !== undefined) lines.push(`  between ${moment(entry.earliest)} and ${moment(entry.latest)}`);
  for (const { text, rule } of reasons) lines.push(`  - ${wrap(spoken(text), 96, '    ')} [${rule}]`);
  return lines;
}

/** A heading with its lines; none where there is nothing to tell. */
function part(heading: string, lines: readonly string[], few = FEW): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - few;
  return [
    '',
    heading,
    ...lines.slice(0, few).map((line) => `  ${wrap(spoken(line), 98, '      ')}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** Each value once: as said or by which rule, with the words of its first record. */
const valueLines = ({ entry }: Explanation, texts: ReadonlyMap<string, string>): string[] =>
  entry.slots.flatMap(({ name, readings }) =>
    readings.map((reading) => `${inWords(name)} = ${valueLine(reading, texts)}`),
  );

/** "participant names": a slot as people say it. */
const inWords = (slot: string): string => slot.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function valueLine({ label, evidence, withdrawn }: Reading, texts: ReadonlyMap<string, string>): string {
  const [first] = evidence;
  if (first === undefined) return label;
  const others = evidence.length - 1;
  const basis = first.rule === undefined ? 'said' : `by rule ${first.rule}, from`;
  const more = `${others === 0 ? '' : ` and ${plural(others, 'more record')}`}${withdrawn === true ? ' (withdrawn)' : ''}`;
  return `${label}: ${basis} ${words(texts.get(first.report) ?? '', first.spans)} in ${first.report}${more}`;
}

const recordLines = ({ records }: Explanation): string[] =>
  records.map(
    ({ id, report, attribution, factuality, rule }) =>
      `${id.slice(0, 8)} in ${report}: ${attribution === '' ? 'the report itself' : attribution}; ${factuality}; rule ${rule}`,
  );

const withdrawnLines = ({ entry }: Explanation): string[] =>
  (entry.withdrawn ?? []).map(
    ({ records, by, reason }) =>
      `${plural(records.length, 'record')} of ${plural(entry.records.length, 'record')}: ${reason} in ${by}`,
  );

/** Joins of one rule with one reason are told once. */
function joinLines({ joins }: Explanation): string[] {
  const groups = Map.groupBy(joins, ({ rule, reason }) => `${reason} [${rule}]`);
  return [...groups].map(([text, same]) =>
    same.length === 1
      ? `${shortId(same[0]!.a).slice(0, 8)} with ${same[0]!.b.slice(0, 8)}: ${text}`
      : `${same.length} times: ${text}`,
  );
}

const words = (text: string, spans: readonly Span[]): string =>
  spans.length === 0
    ? 'no words'
    : spans.map(({ start, end }) => `“${text.slice(start, end).replaceAll(/\s+/g, ' ')}”`).join(' … ');
