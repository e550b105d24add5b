/** `trucewatch ledger`: the entries, a line each, or the hash of the whole. */
import { TrucewatchError } from '../../model/errors.ts';
import type { AgendaItem, Entry, Ledger } from '../../model/ledger.ts';
import { RECORD_KINDS } from '../../model/record.ts';
import { print, printJson, situations, withStore, type StoreOptions } from '../context.ts';
import { moment, wholeLedger } from '../moments.ts';
import { table } from '../text.ts';

export async function run(
  kind: string | undefined,
  options: StoreOptions & { hash?: boolean; rebuild?: boolean },
): Promise<void> {
  checkKind(kind);
  await withStore(options, async (store) => {
    if (options.rebuild) await (await import('../../work/refold.ts')).rebuildLedger(store, await situations());
    const ledger = await wholeLedger(store, options);
    if (options.hash) return print(ledger.hash);
    const entries = ledger.entries.filter((entry) => kind === undefined || entry.kind === kind);
    if (options.json) return printJson(asJson(ledger, kind, entries));
    if (kind === 'agenda') return print(agendaTable(ledger.agenda));
    print(entries.length === 0 ? 'Nothing of that kind in the ledger.' : entryTable(entries));
  });
}

function checkKind(kind: string | undefined): void {
  const kinds: readonly string[] = [...RECORD_KINDS, 'agenda', 'story'];
  if (kind !== undefined && !kinds.includes(kind))
    throw new TrucewatchError('bad-option', `"${kind}" is no kind of entry. Kinds: ${kinds.join(', ')}.`);
}

function asJson(ledger: Ledger, kind: string | undefined, entries: readonly Entry[]): unknown {
  if (kind === undefined) return ledger;
  if (kind === 'agenda') return ledger.agenda;
  return kind === 'story' ? ledger.stories : entries;
}

function entryTable(entries: readonly Entry[]): string {
  const sorted = entries.toSorted((a, b) =>
    (a.earliest ?? a.firstReported ?? '') < (b.earliest ?? b.firstReported ?? '') ? -1 : 1,
  );
  return table(
    sorted.map((entry) => [
      entry.id.slice(0, 10),
      entry.kind,
      moment(entry.earliest ?? entry.firstReported),
      entry.corroboration.step,
      entry.title,
    ]),
  );
}

const agendaTable = (agenda: readonly AgendaItem[]): string =>
  table(agenda.map((item) => [item.entry.slice(0, 10), moment(item.earliest), item.outcome, item.title]));
