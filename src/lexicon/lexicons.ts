/** Everything that the stages look words up in, loaded once and handed to them. */

export interface Lexicons {
  /** Hash of all lexicon files: part of the coder's version. */
  readonly version: string;
}

let loaded: Lexicons | undefined;

/** The bundled lexicons, read on the first call. */
export function loadLexicons(): Lexicons {
  loaded ??= { version: '0' };
  return loaded;
}
