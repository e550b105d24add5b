/** The columns of a matrix, from the accusation alone to what a third party confirms. */
import type { Standing } from '../../../src/model/lines.ts';

export const STANDINGS_SHOWN: readonly Standing[] = ['alone', 'denied', 'admitted', 'confirmed'];
