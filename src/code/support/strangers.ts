/** Namesakes: "Adel Abbas" is not the Abbas whom the lexicon knows, nor is "Anwar al-Rashid" a statesman called Anwar. */
import type { LexiconEntry } from '../../lexicon/load.ts';
import { fold } from '../../lexicon/words.ts';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import type { NameLexicons } from '../../lexicon/name-words.ts';
import type { ActorMention, Doc, StatementMention } from '../../model/doc.ts';
import { indexAt } from '../../model/span.ts';
import { once } from './once.ts';
import { givenNames, personsById } from './persons.ts';

/** What a member of a party is called before the name, beside the titles and nouns of the lexicon. */
const MEMBERS = ['republican', 'democrat'];
/** Small words that have a capital in titles, and "team" of somebody who runs for an office: no given names. */
const SMALL = ['the', 'a', 'an', 'will', 'either', 'both', 'most', 'more', 'very', 'team'];
/** What stands behind a name and is no second surname. */
const SUFFIXES = /^(?:jr|sr|[iv]+)$/;
/** "Anwar [al-Rashid]", "Osama [bin Said]": a family name that the mention left out. */
const FAMILY = /^ (?:al|el|bin|ibn)[ -]\p{Lu}[\p{L}’'-]*/u;

interface Lists {
  readonly given: ReadonlySet<string>;
  /** Words before a surname that are no given name: those of titles and offices, "former", "said". */
  readonly before: ReadonlySet<string>;
  /** Words of the lexicon's names that are no titles, as far as reports have asked for them. */
  readonly known: Map<string, readonly string[]>;
}

/**
 * `doc` with nobody of the lexicon where the report names somebody else: parties, voices and addressees alike. Bare
 * surnames after that are the same stranger's, unless the report knows the other one as well.
 */
export function withoutStrangers(doc: Doc, lexicons: Lexicons): Doc {
  const strangers = new Map<string, { mention: ActorMention; name: string }>();
  const acquainted = new Set<string>();
  for (const actor of doc.actors) {
    if (actor.type !== 'person' || actor.basis !== 'lexicon') continue;
    const name = strangeName(doc, actor, lexicons);
    if (name === undefined) {
      if (isIntroduced(doc, actor) || !strangers.has(actor.key)) acquainted.add(actor.key);
    } else if (!strangers.has(actor.key)) strangers.set(actor.key, { mention: actor, name });
  }
  if (strangers.size === 0) return doc;
  const recoded = (actor: ActorMention): ActorMention => {
    const known = strangers.get(actor.key);
    if (known === undefined || actor.type !== 'person') return actor;
    const own = strangeName(doc, actor, lexicons);
    if (own === undefined && acquainted.has(actor.key)) return actor;
    const name = own ?? known.name;
    // "suicide bomber Sajida Rask": what somebody is stays true of the namesake
    const isDescribed = /^\p{Ll}/u.test(doc.text.slice(actor.start, actor.end));
    const code = isDescribed ? `UNK${actor.code.slice(3)}` : 'UNK';
    return { ...actor, code, name, key: `person:${fold(name).replaceAll(/\s+/g, '-')}` };
  };
  const actors = doc.actors.map(recoded);
  return { ...doc, actors, statements: doc.statements.map((told) => withSpeaker(told, doc.actors, actors)) };
}

/** "President Rask", "Ada Rask": whoever has more than a surname is known to readers from there on. */
const isIntroduced = ({ text }: Doc, { start, end }: ActorMention): boolean => /\s/.test(text.slice(start, end));

/** The statement with its speaker as the mention in its source is coded now. */
function withSpeaker(
  told: StatementMention,
  before: readonly ActorMention[],
  after: readonly ActorMention[],
): StatementMention {
  const { speaker, source } = told;
  if (speaker === undefined) return told;
  for (const span of source)
    for (let at = indexAt(before, span.start); at < before.length && before[at]!.start < span.end; at++) {
      const { code, name, key } = after[at]!;
      if (before[at]!.key === speaker.key && key !== speaker.key) return { ...told, speaker: { code, name, key } };
    }
  return told;
}

/** The name that a mention really gives where it is not the one of the lexicon's person. */
function strangeName(
  doc: Doc,
  { type, basis, name, key, start, end }: ActorMention,
  lexicons: Lexicons,
): string | undefined {
  const text = doc.text.slice(start, end);
  if (type !== 'person' || basis !== 'lexicon' || /["'’”“[(]/.test(text)) return undefined;
  const lists = listsOf(lexicons.names);
  const { given } = lists;
  const known = knownWords(lists, name);
  if (known.length < 2) return undefined;
  const words = text.match(/[\p{L}-]+/gu) ?? [];
  const at = words.findIndex((word) => fold(word) === known.at(-1));
  if (at < 0 || words.length === 1) return strangeFamily(doc, words.at(-1)!, end, known);
  const isBody = doc.sentences[indexAt(doc.sentences, start)]?.zone === 'body';
  const before = words.slice(0, at).filter((word) => /^\p{Lu}/u.test(word) && !lists.before.has(fold(word)));
  const after = words.slice(at + 1);
  const person = personsById(lexicons.persons).get(key);
  const isOwn = (word: string): boolean =>
    known.includes(word) || (person !== undefined && givenNames(person).has(word));
  if (before.some((word) => isOwn(fold(word)))) return undefined;
  const own = before.find((word) => given.has(fold(word)));
  // "Cameron Easley": the surname of one is the given name of another; in headlines a verb may stand there
  if (own === undefined && isBody && given.has(known.at(-1)!) && after.length > 0)
    return after.every((word) => SECOND_NAME.test(word) && !SUFFIXES.test(fold(word)) && !known.includes(fold(word)))
      ? text
      : undefined;
  const first = own ?? (isBody && !isFirst(doc, start) ? before[0] : undefined);
  const isSame = first === undefined || known.slice(0, -1).some((part) => part[0] === fold(first)[0]);
  return isSame ? undefined : text;
}

function knownWords(lists: Lists, name: string): readonly string[] {
  let words = lists.known.get(name);
  if (words === undefined) {
    words = fold(name)
      .split(/[\s-]+/)
      .filter((word) => !lists.before.has(word));
    lists.known.set(name, words);
  }
  return words;
}

const SECOND_NAME = /^(?:(?:al|el)-)?\p{Lu}/u;

/** A given name, with a family name behind it that is not the known one's. */
function strangeFamily({ text }: Doc, name: string, end: number, known: readonly string[]): string | undefined {
  const family = FAMILY.exec(text.slice(end, end + FAMILY_REACH))?.[0];
  if (family === undefined) return undefined;
  const isKnown = fold(family)
    .split(/[\s-]+/)
    .some((part) => part.length > 2 && known.includes(part));
  return isKnown ? undefined : name + family;
}

/** Code units behind a name in which its family name stands. */
const FAMILY_REACH = 32;

const isFirst = ({ sentences }: Doc, start: number): boolean => sentences[indexAt(sentences, start)]?.start === start;

/** What the lexicon knows of names, folded. */
const listsOf = once(({ given, titles, people, words }: NameLexicons): Lists => {
  const nouns = people.filter(({ number }) => number === 'one');
  const around = words.filter(({ use }) => use === 'former' || use === 'says');
  const before = [...titles, ...nouns, ...around].flatMap(({ forms }) => forms).flatMap((form) => form.split(' '));
  return {
    given: foldedForms(given),
    before: new Set([...before.map((word) => fold(word.replace(/\.$/, ''))), ...MEMBERS, ...SMALL]),
    known: new Map(),
  };
});

const foldedForms = (entries: readonly LexiconEntry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ forms }) => forms.map((form) => fold(form))));
