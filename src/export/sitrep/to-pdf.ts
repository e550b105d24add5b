/** A situation report as PDF: text that can be selected, bookmarks for its headings, notes that links lead to. */
import PdfFile from 'pdfkit';
import { SITREP_FONTS, sitrepFont, type SitrepFont } from '../../lexicon/sitrep-files.ts';
import { COLOURS, TEXT_SIZE, type Drawing } from './drawing.ts';
import { sitrepMarked, type NoteToken, type RefToken, type Token, type Tokens } from './markdown-tokens.ts';
import type { PictureName } from './to-markdown.ts';

type Doc = InstanceType<typeof PdfFile>;

export interface PdfOptions {
  readonly title: string;
  readonly language: string;
  /** Instant that the file is dated by: the ledger's, so that the same report is the same file. */
  readonly dated: string;
  readonly drawings: ReadonlyMap<PictureName, Drawing>;
}

const SIZE = { 1: 20, 2: 14, 3: 11.5 } as const;
const BODY = 10;
const SMALL = 8.5;
const MARGIN = 50;

/** Bytes of the file. */
export async function pdfOf(markdown: string, options: PdfOptions): Promise<Uint8Array> {
  const doc = new PdfFile({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN + 10, left: MARGIN, right: MARGIN },
    lang: options.language,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: options.title,
      Producer: 'trucewatch',
      Creator: 'trucewatch',
      CreationDate: new Date(options.dated),
    },
  });
  const parts: Uint8Array[] = [];
  doc.on('data', (part: Uint8Array) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', () => resolve());
    doc.on('error', reject);
  });
  for (const name of SITREP_FONTS) doc.registerFont(name, sitrepFont(name));
  const page = new PdfPage(doc, options);
  for (const token of sitrepMarked().lexer(markdown)) page.block(token);
  page.numberPages();
  doc.end();
  await ended;
  return Buffer.concat(parts);
}

/** Draws block after block down the pages. */
class PdfPage {
  private readonly doc: Doc;
  private readonly options: PdfOptions;
  /** The bookmark of each level that headings below it hang on. */
  private readonly outline: PDFKit.PDFOutline[] = [];

  constructor(doc: Doc, options: PdfOptions) {
    this.doc = doc;
    this.options = options;
  }

  block(token: Token): void {
    switch (token.type) {
      case 'heading':
        return this.heading(token as Tokens.Heading);
      case 'paragraph':
        return this.paragraph(token as Tokens.Paragraph);
      case 'list':
        return this.list(token as Tokens.List);
      case 'table':
        return this.table(token as Tokens.Table);
      case 'note':
        return this.note(token as NoteToken);
      case 'space':
        return undefined;
      default:
        return this.runs([{ text: token.raw.trim(), font: 'sans' }], BODY);
    }
  }

  private heading({ depth, tokens }: Tokens.Heading): void {
    const { doc } = this;
    const level = Math.min(depth, 3) as 1 | 2 | 3;
    const text = plainOf(tokens);
    this.room(level === 1 ? 60 : 72);
    doc.moveDown(level === 1 ? 0 : level === 2 ? 0.9 : 0.5);
    const above = this.outline[level - 2] ?? doc.outline;
    this.outline[level - 1] = above.addItem(text);
    this.outline.length = level;
    this.runs([{ text, font: 'bold' }], SIZE[level]);
    if (level === 2) {
      doc
        .moveTo(MARGIN, doc.y + 1)
        .lineTo(doc.page.width - MARGIN, doc.y + 1)
        .lineWidth(0.5)
        .stroke(COLOURS.line);
      doc.moveDown(0.4);
    }
  }

  private paragraph({ tokens }: Tokens.Paragraph): void {
    const [only] = tokens;
    if (tokens.length === 1 && only?.type === 'image') {
      const drawing = this.options.drawings.get((only as Tokens.Image).href.replace('picture:', '') as PictureName);
      if (drawing !== undefined) this.draw(drawing);
      return;
    }
    this.runs(runsOf(tokens), BODY);
    this.doc.moveDown(0.4);
  }

  private list({ items }: Tokens.List): void {
    const { doc } = this;
    for (const item of items) {
      this.room(24);
      const y = doc.y;
      doc.font('sans').fontSize(BODY).fillColor(COLOURS.dim).text('–', MARGIN, y, { lineBreak: false });
      doc.y = y;
      const inner = item.tokens.flatMap((token) =>
        'tokens' in token && token.tokens !== undefined ? token.tokens : [token],
      );
      this.runs(runsOf(inner), BODY, 12);
      doc.moveDown(0.2);
    }
    doc.moveDown(0.3);
  }

  private table({ header, rows, align }: Tokens.Table): void {
    const { doc } = this;
    const width = doc.page.width - 2 * MARGIN;
    const weights = align.map((side) => (side === 'right' ? 0.7 : 1.6));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const columns = weights.map((weight) => (weight / total) * width);
    for (const [index, cells] of [header, ...rows].entries()) {
      const size = index === 0 ? SMALL : BODY;
      const font: SitrepFont = index === 0 ? 'bold' : 'sans';
      doc.font(font).fontSize(size);
      const texts = cells.map((cell) => plainOf(cell.tokens));
      const height = Math.max(
        ...texts.map((text, column) => doc.heightOfString(text, { width: columns[column]! - 8 })),
      );
      this.room(height + 8);
      const y = doc.y + 3;
      let x = MARGIN;
      for (const [column, cell] of cells.entries()) {
        const at = {
          width: columns[column]! - 8,
          align: align[column] === 'right' ? ('right' as const) : ('left' as const),
        };
        this.cell(cell.tokens, x, y, at, font, size);
        x += columns[column]!;
      }
      doc.y = y + height + 3;
      doc
        .moveTo(MARGIN, doc.y)
        .lineTo(MARGIN + width, doc.y)
        .lineWidth(0.4)
        .stroke(COLOURS.line);
      doc.x = MARGIN;
    }
    doc.moveDown(0.6);
  }

  private cell(
    tokens: Token[],
    x: number,
    y: number,
    at: { width: number; align: 'left' | 'right' },
    font: SitrepFont,
    size: number,
  ): void {
    const text = plainOf(tokens);
    this.doc
      .font(font)
      .fontSize(size)
      .fillColor(font === 'bold' ? COLOURS.dim : COLOURS.ink)
      .text(text, x, y, at);
  }

  private note(token: NoteToken): void {
    const { doc } = this;
    this.room(20);
    doc.addNamedDestination(`note-${token.number}`);
    const y = doc.y;
    doc.font('bold').fontSize(SMALL).fillColor(COLOURS.dim).text(String(token.number), MARGIN, y, { lineBreak: false });
    doc.y = y;
    this.runs(
      runsOf(token.tokens).map((run) => (run.font === 'sans' ? { ...run, font: 'serif' } : run)),
      SMALL,
      22,
    );
    doc.moveDown(0.25);
  }

  /** A new page where less room than this is left. */
  private room(height: number): void {
    const { doc } = this;
    if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
  }

  private runs(runs: readonly Run[], size: number, indent = 0): void {
    const { doc } = this;
    const width = doc.page.width - 2 * MARGIN - indent;
    doc.x = MARGIN + indent;
    for (const [index, run] of runs.entries()) {
      const isLast = index === runs.length - 1;
      doc
        .font(run.font)
        .fontSize(run.note === undefined ? size : size * 0.7)
        .fillColor(run.note === undefined ? COLOURS.ink : '#0a5a60')
        .text(run.text, {
          width,
          continued: !isLast,
          lineGap: 1.5,
          ...(run.note !== undefined && { goTo: `note-${run.note}` }),
        });
    }
    doc.x = MARGIN;
  }

  private draw({ width, height, shapes }: Drawing): void {
    const { doc } = this;
    const scale = (doc.page.width - 2 * MARGIN) / width;
    this.room(height * scale + 12);
    const top = doc.y + 6;
    doc.save().translate(MARGIN, top).scale(scale);
    doc.rect(0, 0, width, height).clip();
    for (const shape of shapes) {
      if (shape.type === 'text') {
        doc
          .font(shape.bold === true ? 'bold' : 'sans')
          .fontSize(TEXT_SIZE)
          .fillColor(shape.colour ?? COLOURS.ink);
        const wide = doc.widthOfString(shape.text);
        const x = shape.anchor === 'end' ? shape.x - wide : shape.anchor === 'middle' ? shape.x - wide / 2 : shape.x;
        doc.text(shape.text, x, shape.y - TEXT_SIZE * 0.95, { lineBreak: false });
        continue;
      }
      doc.save().opacity(shape.opacity ?? 1);
      if (shape.dash !== undefined) doc.dash(shape.dash[0], { space: shape.dash[1] });
      doc.path(shape.d).lineWidth(shape.width ?? 1);
      if (shape.fill !== undefined && shape.stroke !== undefined) doc.fillAndStroke(shape.fill, shape.stroke);
      else if (shape.fill !== undefined) doc.fill(shape.fill);
      else doc.stroke(shape.stroke ?? COLOURS.line);
      doc.restore();
    }
    doc.restore();
    doc.x = MARGIN;
    doc.y = top + height * scale + 8;
  }

  /** "2 / 5" at the foot of each page. */
  numberPages(): void {
    const { doc } = this;
    const { start, count } = doc.bufferedPageRange();
    for (let index = start; index < start + count; index++) {
      doc.switchToPage(index);
      doc.page.margins.bottom = 0;
      doc.font('sans').fontSize(SMALL).fillColor(COLOURS.dim);
      doc.text(`${index + 1} / ${count}`, MARGIN, doc.page.height - 36, {
        align: 'right',
        width: doc.page.width - 2 * MARGIN,
        lineBreak: false,
      });
    }
  }
}

interface Run {
  readonly text: string;
  readonly font: SitrepFont;
  /** Number of the note that it leads to. */
  readonly note?: number;
}

/** Inline tokens as runs of one typeface. */
function runsOf(tokens: readonly Token[], font: SitrepFont = 'sans'): Run[] {
  return tokens.flatMap((token): Run[] => {
    if (token.type === 'noteRef') {
      const { number } = token as RefToken;
      return [{ text: `${number} `, font: 'sans', note: number }];
    }
    const face = token.type === 'strong' ? 'bold' : token.type === 'em' ? 'italic' : font;
    const inner = 'tokens' in token ? token.tokens : undefined;
    if (inner !== undefined && inner.length > 0) return runsOf(inner, face);
    const text = 'text' in token ? String(token.text) : token.raw;
    return text === '' ? [] : [{ text: unescape(text), font: face }];
  });
}

const plainOf = (tokens: readonly Token[]): string =>
  runsOf(tokens)
    .map(({ text, note }) => (note === undefined ? text : `[${note}] `))
    .join('')
    .trim();

/** `marked` gives text with the five entities of HTML. */
const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
