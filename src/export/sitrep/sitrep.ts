/** The situation report of a period, as Markdown, as a page that prints, or as PDF: one content, one template. */
import type { Entry, Ledger } from '../../model/ledger.ts';
import type { Span } from '../../model/span.ts';
import { sitrepTemplate, worldMap } from '../../lexicon/sitrep-files.ts';
import type { ExportBody, ExportReport, ExportSource, SitrepOptions } from '../source.ts';
import type { Drawing } from './drawing.ts';
import { SPEECH } from './language.ts';
import { mapOf, type MapPlace } from './map.ts';
import { sitrepOf } from './report.ts';
import { teller } from './said.ts';
import { scopeOf, type SitrepScope } from './scope.ts';
import { timelineOf } from './timeline.ts';
import { htmlOf } from './to-html.ts';
import { markdownOf, type PictureName } from './to-markdown.ts';
import { pdfOf } from './to-pdf.ts';

interface Written {
  readonly markdown: string;
  readonly drawings: ReadonlyMap<PictureName, Drawing>;
  readonly language: 'en' | 'ru';
  readonly dated: string;
}

/** Markdown without pictures: tables and sentences say the same. */
export async function* exportSitrepMarkdown(source: ExportSource, options: SitrepOptions): ExportBody {
  yield (await written(source, options, false)).markdown;
}

export async function* exportSitrepHtml(source: ExportSource, options: SitrepOptions): ExportBody {
  const { markdown, drawings, language } = await written(source, options, true);
  yield htmlOf(markdown, language, drawings);
}

export async function* exportSitrepPdf(source: ExportSource, options: SitrepOptions): ExportBody {
  const { markdown, drawings, language, dated } = await written(source, options, true);
  const title = (/^# (.+)$/m.exec(markdown)?.[1] ?? 'trucewatch').replaceAll('\\', '');
  yield await pdfOf(markdown, { title, language, dated, drawings });
}

async function written(source: ExportSource, options: SitrepOptions, withPictures: boolean): Promise<Written> {
  const { ledger } = source;
  const language = options.language ?? 'en';
  const speech = SPEECH[language];
  const scope = scopeOf(ledger, options);
  const reports = await source.reports(reportsOf(scope, ledger));
  const sitrep = sitrepOf({
    ledger,
    scope,
    language,
    speech,
    reports: new Map(reports.map((report): [string, ExportReport] => [report.id, report])),
    contents: await contentsOf(source, scope),
    changes: scope.since === undefined ? [] : await source.changes(scope.since),
    program: `trucewatch ${source.whole.version}`,
  });
  const drawings = withPictures ? await drawingsOf(source, scope, language) : new Map<PictureName, Drawing>();
  const markdown = await markdownOf(sitrep, options.template ?? sitrepTemplate(language), new Set(drawings.keys()));
  return { markdown, drawings, language, dated: ledger.asOf ?? scope.to };
}

/** Reports that a note may lead to: of the period's entries, the truces' and the agenda's. */
function reportsOf({ entries, truces, agenda }: SitrepScope, ledger: Ledger): string[] {
  const ids = new Set([
    ...truces.flatMap((truce) => [truce.id, ...truce.breaches]),
    ...agenda.map(({ entry }) => entry),
  ]);
  const wanted: Entry[] = [...entries, ...ledger.entries.filter(({ id }) => ids.has(id))];
  return [...new Set(wanted.flatMap(({ reports }) => reports))];
}

async function contentsOf(source: ExportSource, { entries }: SitrepScope): Promise<Map<string, readonly Span[]>> {
  const ids = entries.filter(({ kind }) => kind === 'statement').flatMap(({ records }) => records);
  const records = await source.records(ids);
  return new Map(
    records.flatMap((record) => (record.kind === 'statement' ? [[record.id, record.content] as const] : [])),
  );
}

async function drawingsOf(
  source: ExportSource,
  scope: SitrepScope,
  language: 'en' | 'ru',
): Promise<Map<PictureName, Drawing>> {
  const tell = teller(SPEECH[language], source.ledger);
  const timeline = timelineOf(scope, tell);
  const records = await source.records(
    scope.entries.filter(({ kind }) => kind === 'incident').flatMap((entry) => entry.records),
  );
  const places = records
    .flatMap((record) => record.places.map(({ value }) => value))
    .filter((place): place is MapPlace => place.lat !== undefined && place.lon !== undefined);
  const map = places.length === 0 ? undefined : mapOf(places, worldMap(), tell.speech.picture.map);
  return new Map([
    ...(timeline === undefined ? [] : [['timeline', timeline] as const]),
    ...(map === undefined ? [] : [['map', map] as const]),
  ]);
}
