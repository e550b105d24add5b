/** The versions of a report that a watched source changed, and what differs from the one before. */
import type { ReportVersion, TextChange } from '../model/feed.ts';
import { diffTexts } from '../model/text-diff.ts';
import type { Store } from '../store/store.ts';
import { wrap } from './text.ts';

export interface VersionHistory {
  readonly versions: readonly ReportVersion[];
  /** Number of the version that was asked for. */
  readonly version: number;
  /** The version before it; absent for the first. */
  readonly previous?: string;
  /** What it changed of the version before. */
  readonly changes: readonly TextChange[];
}

/** The history of a report; undefined for one that never changed. */
export async function versionHistory(store: Store, id: string): Promise<VersionHistory | undefined> {
  const versions = await store.feeds.versions(id);
  if (versions.length < 2) return undefined;
  const at = versions.findIndex(({ report }) => report === id);
  const { version } = versions[at] ?? { version: 1 };
  const previous = versions[at - 1]?.report;
  if (previous === undefined) return { versions, version, changes: [] };
  const [before, after] = [await store.report(previous), await store.report(id)];
  return { versions, version, previous, changes: diffTexts(before?.text ?? '', after?.text ?? '') };
}

/** The history as people read it: + is new, - is gone. */
export function historyText({ versions, version, changes }: VersionHistory): string {
  const list = versions.map(
    (one) => `  ${one.version === version ? '>' : ' '} version ${one.version}, ${one.at.slice(0, 16)}: ${one.report}`,
  );
  const marks = changes
    .filter(({ type }) => type !== 'same')
    .map(({ type, text }) => `  ${type === 'added' ? '+' : '-'} ${wrap(text, 96, '    ')}`);
  return [`version ${version} of ${versions.length}:`, ...list, ...marks].join('\n');
}
