/** The entity view: names and descriptions of people, organisations and places, without codes. */
import type { EntityMention } from '../../model/doc.ts';
import { bySpan } from '../../model/span.ts';
import type { Context } from './context.ts';
import type { Draft, Run } from './draft.ts';
import { spanOfWords } from './identify.ts';

/** Entities in the order of the text. */
export function findEntities(
  context: Context,
  named: readonly Draft[],
  actors: readonly Draft[],
  runs: readonly Run[],
): EntityMention[] {
  const entities: EntityMention[] = [];
  for (const draft of named)
    entities.push({
      ...spanOfWords(context, draft.first, draft.last),
      type:
        draft.type === 'person' || draft.type === 'role'
          ? 'Person'
          : draft.type === 'country'
            ? 'Location'
            : 'Organisation',
    });
  for (const run of runs)
    if (run.kind === 'place') entities.push({ ...spanOfWords(context, run.first, run.last), type: 'Location' });
  return entities.sort(bySpan);
}
