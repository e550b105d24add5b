/** Which zone a time is told in: the stated one, that of a place in its sentence for "local time", else the dateline's. */
import type { Doc } from '../../model/doc.ts';
import type { Anchor } from './anchor.ts';
import { sentenceAt } from './direction.ts';
import type { Expression } from './expression.ts';
import { isCapitalised } from './scan.ts';
import type { Scan } from './scan.ts';

export interface ZoneFound {
  readonly zone: string;
  readonly zoneBasis: 'stated' | 'inferred';
}

/** The zone of an expression; undefined when nothing tells. */
export function zoneOf(doc: Doc, scan: Scan, anchor: Anchor, expression: Expression): ZoneFound | undefined {
  const stated = expression.when?.zone;
  if (stated !== undefined && stated !== 'local') return { zone: stated, zoneBasis: 'stated' };
  const place = stated === 'local' ? zoneOfSentence(doc, scan, expression) : undefined;
  if (place !== undefined) return { zone: place, zoneBasis: 'stated' };
  return anchor.zone === undefined ? undefined : { zone: anchor.zone, zoneBasis: 'inferred' };
}

/** How many words away the place of "local time" is looked for. */
const REACH = 30;

/** "in Khartoum at 9:00 local time": the zone of the nearest place named before the time, or else behind it. */
function zoneOfSentence(doc: Doc, scan: Scan, expression: Expression): string | undefined {
  const sentence = doc.sentences[sentenceAt(doc.sentences, expression.start)];
  if (sentence === undefined) return undefined;
  for (
    let at = expression.first - 1;
    at >= expression.first - REACH && (scan.words[at]?.start ?? -1) >= sentence.start;
    at--
  ) {
    const zone = zoneAt(scan, at);
    if (zone !== undefined) return zone;
  }
  for (
    let at = expression.last + 1;
    at <= expression.last + REACH && (scan.words[at]?.end ?? sentence.end + 1) <= sentence.end;
    at++
  ) {
    const zone = zoneAt(scan, at);
    if (zone !== undefined) return zone;
  }
  return undefined;
}

function zoneAt(scan: Scan, at: number): string | undefined {
  if (!isCapitalised(scan, at)) return undefined;
  const { start, end } = scan.words[at]!;
  const next = isCapitalised(scan, at + 1) ? scan.words[at + 1]!.end : undefined;
  return (
    (next === undefined ? undefined : scan.zones.ofPlace(scan.text.slice(start, next))) ??
    scan.zones.ofPlace(scan.text.slice(start, end))
  );
}
