/** What an act cost, in the words of its sentence: "killing two soldiers", "destroyed a bridge". */
import type { Slot } from '../../model/record.ts';
import { contains, type Span } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { clausesIn, verbOf, type CodeContext } from '../support/context.ts';
import { said } from '../support/draft.ts';

const COSTLY: ReadonlySet<string> = new Set(
  'kill wound injure destroy damage cause claim leave burn wreck hurt maim'.split(' '),
);

/** Clauses that hang on the act's own and tell its harm. */
export function lossesIn(context: CodeContext, { trigger }: EventMention, extent: Span): Slot<string>[] {
  const { doc } = context;
  const found: Slot<string>[] = [];
  for (const clause of clausesIn(context, extent)) {
    const verb = verbOf(context, clause);
    const isTail = clause.role === 'gerund' || clause.role === 'participial';
    if (!isTail || !COSTLY.has(verb.lemma) || verb.start < trigger.end || !contains(extent, clause)) continue;
    const object = clause.objects.at(-1);
    if (object === undefined || verb.voice === 'passive') continue;
    const span = { start: verb.start, end: Math.max(verb.end, doc.phrases[object]!.end) };
    found.push(said(doc.text.slice(span.start, span.end).replaceAll(/\s+/g, ' '), span));
  }
  return found;
}
