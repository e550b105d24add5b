/** Finds where a report names persons who hold no office: witnesses, the wounded, neighbours, reporters. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Article } from '../model/article.ts';
import type { ActorMention, Doc, Token } from '../model/doc.ts';
import { bySpan, contains, indexAt, overlaps, type Span } from '../model/span.ts';
import { annotate } from '../pipeline.ts';

/** Sectors of people who answer for what they do in public; a soldier or a fighter needs an office of his own. */
const PUBLIC: ReadonlySet<string> = new Set(['GOV', 'LEG', 'JUD', 'PTY', 'PRE']);

/** Ranks that are no office: those who bear them are mostly named because they were hurt. */
const RANKS =
  /^(?:private|specialist|(?:lance )?corporal|(?:\w+ )?sergeant(?: \w+)*|petty officer|warrant officer|seaman|airman|midshipman|ensign|(?:second )?lieutenant|captain|major|constable|detective|soldier)$/;

/** Spans of such names, ascending. When in doubt a name is withheld: nothing tells of an office. */
export function privateNamesIn(article: Article, lexicons: Lexicons): readonly Span[] {
  const doc = annotate(article, lexicons);
  const held = publicKeys(doc);
  const shape = shapeOf(lexicons);
  const isPrivate = (actor: ActorMention): boolean => actor.type === 'person' && !held.has(actor.key);
  const shown = doc.actors.filter((actor) => !isPrivate(actor));
  const people: readonly Span[] = [
    ...doc.actors.filter(isPrivate),
    ...doc.entities
      .filter(({ type }) => type === 'Person')
      .filter((one) => !shown.some((actor) => overlaps(actor, one))),
    // A byline is a person's name whatever its words are
    ...(article.byline === undefined ? [] : [article.byline]),
    ...unplacedNames(doc, shown, shape),
  ];
  const names = people.flatMap((span) => namesWithin(span, doc, shape)).sort(bySpan);
  return names.filter((span, index) => !names.some((other, at) => at < index && contains(other, span)));
}

/** How names are written. */
interface Shape {
  /** What may stand between two parts of one name: blanks, hyphens, particles. */
  readonly joint: RegExp;
  /** Words of titles, lower case: none begins a name. */
  readonly titles: ReadonlySet<string>;
}

function shapeOf({ names }: Lexicons): Shape {
  const particles = names.words
    .filter(({ use }) => use === 'particle')
    .flatMap(({ forms }) => forms.map((form) => RegExp.escape(form)));
  return {
    joint: new RegExp(`^[\\s\\-]*(?:(?:${particles.join('|')})[\\s\\-]+)*$`, 'iu'),
    titles: new Set(names.titles.flatMap(({ forms }) => forms.flatMap((form) => form.toLowerCase().split(/[\s.-]+/)))),
  };
}

/** Persons with an office that is more than a rank, of a public sector, or of the register of persons. */
function publicKeys(doc: Doc): ReadonlySet<string> {
  const persons = doc.actors.filter(({ type }) => type === 'person');
  return new Set(
    persons
      .filter(
        ({ office, code, basis }) =>
          basis === 'lexicon' ||
          (office !== undefined && !RANKS.test(office)) ||
          code.split(' ').some((part) => PUBLIC.has(part)),
      )
      .map(({ key }) => key),
  );
}

/** Two or more names in a row that are nobody and nothing that we know: rather one name too many than one too few. */
function unplacedNames(doc: Doc, shown: readonly Span[], shape: Shape): readonly Span[] {
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
  return namesWithin(whole, doc, shape, (token) => token.pos === 'PROPN').filter(
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
  { joint, titles }: Shape,
  isMeant: (token: Token) => boolean = () => true,
): readonly Span[] {
  const names: Span[] = [];
  for (let i = indexAt(tokens, span.start); i < tokens.length && contains(span, tokens[i]!); i++) {
    const token = tokens[i]!;
    if (!isName(token) || !isMeant(token)) continue;
    const before = names.at(-1);
    if (before !== undefined && joint.test(text.slice(before.end, token.start)))
      names[names.length - 1] = { start: before.start, end: token.end };
    else if (!titles.has(token.lower.replace(/\.$/, ''))) names.push({ start: token.start, end: token.end });
  }
  return names;
}

/** Taggers take rare names for nouns; pronouns and articles they know. */
const isName = ({ text, pos }: Token): boolean =>
  /^(?:\p{Ll}{1,4}[-'’])?\p{Lu}/u.test(text) && (pos === 'PROPN' || pos === 'NOUN' || pos === 'ADJ' || pos === 'X');
