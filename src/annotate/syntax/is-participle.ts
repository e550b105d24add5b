/** Tells participles from verbs in the past where the form is the same: "the deal reached in May", ", backed by Ankara,". */
import { isWaiting, takesClause, takesQuote, topOf, waitingBelow, type Builder } from './builder.ts';
import { nextItem } from './look-ahead.ts';

/** "the deal reached in May", ", backed by Ankara,": a form that could be past tense but has no place for it here. */
export function isParticipleHere(builder: Builder, at: number): boolean {
  const frame = topOf(builder);
  const { index } = builder.items[at]!;
  const next = nextItem(builder, at + 1);
  const hasObject = next?.kind === 'phrase' && !builder.found.phrases[next.index]!.time;
  const byAgent = next?.kind === 'preposition' && next.word === 'by';
  if (builder.conjunction) return false;
  const { before } = builder;
  if (before === 'phrase') return isParticipleBehindPhrase(builder, at, hasObject, byAgent);
  if (before === 'comma') {
    if (takesQuote(builder, index) && !hasObject && !byAgent) return false;
    if (isWaiting(frame)) return !hasObject && (byAgent || isClosedModifier(builder, at));
    return waitingBelow(builder) < 0 && !hasObject && frame.clause >= 0;
  }
  if (before === undefined) return !hasObject && next?.kind === 'preposition';
  return before === 'subordinator' && !hasObject;
}

const PERSONAL = new Set(['i', 'he', 'she', 'they', 'we', 'it', 'you']);
/** "he told", "the offer it made": a personal pronoun has its verb behind it. */
const isPersonal = ({ tokens, found, lastPhrase }: Builder): boolean =>
  PERSONAL.has(tokens[found.phrases[lastPhrase]!.head]!.lower);

function isParticipleBehindPhrase(builder: Builder, at: number, hasObject: boolean, byAgent: boolean): boolean {
  if (isPersonal(builder)) return false;
  const frame = topOf(builder);
  if (isWaiting(frame))
    return !hasObject && !takesClause(builder, builder.items[at]!.index) && hasFiniteAhead(builder, at + 1);
  if (frame.clause < 0 || (waitingBelow(builder) >= 0 && !byAgent)) return false;
  if (hasObject) return false;
  const { candidate } = builder;
  if (candidate === undefined) return true;
  const governor = builder.clauses[frame.clause]!.verb;
  return candidate.via === 'object' && (byAgent || !takesClause(builder, governor));
}

/** Whether another finite verb comes before the next mark: "the deal reached by both sides provides …". */
function hasFiniteAhead(builder: Builder, from: number): boolean {
  for (let i = from; i < Math.min(builder.items.length, from + 12); i++) {
    const item = builder.items[i]!;
    if (item.kind === 'verb')
      return builder.found.verbs[item.index]!.group.form === 'finite' && builder.items[i - 1]!.kind !== 'conjunction';
    if (
      item.kind === 'comma' ||
      item.kind === 'break' ||
      item.kind === 'relative' ||
      item.kind === 'that' ||
      item.kind === 'subordinator'
    )
      return false;
  }
  return false;
}

/** Longest modifier between commas. */
const MODIFIER = 24;

/** "the region, divided since fighting broke out, is …": a comma ahead has a finite verb right behind it. */
function isClosedModifier(builder: Builder, at: number): boolean {
  const { items, found } = builder;
  const next = nextItem(builder, at + 1);
  if (next?.kind !== 'preposition' && next?.kind !== 'subordinator') return false;
  for (let i = at + 1; i < Math.min(items.length - 1, at + MODIFIER); i++) {
    if (items[i]!.kind !== 'comma') continue;
    const behind = items[i + 1]!;
    return behind.kind === 'verb' && found.verbs[behind.index]!.group.form === 'finite';
  }
  return false;
}
