/**
 * When two agreement records are one instrument: parties that agree and a date that identifies it, where a coarser date
 * unifies with a finer one and neighbours' dates of one day apart are two namings. A ceasefire is told by the hour at
 * which it takes effect. What has no date is vague and joins only where one instrument can be meant.
 */
import type { AgreementClass, AgreementRecord } from '../../model/record.ts';
import type { Item } from '../item.ts';
import { foldName, intersects, sidesOf, sortedSet } from '../keys.ts';
import {
  type Window,
  DAY,
  HOUR,
  dayNumber,
  isoOf,
  lengthOf,
  overlapOf,
  windowOf,
  windowOfValue,
  windowText,
} from '../time.ts';
import type { AgreementFacts } from './agreement-facts.ts';
import { chooseAgreement } from './agreement-vague.ts';
import type { Fusion, Node, Why } from './kind.ts';
import { headPairs, headsOf, partiesAgree } from './parties.ts';

const STANDALONE: ReadonlySet<AgreementClass> = new Set(['treaty', 'protocol', 'resolution', 'accord', 'peace']);

const facts = (item: Item): AgreementFacts => {
  const record = item.record as AgreementRecord;
  const said = effectiveOf(record);
  const effective = said !== undefined && lengthOf(said) <= FINE ? said : undefined;
  const signed = record.signed?.value ?? (said === undefined || effective !== undefined ? '' : coarseDate(record));
  const name = record.name === undefined ? '' : plainName(record.name.value);
  const vague = effective === undefined && signed.length < 10 && !isTelling(record.class.value, name);
  // A mediator that announces a truce is no party to it
  const own = sidesOf(record.parties.length > 0 ? record.parties : record.declaredBy);
  const parties = own.length > 0 || isTelling(record.class.value, name) ? own : item.parties;
  return {
    class: record.class.value,
    stage: record.stage?.value,
    parties,
    name,
    signed,
    effective,
    clock: /T(\d{2}:\d{2})/.exec(record.effectiveFrom?.value ?? record.effective?.value.value ?? '')?.[1] ?? '',
    places: sortedSet(record.places.filter(({ value }) => !value.feature?.startsWith('PCL')).map((p) => p.value.key)),
    pub: vague ? item.pub : undefined,
    report: vague && parties.length === 0 ? item.card.id : '',
  };
};

/** A window as long as a day in any zone still tells truces apart; a month or a year is a coarse date. */
const FINE = 3 * DAY;

/** "since 1991", "last August": the month or year in which it took effect. */
function coarseDate(record: AgreementRecord): string {
  const value = record.effective?.value.value ?? record.effectiveFrom?.value ?? record.time?.value.value ?? '';
  return /^\d{4}(?:-\d{2})?$/.test(value) ? value : '';
}

/** When it takes effect; for a ceasefire the time of the record itself serves where no other is given. */
function effectiveOf(record: AgreementRecord): Window | undefined {
  const said = windowOf(record.effective?.value) ?? windowOfValue(record.effectiveFrom?.value ?? '');
  if (said !== undefined) return said;
  const stage = record.stage?.value;
  if (record.class.value !== 'ceasefire' || stage === 'broken off' || stage === 'expired' || stage === 'extended')
    return undefined;
  return stage === 'recalled' || stage === 'invoked' ? undefined : windowOf(record.time?.value);
}

/** "1997 Treaty of Friendship" and "the Treaty of Friendship" are one name. */
const plainName = (name: string): string =>
  foldName(name)
    .replace(/^the /, '')
    .replace(/^\d{4} | (?:of )?\d{4}$/g, '');

/** A name of three words or more is told apart by itself: "Treaty of Friendship and Cooperation". */
const isTelling = (form: AgreementClass, name: string): boolean => STANDALONE.has(form) && name.split(' ').length >= 3;

const signature = (f: AgreementFacts): string =>
  [
    f.class,
    f.stage ?? '',
    f.parties.join(),
    f.name,
    f.signed,
    windowText(f.effective),
    f.clock,
    f.places.join(),
    windowText(f.pub),
    f.report,
  ].join('|');

/** 0: dated to the day or hour, or named with no date in question; 1: month; 2: year; 3: no date at all. */
function rank(f: AgreementFacts): number {
  if (f.effective !== undefined) return 0;
  if (f.signed.length >= 10) return 0;
  if (f.signed.length >= 7) return 1;
  if (f.signed.length === 4) return 2;
  return 3;
}

/** Pairs of parties, or the name: where instruments of the same parties are looked for. */
function contexts(f: AgreementFacts): string[] {
  const found = headPairs(f.parties);
  for (const head of headsOf(f.parties)) found.push(`one ${head}`);
  if (f.signed.length === 10) found.push(`dated ${f.class} ${f.signed}`);
  if (f.effective !== undefined && f.class === 'ceasefire') found.push(`effect ${dayNumber(f.effective.lo)}`);
  if (f.name !== '' && STANDALONE.has(f.class)) found.push(`named ${f.name}`);
  if (found.length === 0) found.push(`report ${f.report}`);
  return found;
}

const prefixes = (a: string, b: string): boolean => a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));

/** Dates of one day apart: each side may date a night's statement by its own clock, or by the day it took effect. */
const isNextDay = (a: string, b: string): boolean => {
  if (a.length !== 10 || b.length !== 10) return false;
  return Math.abs(windowOfValue(a)!.lo - windowOfValue(b)!.lo) === DAY;
};

function same(a: AgreementFacts, b: AgreementFacts): Why | undefined {
  if (!partiesAgree(a.parties, b.parties) || conflict(a, b)) return undefined;
  if (a.parties.length === 0 && b.parties.length === 0 && a.name !== b.name) return undefined;
  if ((a.parties.length === 0) !== (b.parties.length === 0) && !isExact(a, b)) return undefined;
  if (a.effective !== undefined && b.effective !== undefined) return sameEffect(a, b);
  if (a.signed !== '' && b.signed !== '') return sameDate(a, b);
  return crossDated(a, b) ?? crossDated(b, a);
}

/** Where one names no parties, only the same day or the same hours will do. */
const isExact = (a: AgreementFacts, b: AgreementFacts): boolean =>
  (a.signed.length === 10 && a.signed === b.signed) ||
  (a.effective !== undefined &&
    b.effective !== undefined &&
    lengthOf(a.effective) + lengthOf(b.effective) <= 13 * HOUR &&
    overlapOf(a.effective, b.effective) > 0);

function sameEffect(a: AgreementFacts, b: AgreementFacts): Why | undefined {
  const [x, y] = [a.effective!, b.effective!];
  if (overlapOf(x, y) > 0)
    return {
      rule: 'agreement-same-effect',
      reason: () => `both take effect at ${isoOf(Math.max(x.lo, y.lo))}, between the same parties`,
      strength: 30,
    };
  if (a.clock !== '' && a.clock === b.clock && Math.abs(x.lo - y.lo) <= 4 * HOUR)
    return {
      rule: 'agreement-same-clock',
      reason: () =>
        `both say ${a.clock} on one day, but in different zones (${[isoOf(x.lo), isoOf(y.lo)].sort().join(' and ')})`,
      strength: 20,
    };
  return undefined;
}

function sameDate(a: AgreementFacts, b: AgreementFacts): Why | undefined {
  if (prefixes(a.signed, b.signed))
    return {
      rule: 'agreement-same-date',
      reason: a.signed === b.signed ? `both are dated ${a.signed}` : `${a.signed} and ${b.signed} can be one date`,
      strength: 25,
    };
  if (isNextDay(a.signed, b.signed) && a.parties.length >= 2 && b.parties.length >= 2)
    return {
      rule: 'agreement-two-namings',
      reason: `dated ${[a.signed, b.signed].sort().join(' and ')}, one day apart, by the same parties in the same form: one instrument with two namings`,
      strength: 10,
    };
  return undefined;
}

/** One is known by the day it was signed, the other by the hour at which it takes effect. */
function crossDated(a: AgreementFacts, b: AgreementFacts): Why | undefined {
  if (a.signed.length !== 10 || b.effective === undefined) return undefined;
  const gap = b.effective.lo - windowOfValue(a.signed)!.lo;
  if (gap < -14 * HOUR || gap > 2 * DAY) return undefined;
  return {
    rule: 'agreement-signed-then-effect',
    reason: () => `signed on ${a.signed}, and in effect from ${isoOf(b.effective!.lo)}, between the same parties`,
    strength: 5,
  };
}

/** Dates or hours that exclude each other, different forms, different places. */
export function conflict(a: AgreementFacts, b: AgreementFacts): boolean {
  if (!partiesAgree(a.parties, b.parties)) return true;
  if (a.class !== b.class && !(a.signed.length === 10 && a.signed === b.signed)) return true;
  if (a.places.length > 0 && b.places.length > 0 && !intersects(a.places, b.places)) return true;
  if (STANDALONE.has(a.class) && a.name !== '' && b.name !== '' && a.name !== b.name && a.signed !== b.signed)
    return true;
  if (a.effective !== undefined && b.effective !== undefined && sameEffect(a, b) === undefined) return true;
  return a.signed !== '' && b.signed !== '' && !prefixes(a.signed, b.signed) && !isNextDay(a.signed, b.signed);
}

const groupKey = (f: AgreementFacts): string =>
  isTelling(f.class, f.name)
    ? `${f.class}|${f.name}|${f.signed}`
    : [f.class, f.parties.join(), STANDALONE.has(f.class) ? f.name : '', f.signed, f.places.join(), f.report].join('|');

/** "The ceasefire" of this year and that of the year before last are hardly one: half a year of silence parts them. */
function parts(nodes: Node<AgreementFacts>[]): Node<AgreementFacts>[][] {
  if (nodes[0]!.facts.signed !== '') return [nodes];
  const dated = nodes.filter(({ facts: f }) => f.pub !== undefined).sort((a, b) => a.facts.pub!.lo - b.facts.pub!.lo);
  const undated = nodes.filter(({ facts: f }) => f.pub === undefined);
  const found: Node<AgreementFacts>[][] = [];
  for (const [index, node] of dated.entries()) {
    const before = dated[index - 1];
    if (before !== undefined && node.facts.pub!.lo - before.facts.pub!.lo <= SILENCE) found.at(-1)!.push(node);
    else found.push([node]);
  }
  return undated.length === 0 ? found : [...found, undated];
}

const SILENCE = 183 * DAY;

export const agreementFusion: Fusion<AgreementFacts> = {
  kind: 'agreement',
  facts,
  signature,
  rank,
  keys: contexts,
  contexts,
  same,
  conflict,
  choose: chooseAgreement,
  groupKey,
  parts,
  groupWhy: {
    rule: 'agreement-same-vague',
    reason: 'both speak of an instrument of the same form and parties, with the same date or none',
    strength: 1,
  },
  sameWhy: { rule: 'agreement-same-words', reason: 'the same form, parties and dates', strength: 40 },
};
