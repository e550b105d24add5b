/** What a shell may complete: the command tree, with the values that some arguments take. */
import type { RootCommand } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import { RECORD_KINDS } from '../model/record.ts';
import { Command } from 'commander';

/** Arguments that are a choice, by command; everything else is a file, an id or a moment. */
const CHOICES: Readonly<Record<string, readonly [argument: string, values: readonly string[]]>> = {
  ledger: ['kind', [...RECORD_KINDS, 'agenda']],
  review: ['verb', ['confirm', 'reject', 'correct', 'merge', 'split', 'grade', 'assign', 'note', 'undo']],
};

/** Commands that the library brings itself. */
const OWN = new Set(['completion', 'complete']);

/** Completion of a command tree as it stands, in the shells that the library knows. */
export function shellCompletion(root: Command): RootCommand {
  const tree = new Command(root.name());
  for (const command of root.commands) if (!OWN.has(command.name())) tree.addCommand(command);
  const completion = tab(tree, { completionCommandName: 'completion' });
  for (const [command, [argument, values]] of Object.entries(CHOICES))
    completion.commands.get(command)?.argument(argument, (complete) => {
      for (const value of values) complete(value, '');
    });
  return completion;
}
