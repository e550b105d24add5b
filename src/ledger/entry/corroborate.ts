/**
 * How far an entry is corroborated: who says it, counted by origin and side, and who denies it. Repetition raises
 * nothing: ten outlets that carry one ministry are one origin, and an agency of a party's state is no second voice.
 */
import type { Bundle } from '../bundle.ts';
import type { Corroboration, CorroborationStep, Evidence, Origin } from '../../model/ledger.ts';
import { CORROBORATION_STEPS } from '../../model/ledger.ts';
import type { Item } from '../item.ts';
import { type Frame, type Weighing, originsOf } from './voices.ts';

/** A step of the ladder, with the voices that it rests on; its words are made when somebody reads them. */
interface Reached {
  readonly step: CorroborationStep;
  readonly reason: () => string;
  readonly voices: readonly Origin[];
}

const isDenial = (item: Item): boolean => item.record.factuality === 'denied';

/** Origins, denials and every step of the ladder that is reached, lowest first. */
export function corroborate(
  bundle: Bundle,
  frame: Frame,
  weighing: Weighing,
  grade: string | undefined,
): Corroboration {
  const claims = bundle.items.filter((item) => !isDenial(item));
  const origins = originsOf(claims, frame, weighing);
  const deniedBy = denials(bundle, frame, weighing, origins);
  const reached = ladder(origins, frame, bundle, weighing).map(({ step, reason, voices }) => ({
    step,
    reason: reason(),
    evidence: evidence(voices),
  }));
  return {
    step: reached.at(-1)?.step ?? 'one party alone',
    reached,
    origins,
    deniedBy,
    ...(grade === undefined ? {} : { grade }),
  };
}

/** What truces ask of an incident: sides that say so, steps that are reached, sides that deny it. */
export interface Weight {
  readonly sides: readonly string[];
  readonly steps: readonly CorroborationStep[];
  readonly deniedBy: readonly string[];
}

/** The weight of an incident, without the words and evidence of its corroboration. */
export function weightOf(bundle: Bundle, frame: Frame, weighing: Weighing): Weight {
  const claims = bundle.items.some(isDenial) ? bundle.items.filter((item) => !isDenial(item)) : bundle.items;
  const origins = originsOf(claims, frame, weighing);
  return {
    sides: origins.map(({ side }) => side),
    steps: ladder(origins, frame, bundle, weighing).map(({ step }) => step),
    deniedBy: denials(bundle, frame, weighing, origins).map(({ side }) => side),
  };
}

/** Those who deny it. A side that makes the claim does not deny it by rejecting the other's denial. */
function denials(bundle: Bundle, frame: Frame, weighing: Weighing, origins: readonly Origin[]): readonly Origin[] {
  if (!bundle.items.some((item) => isDenial(item) || item.from.length > 0)) return NOBODY;
  const claimants = new Set(origins.map((origin) => origin.side));
  const statements = bundle.items.flatMap((item) =>
    isDenial(item) ? [] : item.from.filter((s) => isAct(s, 'deny') && s.voice.key !== item.voice.key),
  );
  return originsOf([...bundle.items.filter(isDenial), ...statements], frame, weighing).filter(
    (origin) => !claimants.has(origin.side) || frame.accused.includes(origin.side),
  );
}

const NOBODY: readonly Origin[] = [];

const isAct = (item: Item, act: string): boolean => item.record.kind === 'statement' && item.record.act.value === act;

function ladder(origins: readonly Origin[], frame: Frame, bundle: Bundle, weighing: Weighing): Reached[] {
  const isParty = (origin: Origin): boolean => frame.isPlain || frame.interested.includes(origin.side);
  const outlets = origins.filter((origin) => isOutlet(origin) && (frame.isPlain || !isParty(origin)));
  const speakers = origins.filter((origin) => !outlets.includes(origin));
  const accusers = speakers.filter((origin) => isParty(origin) && !frame.accused.includes(origin.side));
  const admitted = speakers.filter((origin) => !isOutlet(origin) && isOwnAct(origin, frame, bundle, weighing));
  const third = speakers.filter((origin) => !isParty(origin) && isKnownVoice(origin));
  const steps = [
    alone(accusers, origins),
    severalVoices(accusers),
    outletStep(outlets),
    admission(admitted, accusers, bundle),
    thirdParties(third) ?? (frame.isPlain ? severalSides(accusers) : undefined),
    verification(bundle, weighing, frame),
  ].filter((step) => step !== undefined);
  return steps.sort((a, b) => CORROBORATION_STEPS.indexOf(a.step) - CORROBORATION_STEPS.indexOf(b.step));
}

/** Whether a side tells of an act as its own; of a clash between both it tells as of the other's as well. */
function isOwnAct(origin: Origin, frame: Frame, bundle: Bundle, { sides }: Weighing): boolean {
  if (!frame.accused.includes(origin.side)) return false;
  if (frame.accused.length === 1) return true;
  const told = new Set(origin.evidence.map(({ record }) => record));
  return bundle.items.some(
    ({ uid, record }) =>
      told.has(uid) &&
      record.kind === 'incident' &&
      record.perpetrators.length > 0 &&
      record.perpetrators.every(({ value }) => sides.sideOf(value, frame.at, frame.situation) === origin.side),
  );
}

/** A voice whose country nobody tells may belong to a party: it confirms nothing. */
const isKnownVoice = ({ code }: Origin): boolean => code !== '' && !code.startsWith('UNK');

const isOutlet = (origin: Origin): boolean => origin.key.startsWith('outlet:');

const named = (origins: readonly Origin[]): string => origins.map((origin) => origin.name).join(', ');

const evidence = (origins: readonly Origin[]): Evidence[] => origins.flatMap((origin) => origin.evidence);

function alone(accusers: readonly Origin[], origins: readonly Origin[]): Reached | undefined {
  const voices =
    accusers.length > 0 ? accusers : origins.filter((origin) => !isKnownVoice(origin) && !isOutlet(origin));
  if (voices.length === 0) return undefined;
  const who = accusers.length > 0 ? 'a party says it' : 'a voice says it whose side is not known';
  return { step: 'one party alone', reason: () => `${who}: ${named(voices)}, ${carriedBy(voices)}`, voices };
}

function carriedBy(voices: readonly Origin[]): string {
  const outlets = new Set(voices.flatMap((origin) => origin.outlets)).size;
  return `carried by ${outlets} outlet${outlets === 1 ? '' : 's'}`;
}

/** Two bodies of one side; the side's own agency is not one of them. */
function severalVoices(accusers: readonly Origin[]): Reached | undefined {
  for (const side of new Set(accusers.map((origin) => origin.side))) {
    const bodies = accusers.filter((origin) => origin.side === side && !isOutlet(origin));
    if (bodies.length >= 2)
      return {
        step: 'several voices of one side',
        reason: () => `${bodies.length} bodies of one side say it: ${named(bodies)}`,
        voices: bodies,
      };
  }
  return undefined;
}

const outletStep = (outlets: readonly Origin[]): Reached | undefined =>
  outlets.length === 0
    ? undefined
    : { step: 'outlet observed', reason: () => `told without a source by ${named(outlets)}`, voices: outlets };

/** For an act the accused side owns up; for an agreement a second party says the same. */
function admission(admitted: readonly Origin[], accusers: readonly Origin[], bundle: Bundle): Reached | undefined {
  if (admitted.length > 0)
    return {
      step: 'other party admits',
      reason: () => `the accused side says so too: ${named(admitted)}`,
      voices: admitted,
    };
  if (
    (bundle.kind !== 'agreement' && bundle.kind !== 'request') ||
    new Set(accusers.map((origin) => origin.side)).size < 2
  )
    return undefined;
  return {
    step: 'other party admits',
    reason: () => `parties on both sides say so: ${named(accusers)}`,
    voices: accusers,
  };
}

const thirdParties = (third: readonly Origin[]): Reached | undefined =>
  third.length === 0
    ? undefined
    : {
        step: 'third party confirms',
        reason: () => `said by ${named(third)}, who is no party to it`,
        voices: third,
      };

/** Of a meeting or plan: sides that do not speak for each other tell of it. */
function severalSides(voices: readonly Origin[]): Reached | undefined {
  const known = voices.filter(isKnownVoice);
  if (new Set(known.map((origin) => origin.side)).size < 2) return undefined;
  return {
    step: 'third party confirms',
    reason: () => `voices of several sides tell of it: ${named(known)}`,
    voices: known,
  };
}

/** A monitor or international body that confirms it in so many words. */
function verification(bundle: Bundle, weighing: Weighing, frame: Frame): Reached | undefined {
  const confirmations = bundle.items.flatMap((item) =>
    item.from.filter((s) => isAct(s, 'confirm') && /^(?:IGO|UNO|NGO)/.test(s.voice.code)),
  );
  const verifiers = originsOf(confirmations, frame, weighing).filter(
    (origin) => !frame.interested.includes(origin.side),
  );
  return verifiers.length === 0
    ? undefined
    : { step: 'verified', reason: () => `confirmed by ${named(verifiers)}`, voices: verifiers };
}
