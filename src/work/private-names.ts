/** Finds where a report names persons who hold no office: witnesses, the wounded, neighbours, reporters. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Article } from '../model/article.ts';
import type { ActorMention, Doc } from '../model/doc.ts';
import { bySpan, overlaps, type Span } from '../model/span.ts';
import { annotate } from '../pipeline.ts';

/** Sectors of people who answer for what they do in public. */
const PUBLIC: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY', 'PTY', 'REB', 'UAF', 'PRE']);

/** Spans of such names, ascending. When in doubt a name is withheld: nothing tells of an office. */
export function privateNamesIn(article: Article, lexicons: Lexicons): readonly Span[] {
  const doc = annotate(article, lexicons);
  const held = publicKeys(doc);
  const isPublic = (actor: ActorMention): boolean => held.has(actor.key);
  const shown = doc.actors.filter((actor) => actor.type !== 'person' || isPublic(actor));
  const spans: Span[] = doc.actors.filter(
    (actor) => actor.type === 'person' && !isPublic(actor) && isNamed(actor, doc),
  );
  for (const entity of doc.entities)
    if (entity.type === 'Person' && !shown.some((actor) => overlaps(actor, entity))) spans.push(entity);
  return spans.map(({ start, end }) => ({ start, end })).sort(bySpan);
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

/** A pronoun names nobody. */
const isNamed = ({ start, end }: ActorMention, { text }: Doc): boolean => /^\p{Lu}/u.test(text.slice(start, end));
