/** The shape of what the tagger knows of a word: spellings have room for it, and `annotate/segment` fills that. */

/**
 * What is known of one word as written. Tags are numbers: places in the tag list of the tagger's model. What is asked
 * of every word stands first, for there are tens of thousands of these and the processor's cache holds few.
 */
export interface Reading {
  /** The sign that patterns know the word by; 0 when they look at its tag. */
  readonly sign: number;
  /** The commonest tag. */
  readonly tag: number;
  /** The words behind the first one of a contraction: "cannot" is "can" and "not". Absent for all other words. */
  readonly rest: readonly Reading[] | undefined;
  /** The lemma, in lower case, of the word as `lemmaTag`: of the tag that was asked for first, or a number below 0. */
  lemma: string | undefined;
  lemmaTag: number;
  /** Tags that the word itself can bear, one bit each. */
  readonly bears: number;
  /** The same for its usual spelling in lower case: the tags that patterns may give it. */
  readonly allows: number;
  /** Whether the model has the word. */
  readonly known: boolean;
  /** Whether the tag stays whatever patterns say, as in contractions. */
  readonly fixed: boolean;
  readonly word: string;
  /** What the lemma is made from, unless it is given. */
  readonly stem: string;
  /** Lemmas of further tags, each made when it is first asked for. */
  lemmas: (string | undefined)[] | undefined;
}
