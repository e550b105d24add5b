/** Everything that an entry rests on, on one screen of plain language. */
import type { Explanation } from '../pipeline.ts';
import type { Span } from '../model/span.ts';
import { moment } from './moments.ts';
import { wrap } from './text.ts';

/** `texts` holds the text of each report of the entry, by id. */
export function explanationText(explanation: Explanation, texts: ReadonlyMap<string, string>): string {
  const { entry, truce, corroboration } = explanation;
  const lines = [entry.title, `  ${entry.kind} ${entry.id}${truce === undefined ? '' : `, ${truce.status}`}`];
  if (entry.earliest !== undefined) lines.push(`  between ${moment(entry.earliest)} and ${moment(entry.latest)}`);
  for (const { text, rule } of explanation.reasons) lines.push(`  - ${wrap(text, 96, '    ')} [${rule}]`);
  lines.push('', 'Said in');
  for (const record of explanation.records) {
    lines.push(`  ${record.report}, by ${record.attribution}; ${record.factuality}; rule ${record.rule}`);
    for (const slot of record.slots)
      lines.push(
        `    ${slot.name} = ${slot.label}: ${slot.rule === undefined ? '' : `inferred by ${slot.rule} from `}${words(texts.get(record.report) ?? '', slot.spans)}`,
      );
  }
  if (explanation.joins.length > 0)
    lines.push('', 'One thing, because', ...explanation.joins.map(({ rule, reason }) => `  ${reason} [${rule}]`));
  lines.push(
    '',
    `Corroboration: ${corroboration.step}`,
    ...corroboration.reached.map(({ step, reason }) => `  ${step}: ${reason}`),
  );
  for (const origin of corroboration.deniedBy) lines.push(`  denied by ${origin.name} (${origin.side})`);
  for (const difference of explanation.differences)
    lines.push(
      `Differs in ${difference.slot} (${difference.type}): ${difference.readings.map(({ label }) => label).join(' | ')}. ${difference.reason}`,
    );
  for (const link of explanation.links) lines.push(`${link.type} "${link.title}": ${link.reason}`);
  for (const decision of explanation.decisions)
    lines.push(`Decided: ${decision.type} by ${decision.by}, ${decision.at}: ${decision.why}`);
  return lines.join('\n');
}

const words = (text: string, spans: readonly Span[]): string =>
  spans.length === 0
    ? 'no words'
    : spans.map(({ start, end }) => `“${text.slice(start, end).replaceAll(/\s+/g, ' ')}”`).join(' … ');
