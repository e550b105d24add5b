/** Markdown of a situation report as tokens: what `marked` knows, and footnotes. Raw HTML is text. */
import { Marked, type Token, type TokenizerAndRendererExtension, type Tokens } from 'marked';
import { escapeXml } from './drawing.ts';

/** "[^3]" within a sentence. */
export interface RefToken extends Tokens.Generic {
  readonly type: 'noteRef';
  readonly number: number;
}

/** "[^3]: words" at the end. */
export interface NoteToken extends Tokens.Generic {
  readonly type: 'note';
  readonly number: number;
  tokens: Token[];
}

const reference: TokenizerAndRendererExtension = {
  name: 'noteRef',
  level: 'inline',
  start: (text) => text.indexOf('[^'),
  tokenizer(text) {
    const match = /^\[\^(\d+)\]/.exec(text);
    return match === null ? undefined : { type: 'noteRef', raw: match[0], number: Number(match[1]) };
  },
  renderer: (token) => `<sup><a href="#note-${token['number']}" role="doc-noteref">${token['number']}</a></sup>`,
};

const note: TokenizerAndRendererExtension = {
  name: 'note',
  level: 'block',
  start: (text) => /^\[\^\d+\]:/m.exec(text)?.index,
  tokenizer(text) {
    const match = /^\[\^(\d+)\]: ([^\n]+)(?:\n+|$)/.exec(text);
    if (match === null) return undefined;
    const token: NoteToken = { type: 'note', raw: match[0], number: Number(match[1]), tokens: [] };
    this.lexer.inline(match[2]!, token.tokens);
    return token;
  },
  renderer(token) {
    return `<p class="note" id="note-${token['number']}"><b>${token['number']}</b> ${this.parser.parseInline(token.tokens ?? [])}</p>\n`;
  },
};

/** A parser of its own for each use: `pictures` gives what stands in the place of `![…](picture:NAME)`. */
export const sitrepMarked = (pictures: (name: string) => string = () => ''): Marked =>
  new Marked({
    extensions: [reference, note],
    renderer: {
      html: ({ text }) => escapeXml(text),
      image: ({ href }) => (href.startsWith('picture:') ? pictures(href.slice('picture:'.length)) : ''),
    },
  });

export type { Token, Tokens };
