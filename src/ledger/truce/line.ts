/** Orders the instruments of one pair of sides into a line of truces, and tells which older instruments stand behind them. */
import type { AgreementClass, AgreementRecord } from '../../model/record.ts';
import { type Window, DAY, HOUR } from '../time.ts';
import type { Dated, Line } from './assign.ts';
import { isSubset } from '../keys.ts';
import type { Instrument, StageWord } from './instrument.ts';

/** Forms that can carry a ceasefire without being called one. */
const CARRIERS: ReadonlySet<AgreementClass> = new Set(['joint statement', 'peace', 'accord', 'protocol', 'resolution']);
const TERMS = /cease-?\s?fire|truce|cessation of hostilities|armistice/i;

/**
 * The line of truces among `instruments`; `isRelied` tells whether a ceasefire rests on one, `isFought` whether the
 * sides accuse each other of anything: a joint declaration of two states at peace carries no truce.
 */
export function lineOf(
  instruments: readonly Instrument[],
  isRelied: (instrument: Instrument) => boolean,
  isFought: boolean,
): Line {
  const dated = instruments.flatMap((instrument) =>
    instrument.from === undefined || isOnlyProposed(instrument) ? [] : [{ instrument, from: instrument.from }],
  );
  dated.sort((a, b) => a.from.lo - b.from.lo || (a.instrument.core.entry.id < b.instrument.core.entry.id ? -1 : 1));
  const known = dated.filter(({ instrument }) => instrument.isCeasefire);
  const ceasefires = known.filter((truce) => !isEcho(truce, known));
  const carriers = dated.filter(
    ({ instrument }) =>
      !instrument.isCeasefire && isBinding(instrument, isRelied(instrument), isFought || known.length > 0),
  );
  return {
    truces: ceasefires.map((truce, index) => withEnd(truce, ceasefires.slice(index + 1), ceasefires)),
    standing: carriers
      .filter(
        (carrier, index) =>
          !carriers.slice(0, index).some((older) => isSameSeries(older.instrument, carrier.instrument)),
      )
      .map((carrier) => ({ ...carrier, end: endOf(carrier.instrument), isLocal: false })),
  };
}

/** "The ceasefire" with no date, where these sides have one with a date: it may well be that one, so it is not another. */
const isEcho = ({ instrument, from }: Begun, known: readonly Begun[]): boolean =>
  instrument.fromRule === 'reported in force' &&
  known.some((other) => isDatedTruce(other) && other.from.lo <= from.hi + 3 * DAY);

/** Only what has a date of its own takes the place of another: a mention may mean the old one. */
export const isDatedTruce = ({ instrument }: Begun): boolean => instrument.fromRule !== 'reported in force';

/** True when nobody says more of it than that it was proposed. */
export const isOnlyProposed = (instrument: Instrument): boolean =>
  instrument.core.bundle.items.every(
    ({ record }) =>
      record.factuality === 'requested' ||
      record.factuality === 'hypothetical' ||
      record.factuality === 'possible' ||
      record.factuality === 'denied' ||
      (record as AgreementRecord).stage?.value === 'proposed',
  );

/** An older instrument counts where its terms speak of a ceasefire, one rests on it, or it is recalled as binding. */
function isBinding(instrument: Instrument, relied: boolean, isFought: boolean): boolean {
  const records = instrument.core.bundle.items.map((item) => item.record as AgreementRecord);
  if (!records.some((record) => CARRIERS.has(record.class.value)) || instrument.parties.length < 2) return false;
  if (relied || records.some((record) => record.terms.some((term) => TERMS.test(term.value)))) return true;
  return (
    isFought &&
    instrument.stages.some(({ stage }) => stage === 'recalled' || stage === 'invoked' || stage === 'in force')
  );
}

/** Later instruments of the same form and parties build on the first one: that one carries the ceasefire. */
function isSameSeries(a: Instrument, b: Instrument): boolean {
  return formOf(a) === formOf(b) && (isSubset(a.parties, b.parties) || isSubset(b.parties, a.parties));
}

const formOf = (instrument: Instrument): string =>
  (instrument.core.bundle.items[0]!.record as AgreementRecord).class.value;

type Begun = { readonly instrument: Instrument; readonly from: Window };

function withEnd(truce: Begun, later: readonly Begun[], others: readonly Begun[]): Dated {
  const isLocal =
    isLimited(truce.instrument) && others.some((other) => !sharesPlace(truce, other) || !isLimited(other.instrument));
  const next = later.find(
    (other) =>
      isDatedTruce(other) &&
      other.from.lo > truce.from.lo &&
      (isLocal || !isLimited(other.instrument)) &&
      sharesPlace(truce, other),
  );
  const ends = [endOf(truce.instrument), next?.from.lo].filter((end) => end !== undefined);
  return { ...truce, end: ends.length === 0 ? undefined : Math.min(...ends), isLocal };
}

const isLimited = (instrument: Instrument): boolean => instrument.places.length > 0;

const sharesPlace = (a: Begun, b: Begun): boolean =>
  !isLimited(a.instrument) ||
  !isLimited(b.instrument) ||
  a.instrument.places.some((place) => b.instrument.places.includes(place));

/** When it ended by its own terms or by a party's word. */
function endOf(instrument: Instrument): number | undefined {
  const ends = [instrument.until?.hi, declaredOver(instrument)?.at?.lo].filter((end) => end !== undefined);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** The first word of a party that the truce is over; a party that says the other broke it does not end it. */
export const declaredOver = (instrument: Instrument): StageWord | undefined =>
  instrument.stages
    .filter(
      (word) =>
        (word.stage === 'broken off' || word.stage === 'expired') &&
        isOwnWord(instrument, word) &&
        word.at !== undefined &&
        (instrument.from === undefined || word.at.hi >= instrument.from.lo - HOUR),
    )
    .sort((a, b) => a.at!.lo - b.at!.lo)[0];

/** A party says that it ends it, or an outlet tells that a party did. */
function isOwnWord({ parties }: Instrument, { item, side, doers }: StageWord): boolean {
  const { factuality } = item.record;
  if (factuality === 'asserted') return parties.includes(side) || doers.some((doer) => parties.includes(doer));
  return factuality === 'alleged' && parties.includes(side) && doers.includes(side);
}
