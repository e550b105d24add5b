/** Text in XML 1.0: escaped, and without the characters that no XML document may hold. */

const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export const escaped = (text: string): string =>
  text
    .replaceAll(ILLEGAL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** `<title>…</title>`, with attributes where there are any. */
export const element = (name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string =>
  `<${open(name, attributes)}>${escaped(text)}</${name}>`;

export const emptyElement = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${open(name, attributes)}/>`;

const open = (name: string, attributes: Readonly<Record<string, string>>): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
