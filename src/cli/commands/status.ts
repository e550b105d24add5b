/** `trucewatch status`: does each truce hold, as of when, according to whom. */
import { TrucewatchError } from '../../model/errors.ts';
import type { Ledger, MatrixRow, Truce } from '../../model/ledger.ts';
import { print, printJson, withStore, type StoreOptions } from '../context.ts';
import { ledgerHead, moment } from '../moments.ts';
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
      });
    if (truces.length === 0) return print('No truce in the ledger yet. Read reports: trucewatch ingest FOLDER');
    print(truces.map((t) => truceText(t)).join('\n\n'));
    const due = agendaText(head);
    if (truce === undefined && due !== '') print(`\nDue\n${due}`);
  });
}

function truceText(truce: Truce): string {
  const lines = [truce.title, `  ${truce.status.toUpperCase()}   ${truce.id.slice(0, 12)}`];
  if (truce.effectiveFrom !== undefined)
    lines.push(
      `  in force from ${moment(truce.effectiveFrom)}${truce.effectiveUntil === undefined ? '' : ` until ${moment(truce.effectiveUntil)}`}`,
    );
  for (const { text, rule } of truce.reasons) lines.push(`  - ${wrap(text, 96, '    ')} [${rule}]`);
  if (truce.hoursQuiet !== undefined)
    lines.push(`  ${plural(Math.round(truce.hoursQuiet), 'hour')} without an alleged breach`);
  const matrix = matrixText(truce.matrix);
  if (matrix !== '') lines.push(matrix);
  return lines.join('\n');
}

/** Counts are of incidents, and are never added up over accusers. */
function matrixText(rows: readonly MatrixRow[]): string {
  if (rows.length === 0) return '';
  const body = rows.map(({ accuser, accused, cells }) => [
    accuser,
    accused,
    ...(['alone', 'denied', 'admitted', 'confirmed'] as const).map((cell) => String(cells[cell].length)),
  ]);
  return table([['accuser', 'accused', 'alone', 'denied', 'admitted', 'confirmed'], ...body]).replace(/^/gm, '    ');
}

function agendaText({ agenda }: Pick<Ledger, 'agenda'>): string {
  const open = agenda.filter(
    ({ outcome }) => outcome === 'due' || outcome === 'overdue' || outcome === 'open' || outcome === 'moved',
  );
  return open.map((item) => `  ${moment(item.earliest)}  ${item.title} [${item.outcome}]`).join('\n');
}
