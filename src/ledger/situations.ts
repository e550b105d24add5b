/** The situations of a ledger: configured ones that something belongs to, and those derived from its truces. */
import type { Situation } from '../model/ledger.ts';
import { hashOf, sha256 } from './canonical.ts';
import { byText } from './keys.ts';
import type { LedgerState } from './state.ts';
import type { Derived } from './tracked.ts';
import type { TruceLife } from './truce/truce.ts';

/**
 * The configured situations that incidents and agreements belong to, and one derived for every set of parties that has
 * a truce and no configuration; older instruments derive one only where no truce does. The one with most of them first.
 */
export const situationsOf = (state: LedgerState): readonly Situation[] => ordered(state, derivedFrom(state));

function ordered({ stakes }: LedgerState, derived: readonly Situation[]): readonly Situation[] {
  const weightOf = ({ id }: Situation): number => stakes.get(id)?.weight ?? 0;
  const found = [...[...stakes.values()].map(({ situation }) => situation), ...derived];
  return found.sort((a, b) => weightOf(b) - weightOf(a) || byText(a.id, b.id));
}

function derivedFrom(state: LedgerState): Situation[] {
  const configured = [...state.stakes.values()].map(({ situation }) => situation);
  const derived = new Map<string, Situation>();
  const lives = [...state.truces.lives.values()].filter(isUnplaced);
  lives.sort(
    (a, b) =>
      Number(a.standing) - Number(b.standing) ||
      byText(a.dated.instrument.core.entry.id, b.dated.instrument.core.entry.id),
  );
  for (const { dated, standing } of lives) {
    const { parties } = dated.instrument;
    const id = `derived:${parties.join('~')}`;
    if (derived.has(id) || (standing && isCovered([...configured, ...derived.values()], parties))) continue;
    const named = parties.map((key) => ({ key, name: state.book.nameOf(key) }));
    derived.set(id, {
      id,
      name: named.map(({ name }) => name).join(' – '),
      sides: named.map(({ key, name }) => ({ key, name, codes: [{ code: key, role: 'party' as const }] })),
      derived: true,
    });
  }
  return [...derived.values()];
}

/** Whether nobody configured the conflict of a truce that has sides. */
const isUnplaced = ({ dated: { instrument } }: TruceLife): boolean =>
  instrument.core.frame.situation === undefined && instrument.parties.length >= 2;

const isCovered = (situations: readonly Situation[], parties: readonly string[]): boolean =>
  situations.some(({ sides }) => sides.filter(({ key }) => parties.includes(key)).length >= 2);

/** All that derived situations are made of, as far as one truce is concerned. */
const signOf = (life: TruceLife | undefined): string | undefined =>
  life === undefined || !isUnplaced(life) ? undefined : `${life.standing} ${life.dated.instrument.parties.join('~')}`;

/** Tells of a truce that may have changed, or come or gone. */
export function noteLife(derived: Derived, id: string, life: TruceLife | undefined): void {
  const sign = signOf(life);
  if (sign === derived.signs.get(id)) return;
  if (sign === undefined) derived.signs.delete(id);
  else derived.signs.set(id, sign);
  derived.situations = undefined;
}

/** The situations of a state; derived anew only where truces, configured situations or sides changed. */
export function situationsNow(derived: Derived, state: LedgerState): readonly Situation[] {
  const configured = [...state.stakes.keys()].sort(byText).join(' ');
  if (configured !== derived.configured || state.book !== derived.book) derived.situations = undefined;
  derived.configured = configured;
  derived.book = state.book;
  derived.situations ??= derivedFrom(state);
  return ordered(state, derived.situations);
}

const hashes = new WeakMap<Situation, string>();

/** The hash of situations in their order. */
export const hashOfSituations = (situations: readonly Situation[]): string =>
  sha256(situations.map(hashOfOne).join(' '));

function hashOfOne(situation: Situation): string {
  let known = hashes.get(situation);
  if (known === undefined) hashes.set(situation, (known = hashOf(situation)));
  return known;
}
