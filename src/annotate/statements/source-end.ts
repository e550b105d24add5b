/** Where a source in front of its verb ends: without times ("X last week said") and asides of manner or place ("X, in Oslo, said"). */
import type { Doc } from '../../model/doc.ts';
import { indexAt } from '../../model/span.ts';

/** Last token of the subject that stands from token `first` up to token `verb`; it is at least `last`, the end of its phrases. */
export function sourceEnd(doc: Doc, first: number, last: number, verb: number): number {
  const { tokens } = doc;
  let to = verb - 1;
  while (to > first) {
    const { pos, start } = tokens[to]!;
    const time = timeAt(doc, start);
    if (time !== undefined && time.start > tokens[first]!.start) to = indexAt(tokens, time.start) - 1;
    else if (pos === 'ADP' && to < verb - 1 && timeAt(doc, tokens[to + 1]!.start) !== undefined) to--;
    else if ((to > last && (pos === 'ADV' || pos === 'PUNCT')) || BEFORE_TIME.has(tokens[to]!.lower)) to--;
    else break;
  }
  return tokens[verb - 1]!.text === ',' ? beforeAside(doc, first, to) : to;
}

const BEFORE_TIME: ReadonlySet<string> = new Set(['later', 'earlier', 'late', 'early']);

function timeAt({ times }: Doc, start: number): Doc['times'][number] | undefined {
  const time = times[indexAt(times, start)];
  return time !== undefined && time.start <= start && start < time.end ? time : undefined;
}

const OF_MANNER: ReadonlySet<string> = new Set(
  'in at on during without with under after before speaking like amid despite through via by'.split(' '),
);

/** End of what stands before the first comma that opens such an aside; `last` where none does. */
function beforeAside({ tokens }: Doc, first: number, last: number): number {
  for (let at = first + 1; at < last; at++) {
    if (tokens[at]!.text !== ',') continue;
    const { pos, lower } = tokens[at + 1]!;
    if ((pos === 'VERB' && lower.endsWith('ing')) || OF_MANNER.has(lower)) return at - 1;
  }
  return last;
}
