/** The ledger with its evidence as linked data: W3C Web Annotation for the words, PROV for where each thing comes from. */
import type { Decision } from '../../model/decision.ts';
import { backed, type Backed } from '../batch.ts';
import { selectEntries } from '../select.ts';
import type { ExportOptions, ExportSource } from '../source.ts';
import { CONTEXT } from './context.ts';
import { annotationNode, codingNode, decisionNode, entryNode, originNode, recordNode, reportNode } from './nodes.ts';

/** One document; a node a line. */
export async function* exportJsonLd(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[`;
  const told = new Set<string>();
  const decisions = new Map(source.decisions.map((decision) => [decision.id, decision]));
  let isFirst = true;
  for await (const one of backed(source, selectEntries(source.ledger, options)))
    for (const node of nodesOf(one, decisions, options, told)) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(node)}`;
      isFirst = false;
    }
  yield '\n]}\n';
}

/** Reports and voices stand once, before the first entry that names them. */
function* nodesOf(
  one: Backed,
  decisions: ReadonlyMap<string, Decision>,
  options: ExportOptions,
  told: Set<string>,
): Iterable<object> {
  const { entry, records, reports } = one;
  const names = { url: options.url };
  const isNew = (key: string): boolean => !told.has(key) && told.add(key) === told;
  for (const id of entry.reports) {
    const report = reports.get(id);
    if (report !== undefined && isNew(`report ${id}`)) yield* [reportNode(report, names), codingNode(report, names)];
  }
  for (const origin of [...entry.corroboration.origins, ...entry.corroboration.deniedBy])
    if (isNew(`origin ${origin.key}`)) yield originNode(origin);
  for (const record of records) yield recordNode(record, reports.get(record.report), names);
  yield entryNode(entry, names);
  for (const { name, readings } of entry.slots)
    for (const reading of readings)
      for (const evidence of reading.evidence)
        yield annotationNode(entry, name, reading, evidence, reports.get(evidence.report), names);
  for (const id of entry.decisions) {
    const decision = decisions.get(id);
    if (decision !== undefined && isNew(`decision ${id}`)) yield decisionNode(entry, decision, names);
  }
}
