/** `trucewatch review`: what waits for a person, and a person's decisions, append-only. */
import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { TrucewatchError } from '../../model/errors.ts';
import type { Anchor, Decision } from '../../model/decision.ts';
import type { Entry, Ledger } from '../../model/ledger.ts';
import type { Store } from '../../store/store.ts';
import { print, printJson, settings, withStore, type StoreOptions } from '../context.ts';
import { entryBy, wholeLedger } from '../moments.ts';
import { table } from '../text.ts';

interface ReviewOptions extends StoreOptions {
  readonly why?: string;
  readonly by?: string;
  readonly grade?: string;
}

const VERBS = ['confirm', 'reject', 'note', 'grade', 'undo'] as const;
type Verb = (typeof VERBS)[number];

export async function run(verb: string | undefined, id: string | undefined, options: ReviewOptions): Promise<void> {
  await withStore(options, async (store) => {
    const ledger = await wholeLedger(store, {});
    if (verb === undefined) return list(ledger, options);
    if (!isVerb(verb))
      throw new TrucewatchError('bad-option', `"${verb}" is no review verb. Verbs: ${VERBS.join(', ')}.`);
    if (id === undefined || options.why === undefined)
      throw new TrucewatchError(
        'bad-option',
        `${verb} needs an id and a reason: trucewatch review ${verb} ID --why "…"`,
      );
    const decision = await decisionOf(store, ledger, verb, id, options.why, options);
    await store.addDecision(decision);
    const { rebuildLedger } = await import('../../work/refold.ts');
    const { situations } = await import('../context.ts');
    const after = await rebuildLedger(store, await situations());
    print(
      `${decision.type} kept as ${decision.id.slice(0, 10)}; the ledger is now ${after.hash.slice(0, 12)}. Undo: trucewatch review undo ${decision.id.slice(0, 10)} --why "…"`,
    );
  });
}

const isVerb = (verb: string): verb is Verb => (VERBS as readonly string[]).includes(verb);

/** Unreviewed allegations, agreements and tolls, those with differences first: they change the picture most. */
function list(ledger: Ledger, options: ReviewOptions): void {
  const weight = (entry: Entry): number =>
    entry.differences.length * 2 + entry.reports.length + (entry.corroboration.deniedBy.length > 0 ? 2 : 0);
  const waiting = ledger.entries
    .filter(
      ({ review, kind }) =>
        review === 'unreviewed' &&
        (kind === 'incident' || kind === 'agreement' || kind === 'toll' || kind === 'request'),
    )
    .toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
  if (options.json) return printJson(waiting);
  print(
    waiting.length === 0
      ? 'Nothing waits for review.'
      : table(
          waiting
            .slice(0, 50)
            .map((entry) => [entry.id.slice(0, 18), entry.kind, entry.corroboration.step, entry.title]),
        ),
  );
}

async function decisionOf(
  store: Store,
  ledger: Ledger,
  verb: Verb,
  id: string,
  why: string,
  options: ReviewOptions,
): Promise<Decision> {
  const at = new Date().toISOString();
  const by = options.by ?? (settings().author || userInfo().username);
  const base = {
    id: createHash('sha256').update([at, by, verb, id].join('\n')).digest('hex').slice(0, 20),
    at,
    by,
    why,
  };
  if (verb === 'undo') {
    const known = (await store.decisions()).find((decision) => decision.id.startsWith(id));
    if (known === undefined) throw new TrucewatchError('unknown-id', id);
    return { ...base, type: 'undo', decision: known.id };
  }
  const target = await anchorOf(store, entryBy(ledger, id));
  if (verb === 'note') return { ...base, type: 'note', target, text: why };
  if (verb !== 'grade') return { ...base, type: verb, target };
  if (!/^[A-F][1-6]$/.test(options.grade ?? ''))
    throw new TrucewatchError('bad-option', 'grade needs --grade with a letter A to F and a digit 1 to 6, e.g. B2');
  return { ...base, type: 'grade', target, grade: options.grade! };
}

/** The first record of the entry, by its evidence. */
async function anchorOf(store: Store, entry: Entry): Promise<Anchor> {
  const [record] = await store.records({ ids: [entry.records[0]!.split('~')[0]!] });
  if (record === undefined) throw new TrucewatchError('unknown-id', entry.id);
  return { report: record.report, kind: record.kind, spans: record.spans };
}
