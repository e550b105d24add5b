/** One object of a JSONL input (jsonlines.org): the contract of `trucewatch code`, with a page in place of the text where wanted. */
export interface WireRecord {
  readonly id: string;
  readonly text?: string;
  /** A page; read like an HTML file. Not looked at when there is a text. */
  readonly html?: string;
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
}
