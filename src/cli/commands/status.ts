/** `trucewatch status`: does each truce hold, as of when, according to whom. */
import { TrucewatchError } from '../../model/errors.ts';
import type { Ledger, MatrixRow, Truce } from '../../model/ledger.ts';
import { stretchOf } from '../../model/stretch.ts';
import { print, printJson, withStore, type StoreOptions } from '../context.ts';
import { dueText, ledgerHead, moment, shortId, spoken } from '../moments.ts';
import { plural, table, wrap } from '../text.ts';

export async function run(truce: string | undefined, options: StoreOptions): Promise<void> {
  await withStore(options, async (store) => {
    const head = await ledgerHead(store, options);
    const truces = truce === undefined ? head.truces : head.truces.filter((t) => t.id.startsWith(truce));
    if (truce !== undefined && truces.length === 0) throw new TrucewatchError('unknown-id', truce);
    if (options.json)
      return printJson({
        asOf: head.asOf ?? null,
        hash: head.hash,
        truces,
        agenda: head.agenda,
        coverage: head.coverage,
        unattached: head.unattached,
      });
    if (truces.length === 0) return print('No truce in the ledger yet. Read reports: trucewatch ingest FOLDER');
    print(`As of ${moment(head.asOf)}${head.asOfBasis === 'last report' ? ', the end of the last report' : ''}\n`);
    print(truces.map((t) => truceText(t, head)).join('\n\n'));
    const due = agendaText(head);
    if (truce === undefined && due !== '') print(`\nDue\n${due}`);
    const lost = head.unattached.length;
    if (lost > 0) print(`\n${plural(lost, 'decision')} without the words they were about: trucewatch review`);
  });
}

function truceText(truce: Truce, head: Pick<Ledger, 'situations'>): string {
  const lines = [spoken(truce.title), `  ${truce.status.toUpperCase()}   ${shortId(truce.id)}`];
  if (truce.effectiveFrom !== undefined)
    lines.push(
      `  in force from ${moment(truce.effectiveFrom)}${truce.effectiveUntil === undefined ? '' : ` until ${moment(truce.effectiveUntil)}`}`,
    );
  for (const { text, rule } of truce.reasons) lines.push(`  - ${wrap(spoken(text), 96, '    ')} [${rule}]`);
  if (truce.hoursQuiet !== undefined) lines.push(`  ${quietText(truce)}`);
  const matrix = matrixText(truce.matrix, namesOf(head));
  if (matrix !== '') lines.push(matrix);
  lines.push(...beside(truce, namesOf(head)));
  return lines.join('\n');
}

/** What stands beside every count: how many a day, and the days on which no report let a side speak. */
function beside({ rates, gaps }: Truce, names: ReadonlyMap<string, string>): string[] {
  const nameOf = (side: string): string => names.get(side) ?? side;
  const often = rates.filter(({ perDay }) => perDay > 0);
  const days = Map.groupBy(gaps, ({ side }) => side);
  return [
    ...(often.length === 0
      ? []
      : [`    alleged a day: ${often.map(({ accuser, perDay }) => `${nameOf(accuser)} ${perDay}`).join(', ')}`]),
    ...[...days].map(
      ([side, all]) =>
        `    no report with the voice of ${nameOf(side)}: ${all.map(({ from, until }) => (from === until ? from : `${from} to ${until}`)).join(', ')}`,
    ),
  ];
}

/** Silence of the reports is no proof of quiet: the wording says what is alleged, not what is so. */
function quietText({ hoursQuiet = 0, lastBreach }: Truce): string {
  const { count, unit } = stretchOf(Math.round(hoursQuiet));
  const length = plural(count, unit);
  return lastBreach === undefined
    ? `no breach alleged in the ${length} since it took effect`
    : `last alleged breach ${length} ago, ${moment(lastBreach)}`;
}

/** Names of sides by key, as the situations have them. */
const namesOf = ({ situations }: Pick<Ledger, 'situations'>): ReadonlyMap<string, string> =>
  new Map([
    ['unknown', 'not known'],
    ['outlets', 'outlets themselves'],
    ...situations.flatMap(({ sides }) => sides.map(({ key, name }) => [key, name] as const)),
  ]);

/** Counts are of incidents, and are never added up over accusers. */
function matrixText(rows: readonly MatrixRow[], names: ReadonlyMap<string, string>): string {
  if (rows.length === 0) return '';
  const body = rows.map(({ accuser, accused, cells }) => [
    names.get(accuser) ?? accuser,
    names.get(accused) ?? accused,
    ...(['alone', 'denied', 'admitted', 'confirmed'] as const).map((cell) => String(cells[cell].length)),
  ]);
  return table([['accuser', 'accused', 'alone', 'denied', 'admitted', 'confirmed'], ...body]).replace(/^/gm, '    ');
}

function agendaText({ agenda }: Pick<Ledger, 'agenda'>): string {
  const open = agenda.filter(
    ({ outcome }) => outcome === 'due' || outcome === 'overdue' || outcome === 'open' || outcome === 'moved',
  );
  return open.map((item) => `  ${dueText(item)}  ${spoken(item.title)} [${item.outcome}]`).join('\n');
}
