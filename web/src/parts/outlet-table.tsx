/** Outlets with the country and the party that they belong to; an outlet leads to its reports. */
import { Link } from 'wouter';
import type { Sources } from '../../../src/serve/api/types.ts';
import { day } from '../data/format.ts';
import type { Sides } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { useSourceWords } from '../messages/sources.ts';
import { SideMark } from './marks.tsx';
import { useSides } from './use-sides.ts';

export function OutletTable({ outlets }: { readonly outlets: Sources['outlets'] }) {
  const { link } = useView();
  const words = useSourceWords();
  const sides = useSides();
  if (outlets.length === 0) return <p className="empty">{words.noOutlets}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.outlets}>
      <table className="outlets">
        <thead>
          <tr>
            <th scope="col">{words.outlet}</th>
            <th scope="col">{words.country}</th>
            <th scope="col" className="affiliation">
              {words.affiliation}
            </th>
            <th scope="col" className="first">
              {words.first}
            </th>
            <th scope="col">{words.last}</th>
            <th scope="col" className="number">
              {words.reports}
            </th>
          </tr>
        </thead>
        <tbody>
          {outlets.map((outlet) => (
            <tr key={outlet.key}>
              <td>
                {outlet.key === '' ? (
                  <span className="unknown">{words.unnamed}</span>
                ) : (
                  <Link href={link(`/reports?outlet=${encodeURIComponent(outlet.name)}`)}>{outlet.name}</Link>
                )}
              </td>
              <td>
                {outlet.country === undefined ? (
                  <span className="unknown">{words.unknown}</span>
                ) : (
                  <span className="side">
                    <SideMark kind={sides.kindOf(outlet.country)} />
                    {sides.nameOf(outlet.country)}
                  </span>
                )}
              </td>
              <td className="affiliation">
                {outlet.affiliation === undefined ? (
                  <span className="unknown">{words.independent}</span>
                ) : (
                  affiliationOf(outlet.affiliation, sides, words.sectors)
                )}
              </td>
              <td className="when first">{outlet.first === undefined ? '' : day(outlet.first)}</td>
              <td className="when">{outlet.last === undefined ? '' : day(outlet.last)}</td>
              <td className="number">{outlet.reports}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** "RUS GOV" as "Russia, government". */
function affiliationOf(code: string, sides: Sides, sectors: Readonly<Record<string, string>>): string {
  const [country = '', ...rest] = code.split(' ');
  const known = rest.map((sector) => sectors[sector]);
  return known.includes(undefined) ? `${sides.nameOf(code)} (${code})` : [sides.nameOf(country), ...known].join(', ');
}
