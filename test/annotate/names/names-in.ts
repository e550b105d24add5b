/** Phrase-book helper: the actors and entities of a text as short strings. */
import { findNames } from '../../../src/annotate/names/find-names.ts';
import { parseSyntax } from '../../../src/annotate/syntax/parse-syntax.ts';
import type { ActorMention, Doc } from '../../../src/model/doc.ts';
import { docOf, type DocOptions } from '../../support/doc.ts';

const steps = [parseSyntax, findNames];

export const namesDoc = (text: string, options: DocOptions = {}): Doc => docOf(text, { ...options, steps });

/** "words = code" for every mention. */
export const actorsIn = (text: string, options?: DocOptions): string[] => {
  const doc = namesDoc(text, options);
  return doc.actors.map(({ start, end, code }) => `${text.slice(start, end)} = ${code}`);
};

/** "words: type" for every entity. */
export const entitiesIn = (text: string): string[] =>
  namesDoc(text).entities.map(({ start, end, type }) => `${text.slice(start, end)}: ${type}`);

/** The mention whose words are `words`; the `nth` of them. */
export function mentionOf(doc: Doc, words: string, nth = 0): ActorMention {
  const found = doc.actors.filter(({ start, end }) => doc.text.slice(start, end) === words)[nth];
  if (found === undefined)
    throw new Error(
      `no mention "${words}" in ${JSON.stringify(doc.actors.map((a) => doc.text.slice(a.start, a.end)))}`,
    );
  return found;
}
