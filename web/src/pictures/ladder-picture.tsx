/** The corroboration ladder as a picture: a rung for every step, filled where it is reached, with who stands on it. */
import type { ReactNode } from 'react';
import { Figure } from './figure.tsx';
import type { Kind } from './timeline.tsx';
import { usePictureWords } from './words.ts';

export interface Rung {
  readonly name: string;
  readonly isReached: boolean;
  /** Who stands on it: a mark an origin. */
  readonly origins: readonly { readonly name: string; readonly kind: Kind }[];
}

export interface LadderPictureProps {
  readonly title: string;
  readonly source: string;
  /** Lowest first. */
  readonly rungs: readonly Rung[];
  /** Who denies it; drawn beside the ladder. */
  readonly deniedBy: readonly { readonly name: string; readonly kind: Kind }[];
  /** The steps in words, with their reasons: stands beneath the picture. */
  readonly children: ReactNode;
}

const WIDTH = 420;
const STEP = 30;
const [LEFT, RIGHT] = [14, 44];
/** Marks that have room on a rung. */
const MOST = 6;

export function LadderPicture({ title, source, rungs, deniedBy, children }: LadderPictureProps) {
  const words = usePictureWords();
  const height = rungs.length * STEP + 16 + (deniedBy.length > 0 ? STEP : 0);
  const y = (index: number): number => 8 + (rungs.length - index - 0.5) * STEP;
  const foot = rungs.length * STEP + 8;
  return (
    <>
      <Figure title={title} source={source}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} className="picture" role="img" aria-label={title}>
          <path d={`M${LEFT} 8V${foot}M${RIGHT} 8V${foot}`} className="pic-rail" />
          {rungs.map((rung, index) => (
            <g key={rung.name}>
              <path d={`M${LEFT} ${y(index)}H${RIGHT}`} className={rung.isReached ? 'pic-rung on' : 'pic-rung'} />
              <text x={RIGHT + 14} y={y(index) + 4} className={rung.isReached ? 'pic-strong' : 'pic-dim'}>
                {rung.name}
              </text>
              <Origins origins={rung.origins} y={y(index)} />
            </g>
          ))}
          {deniedBy.length > 0 && (
            <g>
              <path d={`M${LEFT + 8} ${foot + 8}l14 14m0-14l-14 14`} className="pic-cross" />
              <text x={RIGHT + 14} y={foot + 19} className="pic-strong">
                {words.denied}
              </text>
              <Origins origins={deniedBy} y={foot + 15} />
            </g>
          )}
        </svg>
      </Figure>
      {children}
    </>
  );
}

function Origins({ origins, y }: { readonly origins: Rung['origins']; readonly y: number }) {
  const shown = origins.slice(0, MOST);
  return (
    <>
      {shown.map(({ name, kind }, index) => {
        const x = WIDTH - 16 - (shown.length - 1 - index) * 18;
        const shape =
          kind === 'a'
            ? `M${x - 6} ${y + 6}l6-12 6 12z`
            : kind === 'b'
              ? `M${x - 6} ${y - 6}l6 12 6-12z`
              : `M${x - 5} ${y - 5}h10v10h-10z`;
        return (
          <path key={name} d={shape} className={`pic-incident pic-${kind}`}>
            <title>{name}</title>
          </path>
        );
      })}
      {origins.length > MOST && (
        <text x={WIDTH - 16 - MOST * 18} y={y + 4} textAnchor="end" className="pic-dim">
          +{origins.length - MOST}
        </text>
      )}
    </>
  );
}
