/** The frame of every picture: its legend, its table for screen readers and for copying, and the file that it can be saved as. */
import { useRef, useState, type ReactNode } from 'react';
import { download, fileNameOf, pngOf, standaloneSvg, type Picture } from './save-picture.ts';
import { usePictureWords } from './words.ts';
import './pictures.css';

export interface FigureProps {
  readonly title: string;
  /** What the picture rests on: the moment and the revision of the ledger. Stands in the saved file. */
  readonly source: string;
  readonly legend?: ReactNode;
  readonly table?: ReactNode;
  /** True when the picture keeps its width and the page scrolls it. */
  readonly isWide?: boolean;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function Figure({ title, source, legend, table, isWide = false, tools, children }: FigureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string>();
  const words = usePictureWords();
  const save = async (format: 'svg' | 'png'): Promise<void> => {
    const svg = frame.current?.querySelector<SVGSVGElement>('svg.picture, svg.picture-for-saving');
    if (svg === null || svg === undefined) return;
    const picture: Picture = { svg, title, source };
    try {
      const blob =
        format === 'png' ? await pngOf(picture) : new Blob([standaloneSvg(picture)], { type: 'image/svg+xml' });
      download(`${fileNameOf(title)}.${format}`, blob);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <figure className="figure">
      <div
        ref={frame}
        className={isWide ? 'scroll' : undefined}
        {...(isWide && { tabIndex: 0, role: 'region', 'aria-label': title })}
      >
        {children}
      </div>
      <figcaption>
        {legend !== undefined && <div className="legend">{legend}</div>}
        <div className="figure-foot">
          {table !== undefined && (
            <details className="as-table">
              <summary>{words.asTable}</summary>
              <div className="scroll" tabIndex={0} role="region" aria-label={`${title}: ${words.asTable}`}>
                {table}
              </div>
            </details>
          )}
          <div className="figure-tools no-print">
            {tools}
            <Save format="SVG" onSave={() => void save('svg')} />
            <Save format="PNG" onSave={() => void save('png')} />
          </div>
        </div>
        {failure !== undefined && <p className="error">{failure}</p>}
      </figcaption>
    </figure>
  );
}

function Save({ format, onSave }: { readonly format: string; readonly onSave: () => void }) {
  const words = usePictureWords();
  return (
    <button type="button" className="button plain tool" aria-label={words.saveAs(format)} onClick={onSave}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M6 1v7M3 5.5L6 8.5l3-3M1.5 11h9" className="pic-icon" />
      </svg>
      {format}
    </button>
  );
}
