/** `trucewatch diff --since T`: what changed in the ledger between two moments. */
import { TrucewatchError } from '../../model/errors.ts';
import type { LedgerChange } from '../../pipeline.ts';
import type { FoldOptions } from '../../work/refold.ts';
import { instantOf, print, printJson, situations, withStore, type StoreOptions } from '../context.ts';
import { moment, shortId, spoken } from '../moments.ts';
import { plural, wrap } from '../text.ts';

interface DiffOptions extends StoreOptions {
  readonly since?: string;
  readonly by?: string;
}

export async function run(options: DiffOptions): Promise<void> {
  const { since, by = 'report' } = options;
  if (since === undefined)
    throw new TrucewatchError('bad-option', 'diff needs a moment to look back to: --since 2022-09-13');
  if (by !== 'report' && by !== 'capture')
    throw new TrucewatchError('bad-option', `"${by}" is no time to go by. Write --by report or --by capture.`);
  await withStore(options, async (store) => {
    const { foldStore } = await import('../../work/refold.ts');
    const { diffLedgers } = await import('../../pipeline.ts');
    const config = await situations();
    const as = (asOf: string | undefined): FoldOptions =>
      asOf === undefined ? {} : { asOf: instantOf(asOf), asOfBy: by };
    const before = await foldStore(store, config, as(since));
    const after = await foldStore(store, config, as(options.asOf));
    const changes = diffLedgers(before, after);
    if (options.json) return printJson(changes);
    const span = `From ${moment(before.asOf)} to ${moment(after.asOf)}, by ${by === 'report' ? 'the dates of reports' : 'when reports were taken in'}`;
    print(`${span}\n\n${changes.length === 0 ? 'Nothing changed.' : changesText(changes)}`);
  });
}

const HEADINGS: Readonly<Record<LedgerChange['type'], string>> = {
  status: 'Truces',
  agenda: 'Agenda',
  new: 'New',
  changed: 'Changed',
  gone: 'Gone',
};

/** What makes up most of a ledger and changes the picture least: counted, not listed. */
const COUNTED: ReadonlySet<string> = new Set(['statement', 'event']);

function changesText(changes: readonly LedgerChange[]): string {
  const groups = Map.groupBy(changes, ({ type }) => type);
  return (Object.keys(HEADINGS) as LedgerChange['type'][])
    .flatMap((type) => {
      const group = groups.get(type);
      return group === undefined ? [] : [[HEADINGS[type], ...groupLines(group)].join('\n')];
    })
    .join('\n\n');
}

function groupLines(group: readonly LedgerChange[]): string[] {
  const listed = group.filter(({ kind }) => kind === undefined || !COUNTED.has(kind));
  const counted = Map.groupBy(
    group.filter(({ kind }) => kind !== undefined && COUNTED.has(kind)),
    ({ kind }) => kind!,
  );
  return [
    ...listed.flatMap(({ entry, text, details = [] }) => [
      `  ${shortId(entry)}  ${spoken(text)}`,
      ...details.map((detail) => `      ${wrap(spoken(detail), 90, '      ')}`),
    ]),
    ...[...counted].map(([kind, all]) => `  and ${plural(all.length, kind)}; --json lists them`),
  ];
}
