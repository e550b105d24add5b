/** The command tree, without running anything: for the command line, the tests and the documentation. */
import { Command } from 'commander';
import { COMMANDS } from './commands.ts';
import { VERSION } from './version.ts';

/** The whole command tree; tests and the generated documentation read it too. */
export function program(): Command {
  const root = new Command('trucewatch')
    .description('Reads reports of a ceasefire and keeps a sourced, dated, fused and honest ledger of it.')
    .version(VERSION)
    .option('--debug', 'show where an error came from')
    .showHelpAfterError('Run the command with --help to see how it is called.')
    .exitOverride();
  for (const define of COMMANDS) define(root);
  return root;
}
