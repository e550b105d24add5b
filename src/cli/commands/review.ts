/** `trucewatch review`: what waits for a person, and a person's decisions, append-only. */
import { TrucewatchError } from '../../model/errors.ts';
import { type Decision, type DecisionRequest, DECISION_TYPES } from '../../model/decision.ts';
import type { Entry, Ledger } from '../../model/ledger.ts';
import type { Store } from '../../store/store.ts';
import { print, printJson, withStore, type StoreOptions } from '../context.ts';
import { makeDecision } from '../decide.ts';
import { moment, shortId, spoken, wholeLedger } from '../moments.ts';
import { table } from '../text.ts';

interface ReviewOptions extends StoreOptions, Partial<Omit<DecisionRequest, 'type' | 'target'>> {}

/** A record is made from a selection, at the desk. */
const VERBS: readonly string[] = DECISION_TYPES.filter((type) => type !== 'record');

export async function run(verb: string | undefined, id: string | undefined, options: ReviewOptions): Promise<void> {
  await withStore(options, async (store) => {
    const ledger = await wholeLedger(store, {});
    if (verb === undefined) return list(store, ledger, options);
    if (verb === 'log') return log(store, ledger, options);
    return decide(store, ledger, requestOf(verb, id, options), options);
  });
}

function requestOf(verb: string, id: string | undefined, options: ReviewOptions): DecisionRequest {
  if (!isVerb(verb))
    throw new TrucewatchError('bad-option', `"${verb}" is no review verb. Verbs: ${[...VERBS, 'log'].join(', ')}.`);
  const { why } = options;
  if (id === undefined || why === undefined)
    throw new TrucewatchError('bad-option', `${verb} needs an id and a reason: trucewatch review ${verb} ID --why "…"`);
  const { data: _, json: __, asOf: ___, ...fields } = options;
  return { ...fields, type: verb, target: id, why };
}

const isVerb = (verb: string): verb is Decision['type'] => VERBS.includes(verb);

async function decide(store: Store, ledger: Ledger, request: DecisionRequest, options: ReviewOptions): Promise<void> {
  const decision = await makeDecision(store, ledger, request);
  await store.addDecision(decision);
  const { rebuildLedger } = await import('../../work/refold.ts');
  const { situations } = await import('../context.ts');
  const after = await rebuildLedger(store, await situations());
  if (options.json) return printJson({ decision, hash: after.hash, unattached: after.unattached });
  const id = decision.id.slice(0, 10);
  const undo = request.type === 'undo' ? '' : ` Undo: trucewatch review undo ${id} --why "…"`;
  print(`${decision.type} kept as ${id}; the ledger is now ${after.hash.slice(0, 12)}.${undo}`);
}

const REVIEWED: ReadonlySet<string> = new Set(['incident', 'agreement', 'toll', 'request']);

/** Unreviewed allegations, agreements and tolls, those with differences first: they change the picture most. */
function waitingIn({ entries }: Ledger): Entry[] {
  const weight = (entry: Entry): number =>
    entry.differences.length * 2 + entry.reports.length + (entry.corroboration.deniedBy.length > 0 ? 2 : 0);
  return entries
    .filter(({ review, kind }) => review === 'unreviewed' && REVIEWED.has(kind))
    .toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
}

const SHOWN = 50;

async function list(store: Store, ledger: Ledger, options: ReviewOptions): Promise<void> {
  const waiting = waitingIn(ledger);
  const lost = (await store.decisions()).filter(({ id }) => ledger.unattached.includes(id));
  if (options.json) return printJson({ waiting, unattached: lost });
  print(
    waiting.length === 0
      ? 'Nothing waits for review.'
      : table(
          waiting
            .slice(0, SHOWN)
            .map((entry) => [shortId(entry.id), entry.kind, entry.corroboration.step, spoken(entry.title)]),
        ),
  );
  if (waiting.length > SHOWN) print(`and ${waiting.length - SHOWN} more; --json lists them`);
  if (lost.length > 0)
    print(
      `\nDecisions whose words no record holds any more; decide anew or undo them\n${table(lost.map((one) => decisionRow(one, ledger, undoneIn(lost))))}`,
    );
}

/** Every decision that was ever laid down, oldest first. */
async function log(store: Store, ledger: Ledger, options: ReviewOptions): Promise<void> {
  const decisions = await store.decisions();
  if (options.json) return printJson(decisions);
  if (decisions.length === 0) return print('Nobody has decided anything yet.');
  print(table(decisions.map((one) => decisionRow(one, ledger, undoneIn(decisions)))));
}

function decisionRow(decision: Decision, ledger: Ledger, undone: ReadonlySet<string>): string[] {
  const { id, at, by, type, why } = decision;
  const state = undone.has(id) ? 'undone' : ledger.unattached.includes(id) ? 'unattached' : 'stands';
  return [id.slice(0, 10), moment(at), by, type, state, aboutOf(decision, ledger), why];
}

function aboutOf(decision: Decision, { entries }: Ledger): string {
  if (decision.type === 'undo') return decision.decision.slice(0, 10);
  if (decision.type === 'side') return `${decision.code} to ${decision.side} in ${decision.situation}`;
  const entry = entries.find((one) => one.decisions.includes(decision.id));
  return entry === undefined ? `${decision.target.kind} in ${decision.target.report}` : shortId(entry.id);
}

/** Decisions that a later one undoes, where that one was not undone itself. */
function undoneIn(decisions: readonly Decision[]): Set<string> {
  const undone = new Set<string>();
  for (const decision of decisions.toReversed())
    if (decision.type === 'undo' && !undone.has(decision.id)) undone.add(decision.decision);
  return undone;
}
