/** One record for people: its slots, each with the words or the rule that it rests on. */
import type { CodedRecord, Slot } from '../model/record.ts';
import type { Span } from '../model/span.ts';

const HEAD = new Set([
  'id',
  'report',
  'kind',
  'rule',
  'spans',
  'attribution',
  'factuality',
  'factbank',
  'plover',
  'source',
  'cue',
  'content',
  'direct',
  'about',
  'restsOn',
]);

/** Lines of one record; `text` is its report's. */
export function recordText(record: CodedRecord, text: string): string {
  const plover =
    record.plover === undefined ? '' : `  ${record.plover.event}${record.plover.mode.map((m) => `/${m}`).join('')}`;
  const voices = record.attribution.map((voice) => voice.name).join(' ← ');
  const lines = [
    `${record.kind}  ${record.factuality} (${record.factbank})${plover}  [${record.rule}]`,
    `  ${words(text, record.spans)}`,
  ];
  if (voices !== '') lines.push(`  says: ${voices}`);
  for (const [name, value] of Object.entries(record)) {
    if (HEAD.has(name)) continue;
    for (const slot of (Array.isArray(value) ? value : [value]) as Slot<unknown>[]) {
      const basis =
        slot.rule === undefined
          ? words(text, slot.spans)
          : `inferred by ${slot.rule}${slot.spans.length === 0 ? '' : ` from ${words(text, slot.spans)}`}`;
      lines.push(`  ${name}: ${valueText(slot.value)}   ${basis}`);
    }
  }
  return lines.join('\n');
}

const words = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => `“${text.slice(start, end).replaceAll(/\s+/g, ' ')}”`).join(' … ');

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { code, name, value: time, zone, relation, low, best, high } = value as Record<string, string | undefined>;
  if (code !== undefined) return `${name} (${code})`;
  if (relation !== undefined) return `${relation} ${name}`;
  if (time !== undefined) return zone === undefined ? time : `${time} [${zone}]`;
  return [low, best, high].map((n) => n ?? '?').join('–');
}
