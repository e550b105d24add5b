/** A picture as a file of its own: an SVG that needs no style sheet, or a PNG of it at twice its size. */

/** What a picture takes from the style sheet; written into the copy as attributes. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'paint-order',
] as const;

const MARGIN = 12;
const TITLE = 26;
const SCALE = 2;

export interface Picture {
  readonly svg: SVGSVGElement;
  /** Stands above the picture in the file. */
  readonly title: string;
  /** Where it comes from: the ledger's moment and revision. */
  readonly source: string;
}

/** The picture with all its colours written out, on the paper of the page, with its title and its source. */
export function standaloneSvg({ svg, title, source }: Picture): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  paint(svg, copy);
  for (const link of copy.querySelectorAll('a')) link.replaceWith(group(link));
  for (const one of copy.querySelectorAll('[class], [tabindex]')) {
    one.removeAttribute('class');
    one.removeAttribute('tabindex');
  }
  const { width, height } = svg.viewBox.baseVal;
  const style = getComputedStyle(svg);
  const page = getComputedStyle(document.body);
  const [outerWidth, outerHeight] = [width + 2 * MARGIN, height + 2 * MARGIN + 2 * TITLE];
  copy.removeAttribute('class');
  for (const [name, value] of Object.entries({ x: MARGIN, y: MARGIN + TITLE, width, height }))
    copy.setAttribute(name, String(value));
  const frame = `xmlns="http://www.w3.org/2000/svg" width="${outerWidth}" height="${outerHeight}" viewBox="0 0 ${outerWidth} ${outerHeight}"`;
  const font = `font-family="${escape(style.fontFamily)}" fill="${page.color}"`;
  return [
    `<svg ${frame}>`,
    `<title>${escape(title)}</title>`,
    `<rect width="100%" height="100%" fill="${background()}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 14}" ${font} font-size="14" font-weight="600">${escape(title)}</text>`,
    new XMLSerializer().serializeToString(copy),
    `<text x="${MARGIN}" y="${outerHeight - MARGIN}" ${font} font-size="10.5" opacity="0.75">${escape(source)}</text>`,
    '</svg>',
  ].join('\n');
}

/** The same as PNG. Rejects when the browser cannot draw it. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const text = standaloneSvg(picture);
  const image = new Image();
  await new Promise<void>((resolve, reject) => {
    image.addEventListener('load', () => resolve());
    image.addEventListener('error', () => reject(new Error('The browser could not draw this picture.')));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width * SCALE, image.height * SCALE];
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is too large.')) : resolve(blob))),
  );
}

/** Hands a file to the reader. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** "Who accuses whom, 13–15 Sept" to "who-accuses-whom-13-15-sept". */
export const fileNameOf = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80) || 'picture';

/** Colours and fonts of every element, as the page shows them now. */
function paint(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of PAINT) {
    const value = style.getPropertyValue(name);
    if (value !== '') to.setAttribute(name, value);
  }
  for (const [index, child] of [...from.children].entries()) paint(child, to.children[index]!);
}

/** A link of the desk leads nowhere in a file: its drawing stays. */
function group(link: Element): Element {
  const g = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  g.append(...link.childNodes);
  return g;
}

const background = (): string =>
  getComputedStyle(document.documentElement).getPropertyValue('--card').trim() || 'white';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
