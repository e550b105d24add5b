/** Attributes of one start tag, read only for the tags that need them. */
import { decodeHTMLAttribute } from 'entities';

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`][^\s>]*)))?/g;

/** Names in lower case, values with entities decoded; the first of two attributes of one name holds, as in browsers. */
export function attributesOf(html: string, from: number, to: number): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  if (from >= to) return found;
  for (const [, name = '', double, single, bare] of html.slice(from, to).matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (key in found) continue;
    const value = double ?? single ?? bare ?? '';
    found[key] = value.includes('&') ? decodeHTMLAttribute(value) : value;
  }
  return found;
}
