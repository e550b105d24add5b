/** Mechanisms: commissions, monitoring missions, hotlines, working groups that parties keep together. */
import type { NounPhrase, Sentence } from '../../model/doc.ts';
import type { ActorRef, MechanismRecord, Slot } from '../../model/record.ts';
import type { Span } from '../../model/span.ts';
import type { Rule } from '../rule.ts';
import { countryOf, isCountryCode, within, type CodeContext } from '../support/context.ts';
import { present, said, type Draft } from '../support/draft.ts';
import { actorSlots } from '../support/slots.ts';
import { standingOf } from '../support/voices.ts';

const HEADS: ReadonlySet<string> = new Set([
  'commission',
  'committee',
  'mechanism',
  'mission',
  'group',
  'hotline',
  'centre',
  'center',
  'council',
  'format',
]);
const JOINT =
  / (?:bilateral|trilateral|tripartite|joint|monitoring|liaison|working|contact|verification|observer|border|ceasefire|cease-fire|truce|coordination|peacekeeping|investigation) /;
const TASK =
  / (?:on|for|of|to) (?:the )?(?:\S+ )*?(?:delimitation|demarcation|border|ceasefire|cease-fire|truce|monitoring|verification|withdrawal|disengagement|prisoners|security|missing|supervision|implementation|observation) /;

export const mechanism: Rule = ({ context }) => {
  const { doc } = context;
  const drafts: Draft<MechanismRecord>[] = [];
  for (let index = 0; index < doc.phrases.length; index++) {
    const phrase = doc.phrases[index]!;
    if (!HEADS.has(doc.tokens[phrase.head]!.lemma)) continue;
    const name = nameSpan(context, index);
    const words = ` ${doc.text
      .slice(name.start, name.end)
      .toLowerCase()
      .replaceAll(/[^\p{L}\d-]+/gu, ' ')} `;
    const own = ` ${doc.text.slice(phrase.start, phrase.end).toLowerCase()} `;
    if (
      !JOINT.test(own) ||
      !(TASK.test(words) || /(?:monitor|verification|observer|peacekeep|liaison|ceasefire|cease-fire|truce)/.test(own))
    )
      continue;
    drafts.push(draftOf(context, phrase, name));
  }
  return drafts;
};

/** The phrase with everything that hangs on it: "… commission on the delimitation of the X-Y border". */
function nameSpan({ doc }: CodeContext, index: number): Span {
  const phrase = doc.phrases[index]!;
  const chain = new Set([index]);
  let { end } = phrase;
  for (let at = index + 1; at < Math.min(index + 5, doc.phrases.length); at++) {
    const next = doc.phrases[at]!;
    if (next.sentence !== phrase.sentence || next.parent === undefined || !chain.has(next.parent)) break;
    const link = doc.tokens[next.first - 1]?.lower;
    if (next.relation !== 'possessive' && link !== 'on' && link !== 'of' && link !== 'for') break;
    chain.add(at);
    end = Math.max(end, next.end);
  }
  return { start: phrase.start, end };
}

function draftOf(context: CodeContext, phrase: NounPhrase, name: Span): Draft<MechanismRecord> {
  const { doc } = context;
  const sentence = doc.sentences[phrase.sentence]!;
  const { attribution, factuality, factbank } = standingOf(context, phrase);
  const members = within(doc.actors, name).filter(
    ({ code, type }) => isCountryCode(code) && (type === 'country' || type === 'people'),
  );
  return present({
    kind: 'mechanism' as const,
    rule: 'mechanism',
    spans: [name],
    attribution,
    factuality,
    factbank,
    places: [],
    name: said(
      doc.text
        .slice(name.start, name.end)
        .replace(/^(?:the|an?|its|their) /i, '')
        .replaceAll(/\s+/g, ' '),
      name,
    ),
    members: actorSlots(members).map(asCountry),
    adviser: adviserOf(context, sentence, name),
  });
}

const asCountry = (slot: Slot<ActorRef>): Slot<ActorRef> => ({
  ...slot,
  value: { ...slot.value, code: countryOf(slot.value.code) },
});

/** "with X's advisory assistance", "under the auspices of X". */
function adviserOf({ doc }: CodeContext, sentence: Sentence, name: Span): Slot<ActorRef>[] {
  const rest = doc.text.slice(name.end, sentence.end);
  const found =
    /^\W*(?:with|under|through|chaired by|led by)\b[^.;]{0,60}?\b(?:advis\w+|consult\w+|assistance|support|auspices|mediation|participation|chairmanship)\b(?: of)?[^.;,]{0,20}/i.exec(
      rest,
    );
  if (found === null) return [];
  return actorSlots(within(doc.actors, { start: name.end, end: name.end + found[0].length })).map(asCountry);
}
