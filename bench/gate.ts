/** Recall of the relevance gate on the packs: what the coder codes and what the gold calls an event must pass. */
import { readFileSync } from 'node:fs';
import { codeReport, loadLexicons, readReports } from '../src/index.ts';
import { GATES, judge, type GateWidth } from '../src/read/gate/gate.ts';
import { goldFile, readPack, type PackDocument } from './packs.ts';

const PACKS = ['events', 'quad', 'actors', 'wires', 'entities', 'times', 'places', 'stories', 'attribution'] as const;
/** Kinds of record that only armed conflict, truces and pressure between states make. */
const HARD = new Set(['incident', 'agreement', 'observation', 'mechanism', 'request']);
const HARD_EVENTS = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'THREATEN', 'SANCTION']);

interface Judged {
  readonly document: PackDocument;
  readonly isGold: boolean;
  readonly kinds: ReadonlySet<string>;
}

export function runGate(folder: string): void {
  for (const pack of PACKS) {
    const documents = readPack(folder, pack);
    if (documents === undefined) continue;
    const gold = eventsOf(folder, pack);
    const judged = documents.map((document) => ({ document, isGold: gold(document.id), kinds: kindsOf(document) }));
    for (const width of GATES) console.log(`${pack.padEnd(12)} ${width.padEnd(7)} ${line(judged, width)}`);
  }
}

function line(judged: readonly Judged[], width: GateWidth): string {
  const passing = new Set(judged.filter(({ document }) => judge(document, width).passes));
  const share = (name: string, of: (one: Judged) => boolean): string => {
    const all = judged.filter(of);
    return `${name} ${all.filter((one) => passing.has(one)).length}/${all.length}`;
  };
  return [
    share('gold event', ({ isGold }) => isGold),
    share('hard record', ({ kinds }) => kinds.has('hard')),
    share('record but statements', ({ kinds }) => kinds.has('other')),
    share('any record', ({ kinds }) => kinds.size > 0),
    share('no hard record', ({ kinds }) => !kinds.has('hard')),
    share('no record', ({ kinds }) => kinds.size === 0),
  ].join(', ');
}

/** Which documents of a pack have an event in their gold; in `quad` those with a class but nought. */
function eventsOf(folder: string, pack: string): (id: string) => boolean {
  if (pack === 'events' || pack === 'actors') return () => true;
  if (pack !== 'quad') return () => false;
  const lines = readFileSync(goldFile(folder, pack)!, 'utf8').trim().split('\n');
  const classes = lines.map((text) => JSON.parse(text) as { id: string; quad: number });
  const ids = new Set(classes.filter(({ quad }) => quad > 0).map(({ id }) => id));
  return (id) => ids.has(id);
}

function kindsOf(document: PackDocument): ReadonlySet<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const [report] = readReports({ name: 'pack.jsonl', bytes, input: 'jsonl' }).reports;
  const kinds = new Set<string>();
  for (const { kind, plover } of report === undefined ? [] : codeReport(report, loadLexicons()).records) {
    kinds.add(kind === 'statement' ? 'statement' : 'other');
    if (HARD.has(kind) || (kind === 'event' && HARD_EVENTS.has(plover?.event ?? ''))) kinds.add('hard');
  }
  return kinds;
}
