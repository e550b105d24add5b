/** What of ninjs is read (IPTC, iptc.org/std/ninjs: versions 1.x, 2.x in snake or lower case, 3.x in camel case). */

export interface NinjsItem {
  readonly uri: string;
  readonly type?: string;
  /** 1.x and 2.x. */
  readonly headline?: string;
  readonly body_text?: string;
  readonly body_xhtml?: string;
  readonly body_html?: string;
  readonly versioncreated?: string;
  readonly firstcreated?: string;
  readonly copyrightholder?: string;
  readonly subheadline?: string;
  readonly description_text?: string;
  /** 3.x. */
  readonly headlines?: readonly NinjsText[];
  readonly bodies?: readonly NinjsText[];
  readonly versionCreated?: string;
  readonly firstCreated?: string;
  readonly contentCreated?: string;
  readonly copyrightHolder?: string;
  readonly infoSources?: readonly { readonly name?: string }[];
  /** All: where it can be seen, packages. */
  readonly canonical?: string;
  readonly associations?: unknown;
}

export interface NinjsText {
  /** `main`, `subtitle`; free words. */
  readonly role?: string;
  readonly contentType?: string;
  readonly contenttype?: string;
  readonly value?: string;
}
