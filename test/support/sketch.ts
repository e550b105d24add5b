/** A ledger in a few lines of text, so that a scenario can write out what it expects. */
import type { Entry, Ledger, Origin, Truce } from '../../src/model/ledger.ts';
import type { RecordKind } from '../../src/model/record.ts';

const sides = (origins: readonly Origin[]): string => origins.map((origin) => origin.side).join(' ');

/** "Fire at Alba, alleged by Kiribati of Tuvalu | one party alone | denied by TUV | a b". */
function line(entry: Entry): string {
  const { step, deniedBy } = entry.corroboration;
  return [
    entry.title,
    step,
    ...(deniedBy.length === 0 ? [] : [`denied by ${sides(deniedBy)}`]),
    entry.reports.join(' '),
  ].join(' | ');
}

/** The entries of some kinds, a line each. */
export const entriesOf = (ledger: Ledger, ...kinds: RecordKind[]): string[] =>
  ledger.entries.filter((entry) => kinds.includes(entry.kind)).map(line);

/** "Ceasefire from …: contested (1 breach, 1 before)". */
export const trucesOf = (ledger: Ledger): string[] => ledger.truces.map(truceLine);

function truceLine(truce: Truce): string {
  const counts = [
    ...(truce.breaches.length === 0 ? [] : [`${truce.breaches.length} breach`]),
    ...(truce.before.length === 0 ? [] : [`${truce.before.length} before`]),
    ...(truce.uncertain.length === 0 ? [] : [`${truce.uncertain.length} uncertain`]),
  ];
  return `${truce.title}: ${truce.status}${counts.length === 0 ? '' : ` (${counts.join(', ')})`}`;
}

/** "ARM accuses AZE: alone 2, denied 1". */
export const matrixOf = (truce: Truce | undefined): string[] =>
  (truce?.matrix ?? []).map(
    ({ accuser, accused, cells }) =>
      `${accuser} accuses ${accused}: ${Object.entries(cells)
        .flatMap(([cell, ids]) => (ids.length === 0 ? [] : [`${cell} ${ids.length}`]))
        .join(', ')}`,
  );

/** "announced → in force, nothing alleged → contested". */
export const historyOf = (truce: Truce | undefined): string =>
  (truce?.history ?? []).map((change) => change.status).join(' → ');

/** "killed contradiction: 10 / 12". */
export const differencesOf = (entry: Entry | undefined): string[] =>
  (entry?.differences ?? []).map(
    ({ slot, type, readings }) => `${slot} ${type}: ${readings.map((reading) => reading.label).join(' / ')}`,
  );

export const agendaOf = (ledger: Ledger): string[] => ledger.agenda.map(({ title, outcome }) => `${title}: ${outcome}`);
