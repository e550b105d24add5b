/** `trucewatch ledger`: the entries, a line each, or the hash of the whole. */
import { TrucewatchError } from '../../model/errors.ts';
import type { AgendaItem, Entry, Ledger } from '../../model/ledger.ts';
import { RECORD_KINDS } from '../../model/record.ts';
import { print, printJson, situations, withStore, type StoreOptions } from '../context.ts';
import { dueText, moment, shortId, spoken, wholeLedger } from '../moments.ts';
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
    if (kind === 'story') return print(storyText(ledger.stories));
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
      shortId(entry.id),
      moment(entry.earliest ?? entry.firstReported),
      entry.corroboration.step,
      `${entry.review === 'unreviewed' ? '' : `(${entry.review}) `}${spoken(entry.title)}`,
    ]),
  );
}

const agendaTable = (agenda: readonly AgendaItem[]): string =>
  table(agenda.map((item) => [shortId(item.entry), dueText(item), item.outcome, spoken(item.title)]));

/** Each story with its reports, and which of them replaces or repeats which. */
const storyText = (stories: Ledger['stories']): string =>
  stories
    .map(({ headline, reports, chains }) =>
      [
        headline,
        `  ${reports.join(', ')}`,
        ...chains.map(({ from, to, type, reason }) => `  ${to} is a ${type} of ${from}: ${reason}`),
      ].join('\n'),
    )
    .join('\n\n');
