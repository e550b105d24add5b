/** Observations: somebody looked and found none, found some, or was not let in. */
import type { TimeMention } from '../../model/doc.ts';
import type { ObservationRecord, Slot, TimeRef } from '../../model/record.ts';
import { contains, type Span } from '../../model/span.ts';
import { rfc3339 } from '../../model/zoned.ts';
import type { Rule } from '../rule.ts';
import { clausesIn, placesIn, timesIn, wordsIn, type CodeContext } from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { placeSlot, timeRef, timeSlot } from '../support/slots.ts';
import { standingOf } from '../support/voices.ts';

type Finding = 'none observed' | 'observed' | 'access denied';

const BREACH =
  '(?:cease-?fire |truce )?(?:violations?|breach(?:es)?|incidents?|shootings?|shelling|fire|exchanges? of fire|hostilities|fighting|attacks?)(?: of the (?:cease-?fire|truce))?';
const FINDINGS: readonly (readonly [Finding, RegExp])[] = [
  [
    'access denied',
    /\b(?:denied|refused|blocked|prevented|barred)\b[^.;]{0,30}\b(?:access|entry|from (?:visiting|entering|reaching|inspecting))\b/i,
  ],
  [
    'none observed',
    new RegExp(
      `\\b(?:no|any|without(?: any)?)\\s+(?:\\w+\\s+){0,2}${BREACH}\\b[^.;]{0,60}\\b(?:recorded|observed|registered|reported|noted|detected|seen|taken place|occurred|had been)\\b|\\b(?:recorded|observed|registered|noted|detected|seen)\\s+no\\s+(?:\\w+\\s+){0,2}${BREACH}\\b|\\b(?:has|have|had) (?:not|n't) (?:been )?(?:recorded|observed|registered) (?:any )?(?:\\w+\\s+){0,2}${BREACH}\\b`,
      'i',
    ),
  ],
  [
    'none observed',
    /\b(?:shooting|fire|firing|shelling|fighting|hostilities|the situation|the border|the front(?: line)?)\b[^.;]{0,40}\b(?:has|have|had|was|were|is|are|remained|remains) (?:\w+ ){0,3}(?:stopped|ceased|subsided|calm|quiet|stable|relatively calm)\b/i,
  ],
  [
    'observed',
    new RegExp(`\\b(?:recorded|observed|registered|documented|noted|logged)\\s+(?:\\S+\\s+){0,3}${BREACH}\\b`, 'i'),
  ],
];

export const observation: Rule = ({ context }) => {
  const drafts: Draft<ObservationRecord>[] = [];
  for (const { start, end } of context.doc.sentences) {
    if (!GATE.test(wordsIn(context, { start, end }))) continue;
    const text = context.doc.text.slice(start, end);
    for (const [finding, pattern] of FINDINGS) {
      const found = pattern.exec(text);
      if (found === null) continue;
      drafts.push(
        draftOf(
          context,
          finding,
          { start: start + found.index, end: start + found.index + found[0].length },
          { start, end },
        ),
      );
      break;
    }
  }
  return drafts;
};

/** Cheap look before the patterns, at words in lower case. */
const GATE = /violation|breach|incident|shoot|shell|fire|fighting|hostilit|attack|access|entry|calm|quiet|front/;

function draftOf(context: CodeContext, finding: Finding, span: Span, sentence: Span): Draft<ObservationRecord> {
  const { doc } = context;
  const { attribution, factuality, factbank, statement } = standingOf(
    context,
    span,
    clausesIn(context, span).find((clause) => contains(clause, span)),
  );
  const mention = statement === undefined ? undefined : doc.statements[statement];
  const time = timeNear(context, sentence, span);
  const period = time === undefined ? undefined : periodOf(context, sentence, time);
  // "according to officials in Nairobi": where the voice is, nobody has looked
  const isVoice = (place: Span): boolean => mention?.source.some((source) => contains(source, place)) === true;
  return present({
    kind: 'observation' as const,
    rule: 'observation',
    spans: [span],
    attribution,
    factuality: finding === 'none observed' && factuality === 'denied' ? ('alleged' as const) : factuality,
    factbank,
    time: period,
    places: placesIn(context, sentence)
      .filter((place) => !isVoice(place))
      .map(placeSlot),
    monitor:
      mention?.speaker === undefined
        ? undefined
        : said({ code: mention.speaker.code, name: mention.speaker.name }, ...mention.source),
    finding: said(finding, span),
    period,
  });
}

/** The time of the sentence that stands nearest to what was found, of those that lie on the time line or last until now. */
function timeNear(context: CodeContext, sentence: Span, { start, end }: Span): TimeMention | undefined {
  const distance = (time: TimeMention): number => Math.max(0, time.start - end, start - time.end);
  return timesIn(context, sentence)
    .filter((time) => time.earliest !== undefined || isLasting(context, time))
    .toSorted((a, b) => distance(a) - distance(b) || a.start - b.start)[0];
}

/** "has been quiet for two days": a length that ends with the report. */
const isLasting = ({ doc }: CodeContext, { type, value, start }: TimeMention): boolean =>
  type === 'DURATION' &&
  LENGTH.test(value) &&
  /\bfor (?:the (?:past|last) )?$/i.test(doc.text.slice(Math.max(0, start - 16), start));

const LENGTH = /^PT?(\d+)([HDW])$/;
const HOURS: Readonly<Record<string, number>> = { H: 1, D: 24, W: 168 };

const SINCE = /\bsince\b[^.;,]*$/i;

/** "none recorded since 20:00": what was looked at reaches to the report, as far as its hour or day is known. */
function periodOf(context: CodeContext, { start }: Span, time: TimeMention): Slot<TimeRef> {
  const { doc } = context;
  const { value: published = '' } = doc.article.published;
  // A year or a month bounds nothing
  if (published.length < 'YYYY-MM-DD'.length) return timeSlot(time);
  const told = Date.parse(published);
  const length = time.earliest === undefined ? LENGTH.exec(time.value) : null;
  if (length !== null) {
    const earliest = rfc3339(told - Number(length[1]) * HOURS[length[2]!]! * 3_600_000);
    return inferred(timeRef({ ...time, earliest, latest: rfc3339(told) }), 'lasting-until-the-report', time);
  }
  if (!SINCE.test(doc.text.slice(start, time.start))) return timeSlot(time);
  if (time.latest === undefined || told <= Date.parse(time.latest)) return timeSlot(time);
  return inferred(timeRef({ ...time, latest: rfc3339(told) }), 'since-until-the-report', time);
}
