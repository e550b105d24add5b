/** `trucewatch doctor`: what is well, what is not, and what to do about it. */
import { existsSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFolder, lexicons, print, printJson, ROOT, settings, withStore, type StoreOptions } from '../context.ts';
import type { Decision } from '../../model/decision.ts';
import type { Store, StoredRecord } from '../../store/store.ts';
import { plural, table } from '../text.ts';

interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'warning' | 'error';
  readonly text: string;
}

const LITTLE_SPACE = 500_000_000;
/** Things of one sort that are listed. */
const LISTED = 20;

export async function run(options: StoreOptions): Promise<void> {
  const findings = [
    nodeFinding(),
    spaceFinding(options),
    deskFinding(),
    await lexiconFinding(options),
    ...(await storeFindings(options)),
  ];
  if (options.json) printJson(findings);
  else print(table(findings.map(({ what, state, text }) => [state === 'ok' ? 'ok' : state.toUpperCase(), what, text])));
  if (findings.some(({ state }) => state === 'error')) process.exitCode = 1;
}

const nodeFinding = (): Finding => ({
  what: 'Node',
  state: 'ok',
  text: `${process.version}, SQLite ${process.versions['sqlite'] ?? 'unknown'}`,
});

function spaceFinding(options: StoreOptions): Finding {
  let folder = dataFolder(options);
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const text = `${(free / 1e9).toFixed(1)} GB free at ${folder}`;
  return free < LITTLE_SPACE
    ? { what: 'disk', state: 'warning', text: `${text}. Free some space before a large ingest.` }
    : { what: 'disk', state: 'ok', text };
}

function deskFinding(): Finding {
  const built = existsSync(join(ROOT, 'dist/web/index.html'));
  return { what: 'desk', state: 'ok', text: built ? 'built' : 'not built yet; `trucewatch serve` builds it' };
}

async function lexiconFinding(options: StoreOptions): Promise<Finding> {
  try {
    return { what: 'lexicons', state: 'ok', text: `version ${(await lexicons(options)).version.slice(0, 12)}` };
  } catch (error) {
    return { what: 'lexicons', state: 'error', text: (error as Error).message };
  }
}

/** Watched sources that do not answer as they should. */
async function feedFindings(store: Store): Promise<Finding[]> {
  const active = (await store.feeds.health()).filter(({ isActive }) => isActive);
  if (active.length === 0) return [];
  const ill = active.filter(({ error }) => error !== undefined);
  const text = `${plural(active.length, 'source')} watched, ${ill.length} in trouble`;
  return [
    { what: 'sources', state: 'ok', text },
    ...ill.map(({ error }): Finding => ({ what: 'source', state: 'warning', text: error?.message ?? '' })),
  ];
}

/** Decisions that no record carries any more, after a report was coded anew: they wait for a person, and change nothing. */
async function decisionFindings(store: Store): Promise<Finding[]> {
  const { unattachedIn } = await import('../../pipeline.ts');
  const decisions = await store.decisions();
  if (decisions.length === 0) return [];
  const records = new Map<string, readonly StoredRecord[]>();
  for (const report of new Set(decisions.flatMap(reportsOf))) records.set(report, await store.records({ report }));
  const lost = new Set(unattachedIn(decisions, (report) => records.get(report)));
  if (lost.size === 0) return [{ what: 'decisions', state: 'ok', text: 'every one holds by a record' }];
  const text = `${plural(lost.size, 'decision')} of ${decisions.length} hold by words that no record carries any more. See what stands there now (trucewatch show REPORT), decide on that record anew, and take the old one back: trucewatch review undo ID --why "…"`;
  const listed = decisions.filter(({ id }) => lost.has(id)).map(lostFinding);
  return [{ what: 'decisions', state: 'warning', text }, ...listed.slice(0, LISTED)];
}

const reportsOf = (decision: Decision): readonly string[] => [
  ...('target' in decision ? [decision.target.report] : []),
  ...('other' in decision ? [decision.other.report] : []),
];

const lostFinding = (decision: Decision): Finding => {
  const { id, type, by, at, why } = decision;
  const on = 'target' in decision ? ` on ${decision.target.kind} in ${reportsOf(decision).join(' and ')}` : '';
  return {
    what: 'decision',
    state: 'warning',
    text: `${id.slice(0, 10)} ${type}${on}, by ${by}, ${at.slice(0, 10)}: ${why}`,
  };
};

async function storeFindings(options: StoreOptions): Promise<Finding[]> {
  try {
    return await withStore(options, async (store) => {
      const { coderVersion } = await import('../../pipeline.ts');
      const counts = await store.counts(coderVersion(await lexicons(options)));
      const findings: Finding[] = [
        {
          what: 'store',
          state: 'ok',
          text: `${store.name}: ${plural(counts.reports, 'report')}, ${plural(counts.records, 'record')}, ${plural(counts.entries, 'entry', 'entries')}, ${plural(counts.decisions, 'decision')}`,
        },
      ];
      if (counts.outdated > 0)
        findings.push({
          what: 'coder',
          state: 'warning',
          text: `${plural(counts.outdated, 'report')} coded by an older coder. Run: trucewatch ingest --recode FOLDER`,
        });
      for (const one of await store.runs(20))
        if (one.finished === undefined)
          findings.push({
            what: 'run',
            state: 'warning',
            text: `"${one.command}" of ${one.started} did not finish. Run it again; nothing is read twice.`,
          });
      for (const finding of await decisionFindings(store)) findings.push(finding);
      for (const finding of await feedFindings(store)) findings.push(finding);
      for (const { message, at } of (await store.quarantine()).slice(0, LISTED))
        findings.push({ what: 'quarantine', state: 'warning', text: `${at.slice(0, 10)} ${message}` });
      return findings;
    });
  } catch (error) {
    return [
      {
        what: 'store',
        state: 'error',
        text: `${settings().database === '' ? dataFolder(options) : 'database'}: ${(error as Error).message}`,
      },
    ];
  }
}
