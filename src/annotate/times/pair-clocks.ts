/** Reads clocks given twice, "10:35 a.m. (0735 GMT)": the one with a zone tells the offset of the other, and the other its day. */
import { boundsOf } from '../../model/timex.ts';
import type { TimeMention } from '../../model/doc.ts';
import { instantOf } from '../../model/zoned.ts';
import { intervalOf } from './interval.ts';
import { isoDay, parseDay, twoDigits } from '../../model/calendar.ts';

const MINUTE = 60_000;

/** The mentions, with pairs of clocks brought together. */
export function pairClocks(text: string, mentions: readonly TimeMention[]): TimeMention[] {
  const paired = [...mentions];
  for (let at = 1; at < paired.length; at++) {
    const [a, b] = [paired[at - 1]!, paired[at]!];
    if (!isPair(text, a, b)) continue;
    const bStates = b.zoneBasis === 'stated';
    const both = bStates ? settle(a, b) : settle(b, a);
    if (both === undefined) continue;
    paired[at - 1] = bStates ? both[0] : both[1];
    paired[at] = bStates ? both[1] : both[0];
  }
  return paired;
}

const CLOCK = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function isPair(text: string, a: TimeMention, b: TimeMention): boolean {
  if (!CLOCK.test(a.value) || !CLOCK.test(b.value) || (a.zoneBasis === 'stated') === (b.zoneBasis === 'stated'))
    return false;
  return /^\s?[(,/]\s?$/.test(text.slice(a.end, b.start));
}

/**
 * The open clock with the offset that the stated one gives it. They can lie on two days, 2:15 and 23:15; then the one
 * that was told without a day moves.
 */
function settle(open: TimeMention, stated: TimeMention): [TimeMention, TimeMention] | undefined {
  const [local, other] = [boundsOf(open.value), boundsOf(stated.value)];
  if (local === undefined || other === undefined) return undefined;
  const apart = (local.start - instantOf(other.start, stated.zone!)) / MINUTE;
  if (apart % 15 !== 0) return undefined;
  const days = [0, 1, -1].find((shift) => isOffset(apart + shift * 1440));
  if (days === undefined) return undefined;
  const movesOpen = stated.rule === 'date-with-clock' && open.rule !== 'date-with-clock';
  const zone = offsetName(apart + days * 1440);
  return [
    { ...moved(open, movesOpen ? days : 0, zone), zone, zoneBasis: 'stated' },
    moved(stated, movesOpen ? 0 : -days, stated.zone),
  ];
}

const isOffset = (minutes: number): boolean => minutes >= -12 * 60 && minutes <= 14 * 60;

/** The mention so many days later, and in that zone. */
function moved(mention: TimeMention, days: number, zone: string | undefined): TimeMention {
  const value = isoDay(parseDay(mention.value)! + days) + mention.value.slice(10);
  return { ...mention, value, ...intervalOf(value, mention.mod, zone, false) };
}

function offsetName(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}
