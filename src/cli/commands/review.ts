/** `trucewatch review`: what waits for a person, and a person's decisions, append-only. */
import { TrucewatchError } from '../../model/errors.ts';
import type { Entry, Ledger } from '../../model/ledger.ts';
import { print, printJson, withStore, type StoreOptions } from '../context.ts';
import { makeDecision } from '../decide.ts';
import { wholeLedger } from '../moments.ts';
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
    const { why, by, grade } = options;
    const decision = await makeDecision(store, ledger, {
      type: verb,
      target: id,
      why,
      ...(by !== undefined && { by }),
      ...(grade !== undefined && { grade }),
    });
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
