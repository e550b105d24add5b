/** What a shell may complete: the command tree, with the values that some arguments take. */
import type { RootCommand } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import { RECORD_KINDS } from '../model/record.ts';
import { program } from './program.ts';

/** Arguments that are a choice, by command; everything else is a file, an id or a moment. */
const CHOICES: Readonly<Record<string, readonly [argument: string, values: readonly string[]]>> = {
  ledger: ['kind', [...RECORD_KINDS, 'agenda']],
  review: ['verb', ['confirm', 'reject', 'correct', 'merge', 'split', 'grade', 'assign', 'note', 'undo']],
};

/** Completion of the command tree as it stands, in the shells that the library knows. */
export function shellCompletion(): RootCommand {
  const completion = tab(program(['completion', 'complete']), { completionCommandName: 'completion' });
  for (const [command, [argument, values]] of Object.entries(CHOICES))
    completion.commands.get(command)?.argument(argument, (complete) => {
      for (const value of values) complete(value, '');
    });
  return completion;
}
