/**
 * How far an entry is corroborated: who says it, counted by origin and side, and who denies it. Repetition raises
 * nothing: ten outlets that carry one ministry are one origin, and an agency of a party's state is no second voice.
 */
import type { Bundle } from '../bundle.ts';
import type { Corroboration, CorroborationStep, Evidence, Origin } from '../../model/ledger.ts';
import { CORROBORATION_STEPS } from '../../model/ledger.ts';
import type { Item } from '../item.ts';
import { type Frame, type Weighing, originsOf } from './voices.ts';

type Reached = { step: CorroborationStep; reason: string; evidence: readonly Evidence[] };

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
  const reached = ladder(origins, frame, bundle, weighing);
  return {
    step: reached.at(-1)?.step ?? 'one party alone',
    reached,
    origins,
    deniedBy,
    ...(grade === undefined ? {} : { grade }),
  };
}

/** Those who deny it. A side that makes the claim does not deny it by rejecting the other's denial. */
function denials(bundle: Bundle, frame: Frame, weighing: Weighing, origins: readonly Origin[]): Origin[] {
  const claimants = new Set(origins.map((origin) => origin.side));
  const statements = bundle.items.flatMap((item) =>
    isDenial(item) ? [] : item.from.filter((s) => isAct(s, 'deny') && s.voice.key !== item.voice.key),
  );
  return originsOf([...bundle.items.filter(isDenial), ...statements], frame, weighing).filter(
    (origin) => !claimants.has(origin.side) || frame.accused.includes(origin.side),
  );
}

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
  const outlets = new Set(voices.flatMap((origin) => origin.outlets)).size;
  const carried = `carried by ${outlets} outlet${outlets === 1 ? '' : 's'}`;
  const who = accusers.length > 0 ? 'a party says it' : 'a voice says it whose side is not known';
  return { step: 'one party alone', reason: `${who}: ${named(voices)}, ${carried}`, evidence: evidence(voices) };
}

/** Two bodies of one side; the side's own agency is not one of them. */
function severalVoices(accusers: readonly Origin[]): Reached | undefined {
  for (const side of new Set(accusers.map((origin) => origin.side))) {
    const bodies = accusers.filter((origin) => origin.side === side && !isOutlet(origin));
    if (bodies.length >= 2)
      return {
        step: 'several voices of one side',
        reason: `${bodies.length} bodies of one side say it: ${named(bodies)}`,
        evidence: evidence(bodies),
      };
  }
  return undefined;
}

const outletStep = (outlets: readonly Origin[]): Reached | undefined =>
  outlets.length === 0
    ? undefined
    : { step: 'outlet observed', reason: `told without a source by ${named(outlets)}`, evidence: evidence(outlets) };

/** For an act the accused side owns up; for an agreement a second party says the same. */
function admission(admitted: readonly Origin[], accusers: readonly Origin[], bundle: Bundle): Reached | undefined {
  if (admitted.length > 0)
    return {
      step: 'other party admits',
      reason: `the accused side says so too: ${named(admitted)}`,
      evidence: evidence(admitted),
    };
  if (
    (bundle.kind !== 'agreement' && bundle.kind !== 'request') ||
    new Set(accusers.map((origin) => origin.side)).size < 2
  )
    return undefined;
  return {
    step: 'other party admits',
    reason: `parties on both sides say so: ${named(accusers)}`,
    evidence: evidence(accusers),
  };
}

const thirdParties = (third: readonly Origin[]): Reached | undefined =>
  third.length === 0
    ? undefined
    : {
        step: 'third party confirms',
        reason: `said by ${named(third)}, who is no party to it`,
        evidence: evidence(third),
      };

/** Of a meeting or plan: sides that do not speak for each other tell of it. */
function severalSides(voices: readonly Origin[]): Reached | undefined {
  const known = voices.filter(isKnownVoice);
  if (new Set(known.map((origin) => origin.side)).size < 2) return undefined;
  return {
    step: 'third party confirms',
    reason: `voices of several sides tell of it: ${named(known)}`,
    evidence: evidence(known),
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
    : { step: 'verified', reason: `confirmed by ${named(verifiers)}`, evidence: evidence(verifiers) };
}
