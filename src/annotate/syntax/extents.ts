/** From where to where each clause reaches: its own words and those of the clauses that hang on it, coordinated ones apart. */
import type { TokenRange } from '../../model/doc.ts';
import type { Mutable } from '../../model/mutable.ts';
import type { ClauseDraft, PhraseLink } from './builder.ts';
import type { Found } from './chunk.ts';

type Range = Mutable<TokenRange>;

/** One range for each clause. */
export function extentsOf(
  found: Found,
  links: readonly (PhraseLink | undefined)[],
  clauses: readonly ClauseDraft[],
): TokenRange[] {
  const phrases = phraseExtents(found, links);
  const extents = clauses.map((clause) => ownExtent(found, phrases, clause));
  const order = clauses.map((_, index) => index).sort((a, b) => extents[b]!.first - extents[a]!.first || b - a);
  for (const index of order) spread(clauses, extents, index);
  return extents;
}

/** Phrases with what hangs on them: "units" of "units of the armed forces". Dependents stand behind, possessors before. */
function phraseExtents(found: Found, links: readonly (PhraseLink | undefined)[]): Range[] {
  const extents = found.phrases.map(({ first, last }) => ({ first, last }));
  for (let at = extents.length - 1; at >= 0; at--) {
    const parent = links[at]?.parent;
    if (parent !== undefined && parent < at) extents[parent]!.last = Math.max(extents[parent]!.last, extents[at]!.last);
  }
  for (let at = 0; at < extents.length; at++) {
    const parent = links[at]?.parent;
    if (parent !== undefined && parent > at)
      extents[parent]!.first = Math.min(extents[parent]!.first, extents[at]!.first);
  }
  return extents;
}

function ownExtent(found: Found, phrases: readonly Range[], clause: ClauseDraft): Range {
  const { group } = found.verbs[clause.verb]!;
  let { first, last } = group;
  const add = (phrase: number): void => {
    first = Math.min(first, phrases[phrase]!.first);
    last = Math.max(last, phrases[phrase]!.last);
  };
  if (!clause.inherited) clause.subjects.forEach(add);
  clause.objects.forEach(add);
  for (const { phrase } of clause.obliques) add(phrase);
  if (clause.markerToken >= 0) first = Math.min(first, clause.markerToken);
  return { first, last };
}

/** Parents cover their dependents. Chains of parents are as long as a sentence is deep. */
function spread(clauses: readonly ClauseDraft[], extents: readonly Range[], index: number): void {
  const { parent, role } = clauses[index]!;
  if (parent < 0 || role === 'coordinate') return;
  const own = extents[index]!;
  const above = extents[parent]!;
  above.first = Math.min(above.first, own.first);
  above.last = Math.max(above.last, own.last);
}
