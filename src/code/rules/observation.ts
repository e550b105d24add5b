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
  const time = timesIn(context, sentence).find(({ earliest }) => earliest !== undefined);
  const period = time === undefined ? undefined : periodOf(context, sentence, time);
  return present({
    kind: 'observation' as const,
    rule: 'observation',
    spans: [span],
    attribution,
    factuality: finding === 'none observed' && factuality === 'denied' ? ('alleged' as const) : factuality,
    factbank,
    time: period,
    places: placesIn(context, sentence).map(placeSlot),
    monitor:
      mention?.speaker === undefined
        ? undefined
        : said({ code: mention.speaker.code, name: mention.speaker.name }, ...mention.source),
    finding: said(finding, span),
    period,
  });
}

const SINCE = /\bsince\b[^.;,]*$/i;

/** "none recorded since 20:00": what was looked at reaches to the report, as far as its hour or day is known. */
function periodOf({ doc }: CodeContext, { start }: Span, time: TimeMention): Slot<TimeRef> {
  const { value: published } = doc.article.published;
  if (published === undefined || !SINCE.test(doc.text.slice(start, time.start))) return timeSlot(time);
  const told = Date.parse(published);
  if (Number.isNaN(told) || time.latest === undefined || told <= Date.parse(time.latest)) return timeSlot(time);
  return inferred(timeRef({ ...time, latest: rfc3339(told) }), 'since-until-the-report', time);
}
