/** What a report tells without standing behind it and without naming a voice: rumours, reports, claims. */
import type { Clause } from '../../model/doc.ts';
import { indexAt, type Span } from '../../model/span.ts';
import type { CodeContext } from './context.ts';

const RUMOUR: ReadonlySet<string> = new Set(
  'rumor rumors rumored rumour rumours rumoured unconfirmed speculation hearsay gossip'.split(' '),
);

/** "rumours that rebels had taken the town": told before the words themselves in the same sentence. */
export function isRumour({ doc }: CodeContext, span: Span): boolean {
  const sentence = doc.sentences[indexAt(doc.sentences, span.start)];
  if (sentence === undefined) return false;
  for (let at = indexAt(doc.tokens, span.start) - 1; at >= sentence.first; at--)
    if (RUMOUR.has(doc.tokens[at]!.lower)) return true;
  return false;
}

/** Verbs whose clause is a fact for whoever tells it. */
const FACTIVE: ReadonlySet<string> = new Set(
  'be know realise realize learn see find discover show prove recall remember forget mean ensure mark regret happen turn notice demonstrate become'.split(
    ' ',
  ),
);

/** "lobbied their neighbours that it was the army that fired": a clause with "that" under a verb that makes it no fact. */
const isClaimed = ({ doc }: CodeContext, { marker, parent, verb, role }: Clause): boolean =>
  marker === 'that' &&
  parent !== undefined &&
  !FACTIVE.has(doc.verbs[doc.clauses[parent]!.verb]!.lemma) &&
  (role === 'complement' || (role === 'relative' && doc.tokens[doc.verbs[verb]!.first - 1]?.lower === 'it'));

/** "were reported to have fired", "are believed to be shelling" */
function isReported({ doc }: CodeContext, { role, parent }: Clause): boolean {
  if (role !== 'infinitive' || parent === undefined) return false;
  const { voice, lemma } = doc.verbs[doc.clauses[parent]!.verb]!;
  return voice === 'passive' && /^(?:say|report|allege|believe|think|suspect|rumou?r|claim|presume)$/.test(lemma);
}

const HEARSAY: ReadonlySet<string> = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly']);

/** "were reportedly seized by soldiers [who fired]": told on hearsay, itself or by the clause that it hangs on. */
export function isHearsay(context: CodeContext, clause: Clause): boolean {
  const { doc } = context;
  let at: Clause | undefined = clause;
  for (let steps = 0; steps < 3 && at !== undefined; steps++) {
    const { first, head } = doc.verbs[at.verb]!;
    for (let token = Math.max(0, first - 1); token < head; token++)
      if (HEARSAY.has(doc.tokens[token]!.lower)) return true;
    if (isClaimed(context, at) || isReported(context, at)) return true;
    at = at.role === 'main' || at.parent === undefined ? undefined : doc.clauses[at.parent];
  }
  return false;
}
