/** What the dated pages are built from: a report of our own, and things with dates on them that are not its date. */

export interface Style {
  readonly name: string;
  /** The page, with its date stated in this style, or with that statement left out. */
  readonly page: (isDated: boolean) => string;
  readonly expected: string;
  /** Address under which the page was found. */
  readonly url?: string;
}

export const TITLE = 'Ferry to the northern shore sails again';
export const PARAGRAPHS: readonly string[] = [
  'The ferry between the two shores of the lake sailed again at noon with forty passengers and a lorry of seed corn on board.',
  'It had been tied up for eleven weeks after gunfire from the northern bank damaged its wheelhouse, the harbour master said.',
  'Passengers said that the crossing was quiet and that children had waved from the old customs house on the other side.',
  'A second boat is to follow once its engine has been mended, and both garrisons have promised to leave the jetties alone.',
];
export const body = PARAGRAPHS.map((words) => `<p>${words}</p>`).join('\n');
export const meta = (name: string, content: string, attribute = 'name'): string =>
  `<meta ${attribute}="${name}" content="${content}">`;
export const json = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

/** Dates that are not the report's. */
export const traps = {
  clock: '<div class="topbar"><span class="today">Saturday, 4 January 2031</span></div>',
  related:
    '<aside class="related"><ul><li><article><a href="/a"><time datetime="2029-03-03T10:00:00Z">3 March 2029</time> Bridge hit by a shell</a></article></li><li><time datetime="2028-02-02">2 February 2028</time> Market reopens</li></ul></aside>',
  footer: '<footer><p>© 1998–2031 Lake Wire. Site last updated 6 January 2031.</p></footer>',
  event:
    '<div class="widget events"><h3>What is on</h3><p><time datetime="2030-10-10">10 October 2030</time> Concert in the park</p></div>',
  comments:
    '<section class="comments"><div class="comment"><b>Reader</b> <time datetime="2030-01-02T08:00:00Z">2 January 2030</time><p>Good news for all of us who have family over there, at last.</p></div></section>',
  inText:
    '<p>The jetty itself was opened on <time datetime="1987-08-09">9 August 1987</time> by the governor, who fell into the water on the same day.</p>',
  archive: '<nav class="archive"><a href="/2017/05/">May 2017</a> <a href="/2018/06/">June 2018</a></nav>',
} as const;

export const html = (head: string, content: string, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${TITLE}</title>${head}</head><body>${content}</body></html>`;

/** A plain page whose styles differ in the head alone. */
export const plain = (head: string): string =>
  html(head, `${traps.clock}<main><h1>${TITLE}</h1>${body}${traps.inText}</main>${traps.related}${traps.footer}`);
