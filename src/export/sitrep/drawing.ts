/** Pictures of a situation report: plain shapes, written as SVG for pages and drawn into PDF files alike. */

export interface PathShape {
  readonly type: 'path';
  /** SVG path data. */
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly [on: number, off: number];
  /** 0 to 1; 1 when absent. */
  readonly opacity?: number;
}

export interface TextShape {
  readonly type: 'text';
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
  readonly bold?: boolean;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly title: string;
  readonly shapes: readonly (PathShape | TextShape)[];
}

export const TEXT_SIZE = 10.5;
/** Told apart by shape as well: triangle up, triangle down, square. */
export const COLOURS = {
  a: '#1d5ca3',
  b: '#9c4a0a',
  third: '#565b62',
  ink: '#1a1c20',
  dim: '#626770',
  line: '#cbc6b9',
  land: '#ecebe7',
  ok: '#1a6640',
} as const;

/** Mean width of a letter, for keeping words apart. */
export const widthOf = (text: string): number => text.length * TEXT_SIZE * 0.55;

/** The drawing as an SVG element that needs no style sheet. */
export function svgOf({ width, height, title, shapes }: Drawing): string {
  const inner = shapes.map((shape) => (shape.type === 'path' ? pathElement(shape) : textElement(shape)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="PT Sans, sans-serif" font-size="${TEXT_SIZE}">`,
    `<title>${escapeXml(title)}</title>`,
    ...inner,
    '</svg>',
  ].join('\n');
}

function pathElement({ d, fill = 'none', stroke, width = 1, dash, opacity }: PathShape): string {
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${width}"`;
  const dashed = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  return `<path d="${d}" fill="${fill}"${line}${dashed}${opacity === undefined ? '' : ` opacity="${opacity}"`}/>`;
}

function textElement({ x, y, text, anchor = 'start', colour = COLOURS.ink, bold = false }: TextShape): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${colour}"${bold ? ' font-weight="700"' : ''}>${escapeXml(text)}</text>`;
}

export const round = (value: number): number => Math.round(value * 100) / 100;

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A triangle up for the first side, down for the second, a square for all others; the middle of its base or head at x, y. */
export function markOf(side: 'a' | 'b' | 'third', x: number, y: number, isDenied = false): PathShape {
  const [px, py] = [round(x), round(y)];
  const d =
    side === 'a'
      ? `M${px - 6} ${py}l6-12 6 12z`
      : side === 'b'
        ? `M${px - 6} ${py}l6 12 6-12z`
        : `M${px - 5} ${py - 11}h10v10h-10z`;
  return isDenied
    ? { type: 'path', d, fill: '#ffffff', stroke: COLOURS[side], width: 1.5 }
    : { type: 'path', d, fill: COLOURS[side] };
}
