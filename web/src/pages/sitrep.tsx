/** The builder of situation reports: period, truce, language; seen before it is saved. */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import type { TruceLine } from '../../../src/model/lines.ts';
import type { Problem } from '../../../src/serve/answers.ts';
import { addressOf, useList } from '../data/answers.ts';
import { spoken } from '../data/format.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../data/language.ts';
import { useView } from '../data/view.tsx';
import { useSitrepWords } from '../messages/sitrep.ts';

const FORMATS = ['html', 'pdf', 'md'] as const;
/** Everything that the report is asked with stands in the address, so that it can be handed on. */
const FIELDS = ['truce', 'from', 'to', 'since', 'language', 'redact'] as const;

export function SitrepPage() {
  const words = useSitrepWords();
  const { asOf, zone, language } = useView();
  const [parameters, setParameters] = useSearchParams();
  const truces = useList<TruceLine>('/truces');
  const value = (name: (typeof FIELDS)[number]): string => parameters.get(name) ?? '';
  const set = (name: (typeof FIELDS)[number], text: string): void =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        if (text === '') next.delete(name);
        else next.set(name, text);
        return next;
      },
      { replace: true },
    );
  const asked = {
    ...Object.fromEntries(FIELDS.map((name) => [name, value(name)])),
    language: value('language') || language,
    as_of: asOf ?? (value('to') || undefined),
  };
  return (
    <div className="stack">
      <header className="no-print">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <div className="choices">
          <label className="field">
            <span>{words.from}</span>
            <input type="date" value={value('from')} onChange={(event) => set('from', event.target.value)} />
          </label>
          <label className="field">
            <span>{words.to}</span>
            <input type="date" value={value('to')} onChange={(event) => set('to', event.target.value)} />
          </label>
          <label className="field">
            <span>{words.since}</span>
            <input type="date" value={value('since')} onChange={(event) => set('since', event.target.value)} />
          </label>
          <label className="field">
            <span>{words.truce}</span>
            <select value={value('truce')} onChange={(event) => set('truce', event.target.value)}>
              <option value="">{words.all}</option>
              {truces.rows.map(({ id, title }) => (
                <option key={id} value={id}>
                  {spoken(title, zone)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{words.language}</span>
            <select value={value('language') || language} onChange={(event) => set('language', event.target.value)}>
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {LANGUAGE_NAMES[one]}
                </option>
              ))}
            </select>
          </label>
          <label className="check">
            <input
              type="checkbox"
              checked={value('redact') !== ''}
              onChange={(event) => set('redact', event.target.checked ? 'persons' : '')}
            />
            {words.redact}
          </label>
        </div>
        <p className="save-as">
          {words.save}
          {FORMATS.map((format) => (
            <a key={format} className="button" href={addressOf(`/exports/sitrep-${format}`, asked)} download>
              {format.toUpperCase()}
            </a>
          ))}
        </p>
      </header>
      <Preview address={addressOf('/exports/sitrep-md', asked)} />
    </div>
  );
}

/** The report as Markdown reads: headings, lines and tables, as text. */
function Preview({ address }: { readonly address: string }) {
  const words = useSitrepWords();
  const { data, error } = useQuery({
    queryKey: ['sitrep', address],
    queryFn: async () => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(((await response.json()) as Problem).detail);
      return response.text();
    },
    retry: false,
  });
  if (error !== null)
    return (
      <p className="error" role="alert">
        {error.message}
      </p>
    );
  if (data === undefined) return <p className="empty">{words.making}</p>;
  return (
    <article className="paper sitrep" aria-label={words.preview}>
      {blocksOf(data).map((block, index) => (
        <Block key={String(index)} text={block} />
      ))}
    </article>
  );
}

const blocksOf = (markdown: string): string[] => markdown.split(/\n\n+/).filter((block) => block.trim() !== '');

function Block({ text }: { readonly text: string }) {
  const heading = /^(#{1,3}) (.+)$/.exec(text);
  if (heading !== null) {
    const title = plain(heading[2]!);
    if (heading[1] === '#') return <h2 className="first">{title}</h2>;
    return heading[1] === '##' ? <h3>{title}</h3> : <h4>{title}</h4>;
  }
  if (text.startsWith('|')) return <TableBlock text={text} />;
  if (text.startsWith('- '))
    return (
      <ul>
        {text.split('\n').map((line) => (
          <li key={line}>{plain(line.slice(2))}</li>
        ))}
      </ul>
    );
  return <p className={/^\[\^\d+\]:/.test(text) ? 'note' : undefined}>{plain(text)}</p>;
}

function TableBlock({ text }: { readonly text: string }) {
  const rows = text
    .split('\n')
    .filter((line) => !/^\|[-:| ]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => plain(cell.trim())),
    );
  const [head, ...body] = rows;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={head?.join(', ')}>
      <table>
        <thead>
          <tr>
            {head?.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((cells, index) => (
            <tr key={String(index)}>
              {cells.map((cell, column) => (
                <td key={String(column)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Markdown's marks taken out; notes as numbers in brackets. */
const plain = (text: string): string =>
  text
    .replaceAll(/\[\^(\d+)\]:?/g, ' [$1]')
    .replaceAll('**', '')
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/<(https?:[^>]+)>/g, '$1');
