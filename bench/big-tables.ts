/** Prepared statements for filling the tables of reports, articles and records of a SQLite store. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ReportCard } from '../src/model/ledger.ts';
import type { CodedRecord } from '../src/model/record.ts';
import { STORE_FILE } from '../src/store/open.ts';
import { reportLineOf } from '../src/store/report-lines.ts';

export interface BigTables {
  together(work: () => void): void;
  report(id: string, text: string, raw: Uint8Array): void;
  article(card: ReportCard): void;
  record(report: string, record: CodedRecord): void;
  close(): void;
}

/** The store must exist. Makes a run to which the reports belong. */
export function openBigTables(folder: string, captured: string): BigTables {
  const db = new DatabaseSync(join(folder, STORE_FILE));
  db.exec('pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -200000');
  db.prepare(`insert or ignore into runs values ('bench', ?, null, 'bench', 'bench', 0, 0, 0)`).run(captured);
  const report = db.prepare(
    `insert into reports (hash, id, origin, media_type, raw, bytes, captured, run, meta, text)
     values (?, ?, 'bench', 'text/plain', ?, ?, '${captured}', 'bench', ?, ?)`,
  );
  const article = db.prepare(
    `insert into articles (report, coder, headline, outlet, published, language, card, line, at, article, diagnostics)
     values (?, 'bench', ?, ?, ?, ?, ?, ?, ?, ?, '[]')`,
  );
  const record = db.prepare(
    `insert into records (id, report, kind, rule, factuality, earliest, body) values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const place = db.prepare(`insert or ignore into places (key, name, lat, lon) values (?, ?, ?, ?)`);
  return {
    together: (work) => {
      db.exec('begin');
      work();
      db.exec('commit');
    },
    report: (id, text, raw) =>
      void report.run(id, id, raw, text.length, JSON.stringify({ id, mediaType: 'text/plain', diagnostics: [] }), text),
    article: (card) => {
      const published = card.published.value ?? null;
      const whole = {
        slugs: [],
        chrome: [],
        paragraphs: [],
        published: card.published,
        language: 'en',
        diagnostics: [],
      };
      const line = JSON.stringify(reportLineOf(card));
      article.run(
        card.id,
        card.headline,
        card.outlet ?? null,
        published,
        'en',
        JSON.stringify(card),
        line,
        published ?? '',
        JSON.stringify(whole),
      );
    },
    record: (of, one) => {
      record.run(one.id, of, one.kind, one.rule, one.factuality, one.time?.value.earliest ?? null, JSON.stringify(one));
      for (const { value } of one.places)
        if (value.lat !== undefined) place.run(value.key, value.name, value.lat, value.lon!);
    },
    close: () => db.close(),
  };
}
