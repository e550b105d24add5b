/** What follows the name of an instrument: whose it is, and of which dates. */
import type { Doc, Sentence } from '../../model/doc.ts';
import { indexAt, type Span } from '../../model/span.ts';

export interface Tail {
  readonly parties: readonly { readonly code: string; readonly span: Span }[];
  /** Dates with at least a month, in order; one instrument each. */
  readonly dates: readonly { readonly value: string; readonly span: Span }[];
  /** "of 10 November", "dated 10 November": a date that is part of the name. */
  readonly isDatedByOf: boolean;
  /** "the statement said": words somebody spoke, no instrument. */
  readonly isSpeech: boolean;
  /** End offset of what belongs to the parties, at least that of the head. */
  readonly end: number;
}

const LINK =
  /^(?:of|between|with|by|the|leaders|presidents?|heads|prime|ministers?|governments?|sides?|countries|and|,|as|well|from|dated|two|three|four|both|state|states|signed|concluded|reached|adopted|on|in|their|its|respectively)$/;
/** What must stand before the first party: "as well as from the council" names none. */
const OPENS = /^(?:of|between|with|by)$/;
/** Words that a chain may run over before it must have met a party or a date. */
const LONGEST = 48;

/** Walks on from token `last` while the words are parties, dates and what links them. */
export function tailOf(doc: Doc, last: number, sentence: Sentence): Tail {
  const parties: { code: string; span: Span }[] = [];
  const dates: { value: string; span: Span }[] = [];
  let end = doc.tokens[last]!.end;
  let isDatedByOf = false;
  let opened = false;
  let at = last + 1;
  while (at <= Math.min(sentence.last, last + LONGEST)) {
    const token = doc.tokens[at]!;
    const time = doc.times[indexAt(doc.times, token.start)];
    if (time !== undefined && time.start <= token.start) {
      if (time.type !== 'DATE' || !/^\d{4}(?:-\d\d)?(?:-\d\d)?$/.test(time.value)) break;
      isDatedByOf ||= /^(?:of|dated|from)$/.test(doc.tokens[at - 1]!.lower) && dates.length === 0;
      dates.push({ value: time.value, span: { start: time.start, end: time.end } });
      at = indexAt(doc.tokens, time.end - 1) + 1;
      continue;
    }
    const actor = doc.actors[indexAt(doc.actors, token.start)];
    if (actor !== undefined && actor.start <= token.start && dates.length === 0 && opened) {
      parties.push({ code: actor.code.slice(0, 3), span: { start: actor.start, end: actor.end } });
      end = actor.end;
      at = indexAt(doc.tokens, actor.end - 1) + 1;
      continue;
    }
    if (!LINK.test(token.lower) || (token.lower === 'as' && parties.length + dates.length === 0)) break;
    opened ||= OPENS.test(token.lower);
    at++;
  }
  const next = doc.tokens[last + 1];
  return {
    parties: unique(parties),
    dates: isChain(doc, dates, end) ? dates : [],
    isDatedByOf,
    isSpeech: next?.pos === 'VERB',
    end,
  };
}

/** Dates count only when they follow the name at once or its parties; "the statement issued on Tuesday" is another matter. */
function isChain(doc: Doc, dates: readonly { span: Span }[], end: number): boolean {
  const first = dates[0];
  if (first === undefined) return false;
  const gap = doc.text.slice(end, first.span.start).trim();
  return (
    /^(?:,?\s*(?:of|dated|from|signed|concluded|reached|adopted|on|in|the|two|three|countries|,))*$/.test(gap) &&
    gap !== '' &&
    !/^(?:on|in)$/.test(gap)
  );
}

function unique(parties: readonly { code: string; span: Span }[]) {
  const seen = new Set<string>();
  return parties.filter(({ code }) => !seen.has(code) && seen.add(code));
}
