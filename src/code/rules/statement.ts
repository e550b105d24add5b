/** Every attributed statement: who says it, to whom, and what the saying does. */
import type { StatementMention } from '../../model/doc.ts';
import type { StatementRecord } from '../../model/record.ts';
import type { Rule } from '../rule.ts';
import { addresseesOf } from '../support/addressees.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { actOf } from '../support/speech-act.ts';
import { standingOf } from '../support/voices.ts';
import { placesIn, type CodeContext } from '../support/context.ts';
import { placeSlot } from '../support/slots.ts';
import type { EventMention } from '../events/event.ts';

export const statement: Rule = ({ context, events }) =>
  context.doc.statements.map((mention) => draftOf(context, events, mention));

function draftOf(
  context: CodeContext,
  events: readonly EventMention[],
  mention: StatementMention,
): Draft<StatementRecord> {
  const { source, cue, content, direct, speaker, channel } = mention;
  const spans = [...cue, ...content, ...source].map(({ start, end }) => ({ start, end }));
  const { attribution, factuality, factbank } = standingOf(context, cue[0] ?? content[0]!);
  const act = actOf(context, events, mention);
  return present({
    kind: 'statement' as const,
    rule: mention.rule,
    spans,
    attribution,
    factuality,
    factbank,
    places: content
      .flatMap((span) => placesIn(context, span))
      .slice(0, 8)
      .map(placeSlot),
    speaker: speaker === undefined ? undefined : said({ code: speaker.code, name: speaker.name }, ...source),
    addressees: addresseesOf(context, events, mention),
    act: act.span === undefined ? inferred(act.act, act.rule) : inferred(act.act, act.rule, act.span),
    channel: channel === undefined ? undefined : said(channel.value, channel.span),
    direct,
    source,
    cue,
    content,
    about: [],
  });
}
