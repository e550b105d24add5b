/** Lists that many share. */

/** What most sentences, phrases and spans have of most things: one empty list for all, which nobody changes. */
export const NOTHING: readonly never[] = [];
