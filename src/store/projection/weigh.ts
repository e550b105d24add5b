/**
 * How much a decision on an entry would change the picture. The review queue is ordered by it; each part says why, so
 * that nobody has to guess why something stands on top.
 */
import type { Entry } from '../../model/ledger.ts';
import type { EntryLine } from '../../model/lines.ts';

type Weighed = Omit<EntryLine, 'priority' | 'weighs'>;

/** What the picture rests on most: agreements and breaches, then losses and requests; statements hardly. */
const KINDS: Readonly<Record<Entry['kind'], number>> = {
  agreement: 30,
  incident: 24,
  toll: 20,
  observation: 18,
  request: 14,
  meeting: 10,
  plan: 10,
  mechanism: 8,
  event: 4,
  statement: 2,
};

/** Priority and its reasons, the weightiest first. */
export function weigh(entry: Entry, line: Weighed): Pick<EntryLine, 'priority' | 'weighs'> {
  const parts = partsOf(entry, line).filter(([weight]) => weight > 0);
  parts.sort((a, b) => b[0] - a[0]);
  const sum = parts.reduce((all, [weight]) => all + weight, KINDS[entry.kind]);
  return { priority: sum, weighs: parts.map(([, words]) => words) };
}

function partsOf(entry: Entry, line: Weighed): [weight: number, words: string][] {
  const contradictions = entry.differences.filter(({ type }) => type === 'contradiction').length;
  const bears = entry.links.filter(({ type }) => type === 'bears on').length;
  const isTruce = entry.slots.some(({ name, readings }) => name === 'class' && readings[0]!.value === 'ceasefire');
  const denied = line.deniedBy.map(({ name }) => name).join(', ');
  return [
    [isTruce ? 30 : 0, 'a ceasefire: everything else hangs on it'],
    [bears > 0 ? 25 : 0, 'alleged as a breach of a truce in force'],
    [Math.min(contradictions * 10, 40), `${plural(contradictions, 'contradiction')} between reports`],
    [line.deniedBy.length > 0 ? 15 : 0, `denied by ${denied}`],
    [bears > 0 && line.step === 'one party alone' ? 8 : 0, 'nobody but the accuser says so'],
    [Math.min(Math.round(Math.log2(line.reports + 1) * 3), 30) - 3, `in ${plural(line.reports, 'report')}`],
    [Math.min(line.differences - contradictions, 6), plural(line.differences - contradictions, 'other difference')],
    [line.factuality.includes('requested') ? 2 : 0, 'asked for, not known to be done'],
  ];
}

const plural = (count: number, words: string): string => `${count} ${words}${count === 1 ? '' : 's'}`;
