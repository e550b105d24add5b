/** Reads clocks given twice, "10:35 a.m. (0735 GMT)": the one with a zone tells the offset of the other, and the other its day. */
import { boundsOf } from '../../model/timex.ts';
import type { TimeMention } from '../../model/doc.ts';
import { instantOf } from '../../model/zoned.ts';
import { intervalOf } from './interval.ts';
import { isoDay, twoDigits } from '../../model/calendar.ts';

const DAY = 86_400_000;
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

/** The open clock with the offset that the stated one gives it, and the stated one moved to the day that this asks for. */
function settle(open: TimeMention, stated: TimeMention): [TimeMention, TimeMention] | undefined {
  const [local, other] = [boundsOf(open.value), boundsOf(stated.value)];
  if (local === undefined || other === undefined) return undefined;
  for (const shift of [0, -1, 1]) {
    const offset = (local.start - instantOf(other.start + shift * DAY, stated.zone!)) / MINUTE;
    if (offset < -12 * 60 || offset > 14 * 60 || offset % 15 !== 0) continue;
    const zone = offsetName(offset);
    const value = isoDay(Math.floor(other.start / DAY) + shift) + stated.value.slice(10);
    return [
      { ...open, zone, zoneBasis: 'stated', ...intervalOf(open.value, open.mod, zone, false) },
      { ...stated, value, ...intervalOf(value, stated.mod, stated.zone, false) },
    ];
  }
  return undefined;
}

function offsetName(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}
