/** The text of a PDF to a Report. Pictures of text give none: they are refused with what to do. */
import { nothingBut, rejected, single, tooLarge, type ReadResult } from '../format.ts';
import type { Limits } from '../limits.ts';
import { idOfFile, optional, sha256 } from '../report.ts';
import { textOfPages, type Piece } from './lines.ts';

/** More pages than a report has. */
const MOST_PAGES = 500;

/** The one report of a PDF. Scripts and forms in it are not looked at. */
export async function readPdf(bytes: Uint8Array, name: string, limits: Limits): Promise<ReadResult> {
  const found = await piecesOf(bytes);
  if (found === undefined) return nothingBut(rejected('bad-pdf', name));
  const text = textOfPages(found.pages);
  if (text.trim() === '') return nothingBut(rejected('bad-pdf', name));
  if (text.length > limits.maxText) return nothingBut(tooLarge(name, text.length, limits.maxText));
  const digest = sha256(bytes);
  return single(
    {
      id: idOfFile(name, digest),
      hash: digest,
      text,
      mediaType: 'application/pdf',
      ...optional('title', found.title),
      diagnostics: found.isCut
        ? [{ rule: 'pdf-cut', severity: 'warning', message: `Only the first ${MOST_PAGES} pages were read.` }]
        : [],
    },
    bytes,
  );
}

interface Found {
  readonly pages: readonly (readonly Piece[])[];
  readonly title?: string;
  readonly isCut: boolean;
}

async function piecesOf(bytes: Uint8Array): Promise<Found | undefined> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // The reader takes the bytes away from whoever gave them, so it gets its own: `slice` of a Buffer is none.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, useSystemFonts: false });
    try {
      const pages: Piece[][] = [];
      for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        pages.push(items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])));
        page.cleanup();
      }
      const { info } = await document.getMetadata();
      const title: unknown = 'Title' in info ? info.Title : undefined;
      return {
        pages,
        isCut: document.numPages > MOST_PAGES,
        ...(typeof title === 'string' && title.trim() !== '' && { title: title.trim() }),
      };
    } finally {
      await document.loadingTask.destroy();
    }
  } catch {
    return undefined;
  }
}

function pieceOf(item: {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly height: number;
  readonly hasEOL: boolean;
}): Piece {
  const [, , , d, , y] = item.transform.map(Number);
  return { str: item.str, y: y ?? 0, fontSize: Math.abs(d ?? item.height) || item.height, hasEOL: item.hasEOL };
}
