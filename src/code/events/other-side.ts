/** The other side of an act that stands in the object of a verb: "an attack [on X]", "talks [with X]", "a ban imposed [on X]". */
import type { EventEntry } from '../../lexicon/events.ts';
import type { Clause } from '../../model/doc.ts';
import { verbOf, type CodeContext } from '../support/context.ts';
import { matchNoun, matchVerb } from './match.ts';
import { hangingOn, isKnown, isTime, landIn, standsFor, wideSpan, type Hanging } from './sides.ts';

/** Prepositions that bring in the other side of an act, even where it has no coded name: "an attack on a convoy". */
const TOWARD: ReadonlySet<string> = new Set('on against with to toward towards at upon of between'.split(' '));
/** Prepositions that can bring it in where none of the others does: "a ban for X", "a withdrawal from Y". */
const PERHAPS: ReadonlySet<string> = new Set('for from over in'.split(' '));

/** Whether the phrase brings in a coded actor, if only as what it is about. */
export const isNamed = (context: CodeContext, phrase: number): boolean =>
  standsFor(context, phrase, true).some(isKnown);

/** The other side of an act that a noun names, by the prepositions of the verb or of the noun: the nearest that has a name. */
export function besideAct(
  context: CodeContext,
  clause: Clause,
  act: number,
  prepositions: readonly string[],
  ownOnly = false,
): readonly number[] {
  const own = hangingOn(context, act);
  const linked = [
    ...own,
    // "the deployment of troops [to X]"
    ...own.filter(({ preposition }) => preposition === 'of').flatMap(({ phrase }) => hangingOn(context, phrase)),
    ...doneTo(context, clause, act),
    ...clause.obliques.filter(({ phrase }) => phrase !== act),
  ].filter((one) => isSide(context, one));
  const strong = nearest(
    context,
    linked,
    prepositions,
    (preposition) => prepositions.includes(preposition) || (!ownOnly && TOWARD.has(preposition)),
  );
  if (ownOnly || strong.some((phrase) => isNamed(context, phrase))) return strong;
  const weak = nearest(context, linked, prepositions, (preposition) => PERHAPS.has(preposition));
  return weak.some((phrase) => isNamed(context, phrase)) ? weak : strong;
}

/** Phrases of the first preposition that passes and has a named phrase; of the first at all where none has. */
function nearest(
  context: CodeContext,
  linked: readonly Hanging[],
  prepositions: readonly string[],
  passes: (preposition: string) => boolean,
): readonly number[] {
  const fit = linked.filter(({ preposition }) => passes(preposition)).toSorted((a, b) => a.phrase - b.phrase);
  const first =
    fit.find(({ preposition }) => preposition === 'against') ??
    fit.find(({ phrase }) => standsFor(context, phrase).some(isKnown)) ??
    fit.find(({ phrase }) => isNamed(context, phrase)) ??
    fit.find(({ preposition }) => prepositions.includes(preposition)) ??
    fit[0];
  if (first === undefined) return [];
  // "with X, then with Y"
  const more = first.preposition === 'with' ? fit.filter(isLike(first)) : [first];
  return withLists(
    context,
    more.map(({ phrase }) => phrase),
  );
}

const isLike =
  (first: Hanging) =>
  ({ preposition, phrase }: Hanging): boolean =>
    preposition === first.preposition && phrase >= first.phrase;

/** A time is no side, nor is the help that an act is done with: "agreed with the mediation of X". */
const isSide = (context: CodeContext, { preposition, phrase }: Hanging): boolean =>
  !isTime(context, context.doc.phrases[phrase]!) &&
  ((preposition !== 'with' && preposition !== 'of') || matchNoun(context, phrase) === undefined);

/** "the restrictions imposed [on X]": arguments of a participle behind the act. */
function doneTo({ doc, clausesBySentence }: CodeContext, clause: Clause, act: number): readonly Hanging[] {
  const own = clausesBySentence[clause.sentence]!.find(
    (at) => doc.clauses[at]!.antecedent === act && doc.clauses[at]!.role === 'participial',
  );
  return own === undefined ? [] : doc.clauses[own]!.obliques;
}

/** "the threats made [by X]": who made what the verb has as its object. */
export function madeBy(context: CodeContext, clause: Clause, object: number): readonly number[] {
  const by = [...hangingOn(context, object), ...doneTo(context, clause, object)].filter(
    ({ preposition, phrase }) => preposition === 'by' && isNamed(context, phrase),
  );
  return by.slice(0, 1).map(({ phrase }) => phrase);
}

/** "carried out strikes in the north, [killing X]": a participle of the same kind of act brings in the other side. */
export function alongside(context: CodeContext, clause: Clause, { event }: EventEntry): readonly number[] {
  const { doc, clausesBySentence } = context;
  for (const at of clausesBySentence[clause.sentence]!) {
    const other = doc.clauses[at]!;
    if (other.role !== 'participial' || other.parent === undefined || doc.clauses[other.parent] !== clause) continue;
    if (matchVerb(context, other, verbOf(context, other))?.pattern.entry.event === event) return other.objects;
  }
  return [];
}

export function firstLinked(context: CodeContext, clause: Clause, prepositions: readonly string[]): readonly number[] {
  for (const preposition of prepositions) {
    const found = withLists(
      context,
      clause.obliques
        .filter((one) => one.preposition === preposition && isSide(context, one))
        .map(({ phrase }) => phrase),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** "with A and B": the second hangs on the first. */
export function withLists({ doc }: CodeContext, phrases: readonly number[]): number[] {
  const found: number[] = [];
  for (const phrase of phrases) {
    if (!found.includes(phrase)) found.push(phrase);
    for (let at = phrase + 1; at < Math.min(phrase + 6, doc.phrases.length); at++)
      if (doc.phrases[at]!.relation === 'coordination' && doc.phrases[at]!.parent === phrase && !found.includes(at))
        found.push(at);
  }
  return found;
}

/** Where the act is done, if that is in a known country: an act without another side is done to the land. */
export function whereIn(context: CodeContext, clause: Clause, act: number): readonly number[] {
  const places = [...hangingOn(context, act), ...clause.obliques].filter(
    ({ preposition, phrase }) => WHERE.has(preposition) && landIn(context, wideSpan(context, phrase)) !== undefined,
  );
  return places.slice(0, 1).map(({ phrase }) => phrase);
}

const WHERE: ReadonlySet<string> = new Set('in at on near outside across into from'.split(' '));
