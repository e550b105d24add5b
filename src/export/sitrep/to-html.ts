/** A situation report as one page that prints well: no script, nothing from elsewhere, pictures drawn in. */
import type { Drawing } from './drawing.ts';
import { escapeXml, svgOf } from './drawing.ts';
import { sitrepMarked } from './markdown-tokens.ts';
import type { PictureName } from './to-markdown.ts';

const STYLE = `
:root{color-scheme:light;--ink:#1a1c20;--dim:#626770;--line:#e5e2da;--accent:#0a5a60}
body{margin:0 auto;padding:32px 24px 64px;max-width:800px;color:var(--ink);background:#fff;font:15px/1.55 "PT Sans",system-ui,"Segoe UI",Roboto,sans-serif}
h1{font-size:26px;line-height:1.2;letter-spacing:-.01em;margin:0 0 4px}
h2{font-size:18px;margin:32px 0 8px;border-bottom:1px solid var(--line);padding-bottom:4px}
h3{font-size:15.5px;margin:20px 0 4px}
h1+p{color:var(--dim);margin-top:0}
a{color:var(--accent)}
sup{font-size:11px;line-height:0}sup a{text-decoration:none;padding:0 1px}
ul{padding-left:18px}li{margin:4px 0}
table{border-collapse:collapse;width:100%;margin:12px 0}
th,td{text-align:left;vertical-align:top;padding:5px 8px 5px 0;border-bottom:1px solid var(--line)}
th{color:var(--dim);font-weight:600;font-size:13px}
td[align=right],th[align=right]{text-align:right}
svg{display:block;width:100%;height:auto;margin:16px 0}
.note{font:13.5px/1.5 "PT Serif",Georgia,serif;margin:6px 0 6px 28px;text-indent:-28px}
.note b{display:inline-block;width:24px;text-indent:0;font:600 12px "PT Sans",system-ui,sans-serif;color:var(--dim)}
.note:target{background:#fdeebb}
@media print{body{padding:0;max-width:none;font-size:11pt}h2{break-after:avoid}table,svg,li{break-inside:avoid}}
@page{margin:18mm 16mm}
`;

/** A whole page. `language` is that of the report. */
export function htmlOf(markdown: string, language: string, drawings: ReadonlyMap<PictureName, Drawing>): string {
  const marked = sitrepMarked((name) => {
    const drawing = drawings.get(name as PictureName);
    return drawing === undefined ? '' : svgOf(drawing);
  });
  const body = marked.parse(markdown, { async: false });
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? 'trucewatch';
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<title>${escapeXml(title.replaceAll('\\', ''))}</title>
<style>${STYLE}</style>
${body}</html>
`;
}
