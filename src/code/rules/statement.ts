/** Every attributed statement: who says it, to whom, and what the saying does. */
import type { StatementMention } from '../../model/doc.ts';
import type { PlaceRef, Slot, StatementRecord } from '../../model/record.ts';
import type { Span } from '../../model/span.ts';
import type { Rule } from '../rule.ts';
import { addresseesOf } from '../support/addressees.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { quotedShare } from '../support/quoted.ts';
import { actOf } from '../support/speech-act.ts';
import { standingOf } from '../support/voices.ts';
import { placesIn, type CodeContext } from '../support/context.ts';
import { placeSlot } from '../support/slots.ts';
import type { EventMention } from '../events/event.ts';

/** A statement is told in its speaker's own words when more of it than this stands in quotation marks. */
const MOSTLY = 2 / 3;

export const statement: Rule = ({ context, eventsBySentence }) =>
  context.doc.statements.map((mention, index) =>
    draftOf(
      context,
      mention.sentences.length === 1
        ? (eventsBySentence[mention.sentences[0]!] ?? [])
        : mention.sentences.flatMap((sentence) => eventsBySentence[sentence] ?? []),
      mention,
      index,
    ),
  );

function draftOf(
  context: CodeContext,
  events: readonly EventMention[],
  mention: StatementMention,
  index: number,
): Draft<StatementRecord> {
  const { source, cue, content, direct, speaker, channel } = mention;
  const { attribution, factuality, factbank } = standingOf(context, cue[0] ?? content[0]!);
  const act = actOf(context, events, mention);
  return present({
    kind: 'statement' as const,
    rule: mention.rule,
    spans: spansOf(cue, content, source),
    attribution,
    factuality,
    factbank,
    places: placesOf(context, content),
    speaker: speaker === undefined ? undefined : said({ code: speaker.code, name: speaker.name }, ...source),
    addressees: addresseesOf(context, events, mention),
    act: act.span === undefined ? inferred(act.act, act.rule) : inferred(act.act, act.rule, act.span),
    channel: channel === undefined ? sameOccasion(context, index) : said(channel.value, channel.span),
    direct: direct || quotedShare(context.doc.text, content) > MOSTLY,
    source,
    cue,
    content,
    about: [],
  });
}

function spansOf(...parts: readonly (readonly Span[])[]): Span[] {
  const spans: Span[] = [];
  for (const part of parts) for (const { start, end } of part) spans.push({ start, end });
  return spans;
}

/** Places that one statement names, the first so many. */
const MOST_PLACES = 8;

function placesOf(context: CodeContext, content: readonly Span[]): Slot<PlaceRef>[] {
  const places: Slot<PlaceRef>[] = [];
  for (const span of content)
    for (const place of placesIn(context, span)) if (places.length < MOST_PLACES) places.push(placeSlot(place));
  return places;
}

/** A speaker who told reporters goes on telling them: the channel of the same speaker's nearest statement before. */
function sameOccasion({ doc }: CodeContext, index: number): Slot<string> | undefined {
  const { speaker } = doc.statements[index]!;
  if (speaker === undefined) return undefined;
  for (let at = index - 1; at >= Math.max(0, index - NEAR); at--) {
    const { speaker: other, channel } = doc.statements[at]!;
    if (other?.key === speaker.key && channel !== undefined)
      return inferred(channel.value, 'same-occasion', channel.span);
  }
  return undefined;
}

/** How many statements back an occasion reaches. */
const NEAR = 8;
