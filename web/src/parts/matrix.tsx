/** Accuser × accused × status: counts of incidents, never of articles, and never one sum. */
import { Link } from 'wouter';
import type { MatrixRow } from '../../../src/model/ledger.ts';
import type { Sides } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { Side } from './marks.tsx';

const CELLS = [
  ['alone', 'one side alone'],
  ['denied', 'denied'],
  ['admitted', 'admitted'],
  ['confirmed', 'third party confirms'],
] as const;

export function Matrix({ rows, sides }: { readonly rows: readonly MatrixRow[]; readonly sides: Sides }) {
  const { link } = useView();
  if (rows.length === 0) return <p className="empty">No breach is alleged by anybody in these reports.</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Accuser, accused and status">
      <table>
        <thead>
          <tr>
            <th scope="col">Accuser</th>
            <th scope="col">Accused</th>
            {CELLS.map(([cell, label]) => (
              <th key={cell} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.accuser}-${row.accused}`}>
              <td>
                <Side kind={sides.kindOf(row.accuser)}>{sides.nameOf(row.accuser)}</Side>
              </td>
              <td>{sides.nameOf(row.accused)}</td>
              {CELLS.map(([cell]) => {
                const ids = row.cells[cell];
                return (
                  <td key={cell} className={ids.length === 0 ? 'number zero' : 'number'}>
                    {ids.length === 0 ? '0' : <Link href={link(`/incidents?ids=${ids.join(',')}`)}>{ids.length}</Link>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
