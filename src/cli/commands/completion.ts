/** `completion SHELL`: the script that completes commands and options in a shell. */
import type { Command } from 'commander';
import { TrucewatchError } from '../../model/errors.ts';
import { shellCompletion } from '../shell-completion.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

export function run(shell: string, _options: object, command: Command): void {
  if (!SHELLS.includes(shell))
    throw new TrucewatchError('bad-option', `There is no completion for "${shell}": name ${SHELLS.join(', ')}.`);
  const completion = shellCompletion(command.parent!);
  completion.setup('trucewatch', 'trucewatch', shell);
}
