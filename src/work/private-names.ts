/** Finds where a report names persons who hold no office: witnesses, the wounded, neighbours, reporters. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Article } from '../model/article.ts';
import type { ActorMention, Doc, Token } from '../model/doc.ts';
import { bySpan, contains, indexAt, overlaps, type Span } from '../model/span.ts';
import { annotate } from '../pipeline.ts';

/** Sectors of people who answer for what they do in public. */
const PUBLIC: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY', 'PTY', 'REB', 'UAF', 'PRE']);

/** Spans of such names, ascending. When in doubt a name is withheld: nothing tells of an office. */
export function privateNamesIn(article: Article, lexicons: Lexicons): readonly Span[] {
  const doc = annotate(article, lexicons);
  const held = publicKeys(doc);
  const joint = jointOf(lexicons);
  const isPrivate = (actor: ActorMention): boolean => actor.type === 'person' && !held.has(actor.key);
  const shown = doc.actors.filter((actor) => !isPrivate(actor));
  const people: readonly Span[] = [
    ...doc.actors.filter(isPrivate),
    ...doc.entities
      .filter(({ type }) => type === 'Person')
      .filter((one) => !shown.some((actor) => overlaps(actor, one))),
    // A byline is a person's name whatever its words are
    ...(article.byline === undefined ? [] : [article.byline]),
    ...unplacedNames(doc, shown, joint),
  ];
  const names = people.flatMap((span) => namesWithin(span, doc, joint)).sort(bySpan);
  return names.filter((span, index) => index === 0 || span.start !== names[index - 1]!.start);
}

/** What may stand between two parts of one name: blanks, hyphens, particles. */
function jointOf({ names }: Lexicons): RegExp {
  const particles = names.words
    .filter(({ use }) => use === 'particle')
    .flatMap(({ forms }) => forms.map((form) => RegExp.escape(form)));
  return new RegExp(`^[\\s\\-]*(?:(?:${particles.join('|')})[\\s\\-]+)*$`, 'iu');
}

/** Persons with an office, of a public sector, or of the register of persons. */
function publicKeys(doc: Doc): ReadonlySet<string> {
  const persons = doc.actors.filter(({ type }) => type === 'person');
  return new Set(
    persons
      .filter(
        ({ office, code, basis }) =>
          office !== undefined || basis === 'lexicon' || code.split(' ').some((part) => PUBLIC.has(part)),
      )
      .map(({ key }) => key),
  );
}

/** Two or more names in a row that are nobody and nothing that we know: rather one name too many than one too few. */
function unplacedNames(doc: Doc, shown: readonly Span[], joint: RegExp): readonly Span[] {
  const { article, places, instruments, times, weapons, entities } = doc;
  // "the house of Neema Bahati" is a place that names a person
  const things = entities.filter(({ type, start }) => type !== 'Person' && /\p{Lu}/u.test(doc.text[start]!));
  const known: readonly Span[] = [
    ...shown,
    ...places,
    ...instruments,
    ...times,
    ...weapons,
    ...things,
    ...article.chrome,
    ...(article.dateline === undefined ? [] : [article.dateline]),
  ];
  const whole = { start: 0, end: doc.text.length };
  return namesWithin(whole, doc, joint, (token) => token.pos === 'PROPN').filter(
    // A town can be the end of a name, and is seldom its begin
    (run) =>
      /\s/.test(doc.text.slice(run.start, run.end)) &&
      !known.some((one) => one.start <= run.start && overlaps(one, run)),
  );
}

/** The names in "her neighbour Gagik Hakobyan", without what is no name; none in "a source" or "his". */
function namesWithin(
  span: Span,
  { tokens, text }: Doc,
  joint: RegExp,
  isMeant: (token: Token) => boolean = () => true,
): readonly Span[] {
  const names: Span[] = [];
  for (let i = indexAt(tokens, span.start); i < tokens.length && contains(span, tokens[i]!); i++) {
    const token = tokens[i]!;
    if (!isName(token) || !isMeant(token)) continue;
    const before = names.at(-1);
    if (before !== undefined && joint.test(text.slice(before.end, token.start)))
      names[names.length - 1] = { start: before.start, end: token.end };
    else names.push({ start: token.start, end: token.end });
  }
  return names;
}

/** Taggers take rare names for nouns; pronouns and articles they know. */
const isName = ({ text, pos }: Token): boolean =>
  /^(?:\p{Ll}{1,4}[-'’])?\p{Lu}/u.test(text) && (pos === 'PROPN' || pos === 'NOUN' || pos === 'ADJ' || pos === 'X');
