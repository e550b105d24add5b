/** Accuser × accused × standing: counts of incidents, never of articles, and never one sum. */
import { Link } from 'wouter';
import { STANDINGS_SHOWN } from '../data/standings.ts';
import type { MatrixCount } from '../../../src/model/lines.ts';
import type { Sides } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { useEvidenceWords } from '../messages/evidence.ts';
import { useTerms } from '../messages/terms.ts';
import { MatrixPicture } from '../pictures/matrix-picture.tsx';
import { Side } from './marks.tsx';

export interface MatrixProps {
  readonly truce: string;
  readonly rows: readonly MatrixCount[];
  readonly sides: Sides;
}

export function MatrixTable({ truce, rows, sides }: MatrixProps) {
  const { link } = useView();
  const words = useEvidenceWords();
  const terms = useTerms();
  if (rows.length === 0) return <p className="empty">{words.noBreach}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.accuserTable}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{words.accuser}</th>
            <th scope="col">{words.accused}</th>
            {STANDINGS_SHOWN.map((standing) => (
              <th key={standing} scope="col" className="number">
                {terms.standing[standing]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.accuser.key}-${row.accused.key}`}>
              <td className="pair">
                <Side kind={sides.kindOf(row.accuser.key)}>{row.accuser.name}</Side>
              </td>
              <td className="pair">{row.accused.name}</td>
              {STANDINGS_SHOWN.map((standing) => (
                <td
                  key={standing}
                  className={row[standing] === 0 ? 'number zero' : 'number'}
                  data-label={terms.standing[standing]}
                >
                  {row[standing] === 0 ? (
                    '0'
                  ) : (
                    <Link
                      href={link(
                        `/incidents?truce=${truce}&accuser=${encodeURIComponent(row.accuser.key)}&accused=${encodeURIComponent(row.accused.key)}&standing=${standing}&relation=during`,
                      )}
                    >
                      {row[standing]}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same, to be saved as a picture. */
export function Matrix({ source, title, ...props }: MatrixProps & { readonly source: string; readonly title: string }) {
  const terms = useTerms();
  if (props.rows.length === 0) return <MatrixTable {...props} />;
  return (
    <MatrixPicture
      title={title}
      source={source}
      rows={props.rows.map((row) => ({
        accuser: row.accuser.name,
        kind: props.sides.kindOf(row.accuser.key),
        accused: row.accused.name,
        cells: STANDINGS_SHOWN.map((standing) => ({
          name: terms.standing[standing] ?? standing,
          count: row[standing],
        })),
      }))}
    >
      <MatrixTable {...props} />
    </MatrixPicture>
  );
}
