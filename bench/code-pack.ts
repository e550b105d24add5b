/** Codes the documents of a pack as `trucewatch code --json` does, without the gold. */
import { clusterStories, codedJson, codeReports, loadLexicons, readReports } from '../src/index.ts';
import type { PackDocument } from './packs.ts';

/** JSONL of all documents; with `stories`, clusters over the whole pack. */
export function codePack(documents: readonly PackDocument[], stories: boolean): string {
  const input = documents.map((document) => `${JSON.stringify(document)}\n`).join('');
  const { reports } = readReports({
    name: 'pack.jsonl',
    bytes: new TextEncoder().encode(input),
    mediaType: 'application/jsonl',
  });
  const coded = [...codeReports(reports, loadLexicons())];
  const storyOf = new Map<string, string>();
  if (stories) {
    for (const story of clusterStories(coded.map(({ card, records }) => ({ card, records }))))
      for (const report of story.reports) storyOf.set(report, story.id);
  }
  return coded
    .map((one) => `${JSON.stringify({ ...codedJson(one), story: storyOf.get(one.article.report.id) })}\n`)
    .join('');
}
