/** Looks a few items ahead where what follows decides. Every look is bounded, so that a sentence stays linear. */
import type { Builder } from './builder.ts';
import { takesQuote } from './builder.ts';
import type { Item } from './items.ts';

const REACH = 14;

/** First item from `at` on that is no adverb or quotation mark. */
export function nextItem(builder: Builder, at: number): Item | undefined {
  for (let i = at; i < Math.min(builder.items.length, at + 4); i++) {
    const item = builder.items[i]!;
    if (item.kind !== 'adverb' && item.kind !== 'quote') return item;
  }
  return undefined;
}

const isFinite = (builder: Builder, item: Item): boolean => formAt(builder, item) === 'finite';

/** Form of a verb item; items ahead have their verb groups already, for a sentence is cut before it is built. */
export const formAt = (builder: Builder, item: Item): string => builder.found.verbs[item.index]!.group.form;

/** "documents provided by X": a form that could be past tense, with an agent behind it. */
const isPassiveParticiple = (builder: Builder, at: number): boolean =>
  builder.found.verbs[builder.items[at]!.index]!.ambiguous && builder.items[at + 1]?.word === 'by';

/** Whether the phrase at item `at` is followed by a finite verb of its own, prepositional phrases between. */
export function isSubjectAt(builder: Builder, at: number): boolean {
  let relative = false;
  for (let i = at + 1; i < Math.min(builder.items.length, at + REACH); i++) {
    const item = builder.items[i]!;
    if (item.kind === 'relative' && !relative) {
      relative = true;
      continue;
    }
    if (item.kind === 'verb' && relative) {
      relative = false;
      continue;
    }
    if (item.kind === 'verb') return isFinite(builder, item) && !isPassiveParticiple(builder, i);
    if (item.kind === 'open') {
      const behind = behindBracket(builder, i);
      if (behind === i) return false;
      i = behind - 1;
      continue;
    }
    if (!isPartOfSubject(builder, i) && item.kind !== 'quote') return false;
  }
  return false;
}

/** Whether a clause follows a word that could also be a preposition: "after rebels attacked", not "after the attack". */
export function isClauseAhead(builder: Builder, at: number): boolean {
  const first = nextItem(builder, at + 1);
  if (first?.kind === 'verb') return formAt(builder, first) !== 'gerund' && formAt(builder, first) !== 'infinitive';
  for (let i = at + 1; i < Math.min(builder.items.length, at + REACH); i++) {
    const item = builder.items[i]!;
    if (item.kind === 'verb') {
      if (isFinite(builder, item)) return true;
      continue;
    }
    if (
      item.kind === 'comma' ||
      item.kind === 'break' ||
      item.kind === 'subordinator' ||
      item.kind === 'that' ||
      item.kind === 'relative'
    )
      return false;
  }
  return false;
}

/** Whether "phrase, phrase and phrase" goes on from item `at`, with nothing but phrases and prepositions between. */
export function isListAhead(builder: Builder, at: number): boolean {
  let conjunction = false;
  for (let i = at + 1; i < Math.min(builder.items.length, at + 2 * REACH); i++) {
    const { kind, word } = builder.items[i]!;
    if (kind === 'conjunction' && word === 'but') return false;
    if (kind === 'conjunction') conjunction = true;
    else if (kind === 'phrase') {
      if (conjunction) return true;
    } else if (conjunction && kind === 'adverb') continue;
    else if (conjunction) return false;
    else if (
      kind !== 'comma' &&
      kind !== 'preposition' &&
      kind !== 'quote' &&
      kind !== 'adverb' &&
      kind !== 'other' &&
      kind !== 'adjective'
    )
      return false;
  }
  return false;
}

/** "…, the ministry said, …": subject and a verb of saying, with nothing but time and place before the next mark. */
export function isAsideAt(builder: Builder, at: number): boolean {
  let i = at + 1;
  const limit = Math.min(builder.items.length, at + REACH);
  while (i < limit && isPartOfSubject(builder, i)) i++;
  i = behindAside(builder, i);
  const verb = builder.items[i];
  if (verb?.kind !== 'verb' || formAt(builder, verb) !== 'finite' || !takesQuote(builder, verb.index)) return false;
  for (i++; i < limit; i++) {
    const { kind } = builder.items[i]!;
    if (kind === 'comma' || kind === 'break' || kind === 'quote' || kind === 'subordinator') return true;
    if (kind !== 'phrase' && kind !== 'preposition' && kind !== 'adverb') return false;
  }
  return i >= builder.items.length;
}

/** Whether the phrase at item `at` has a verb of saying, an aside between at most: `"…," X, the envoy, said`. */
export function isSpeechAt(builder: Builder, at: number): boolean {
  let i = at + 1;
  const limit = Math.min(builder.items.length, at + REACH);
  while (i < limit && (isPartOfSubject(builder, i) || builder.items[i]!.kind === 'conjunction')) i++;
  const verb = builder.items[behindAside(builder, i)];
  return verb?.kind === 'verb' && formAt(builder, verb) === 'finite' && takesQuote(builder, verb.index);
}

/** Whether the phrase at item `at` ends an aside: "…, said X and others, holds". */
export function isClosedAsideAt(builder: Builder, at: number): boolean {
  let i = at;
  const limit = Math.min(builder.items.length, at + REACH);
  while (i < limit && (isPartOfSubject(builder, i) || builder.items[i]!.kind === 'conjunction')) i++;
  const next = builder.items[i + 1];
  return builder.items[i]?.kind === 'comma' && next?.kind === 'verb' && formAt(builder, next) === 'finite';
}

/** "Senator Rask (Ind.) said". */
function behindBracket({ items }: Builder, at: number): number {
  for (let i = at + 1; i < Math.min(items.length, at + REACH); i++) if (items[i]!.kind === 'close') return i + 1;
  return at;
}

/** Longest aside between a subject and its verb: ", the envoy for the region, ". */
const ASIDE = 24;

/** The item behind ", … ," when one begins at `at`, else `at`: an apposition has no verb, a relative clause begins with "who". */
function behindAside(builder: Builder, at: number): number {
  const { items } = builder;
  if (items[at]?.kind === 'open') return behindBracket(builder, at);
  if (items[at]?.kind !== 'comma') return at;
  const relative = items[at + 1]?.kind === 'relative';
  let commas = 0;
  for (let i = at + 1; i < Math.min(items.length, at + ASIDE); i++) {
    const { kind } = items[i]!;
    if (kind === 'break' || kind === 'quote' || kind === 'that' || (kind === 'subordinator' && !relative)) return at;
    if (kind === 'comma') {
      const next = items[i + 1];
      if (next?.kind === 'verb') return i + 1;
      if (++commas > 4) return at;
    } else if (kind === 'verb' && !relative && isFinite(builder, items[i]!)) return at;
  }
  return at;
}

const isPartOfSubject = (builder: Builder, i: number): boolean => {
  const { kind } = builder.items[i]!;
  return kind === 'preposition' || kind === 'phrase' || kind === 'adverb' || kind === 'other';
};

/** "the deal X signed provides …": the phrase at item `at` has a verb of its own, and another one follows for the phrase before it. */
export function isRelativeSubjectAt(builder: Builder, at: number): boolean {
  if (at < 0) return false;
  let verbs = 0;
  for (let i = at + 1; i < Math.min(builder.items.length, at + REACH); i++) {
    const item = builder.items[i]!;
    if (item.kind === 'verb') {
      if (isFinite(builder, item) && ++verbs === 2) return true;
    } else if (!isPartOfSubject(builder, i)) return false;
  }
  return false;
}
