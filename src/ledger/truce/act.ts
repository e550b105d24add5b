/** What truces need to know of one incident entry, without keeping all of it. */
import type { CorroborationStep } from '../../model/ledger.ts';
import type { Bundle } from '../bundle.ts';
import type { Weight } from '../entry/corroborate.ts';
import type { Frame } from '../entry/voices.ts';
import { pairsOf, sortedSet } from '../keys.ts';
import type { Window } from '../time.ts';

/** How far an incident goes beyond the accusation. */
export type Standing = 'alone' | 'denied' | 'admitted' | 'confirmed';

export interface Act {
  readonly id: string;
  readonly bundle: Bundle;
  readonly when: Window;
  readonly accused: readonly string[];
  /** The parties that accuse; where none does, whoever tells of it. */
  readonly accusers: readonly string[];
  readonly standing: Standing;
  readonly isHeavy: boolean;
  /** A report says in so many words that it broke the truce. */
  readonly breaks: boolean;
  /** Everybody else who has a stake in it. */
  readonly against: readonly string[];
}

/** What an act is made of: an incident's records, weighed. */
export interface WeighedIncident {
  readonly bundle: Bundle;
  readonly frame: Frame;
  readonly when: Window | undefined;
  readonly weight: Weight;
}

/**
 * The act of an incident; undefined when nobody says that it happened, only the side that did it tells of it ("our
 * units answered"), or nothing dates it.
 */
export function actOf({ bundle, frame, when, weight }: WeighedIncident): Act | undefined {
  if (when === undefined || !bundle.items.some(isClaim)) return undefined;
  const { sides, steps, deniedBy } = weight;
  const { accused, parties } = frame;
  if (accused.length > 0 && sides.every((side) => accused.includes(side))) return undefined;
  const others = parties.filter((side) => !accused.includes(side));
  const partisans = sides.filter((side) => parties.includes(side) && !accused.includes(side));
  const breaks = bundle.items.some(({ record }) => record.kind === 'incident' && record.breaks !== undefined);
  return {
    id: bundle.id,
    bundle,
    when,
    accused,
    accusers: sortedSet(partisans.length > 0 ? partisans : sides.map(placed)),
    standing: standingOf(
      steps,
      deniedBy.some((side) => accused.includes(side)),
    ),
    isHeavy: isHeavy(bundle),
    breaks,
    against:
      others.length > 0 || accused.length > 1 ? others : frame.interested.filter((side) => !accused.includes(side)),
  };
}

/** A voice whose side nobody tells is nobody's voice; outlets that tell of it themselves count as one. */
function placed(side: string): string {
  if (side.startsWith('UNK') || side.startsWith('name:')) return 'unknown';
  return side.startsWith('outlet:') ? 'outlets' : side;
}

const isClaim = ({ record }: Bundle['items'][number]): boolean =>
  record.factuality === 'alleged' || record.factuality === 'asserted' || record.factuality === 'recalled';

function standingOf(steps: readonly CorroborationStep[], isDenied: boolean): Standing {
  if (steps.includes('third party confirms') || steps.includes('verified')) return 'confirmed';
  if (steps.includes('other party admits')) return 'admitted';
  return isDenied ? 'denied' : 'alone';
}

const HEAVY = /artillery|mortar|rocket|missile|drone|aircraft|air ?strike|tank|armou?r|howitzer|heavy|large-cali/i;

const isHeavy = (bundle: Bundle): boolean =>
  bundle.items.some(
    ({ record }) =>
      record.kind === 'incident' &&
      (record.type.value === 'movement' ||
        record.type.value === 'air or drone' ||
        record.weapons.some((weapon) => HEAVY.test(weapon.value))),
  );

/**
 * Pairs of sides whose truces an act can bear on: the accused against whoever says so or suffered it; where nobody of
 * the kind is named, against the other sides of the conflict. Two who fought each other stand against each other. The
 * accused alone stands for truces that it declared by itself.
 */
export function pairsOfAct({ accused, against }: Act): string[] {
  if (accused.length === 0) return pairsOf(against);
  const across = accused.flatMap((a) => against.flatMap((b) => pairsOf([a, b])));
  return sortedSet([...(against.length > 0 ? across : pairsOf(accused)), ...accused]);
}
