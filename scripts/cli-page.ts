/** The text of docs/cli.md. */
import { program } from '../src/cli/program.ts';
import { SETTINGS, variableOf, type SettingName } from '../src/settings.ts';

export function cliPage(): string {
  const parts = ['# Command line', '', 'Made from the program itself by `node scripts/build-cli-docs.ts`.', ''];
  for (const command of program().commands) {
    let help = '';
    command.configureOutput({ writeOut: (text) => void (help += text) });
    command.configureHelp({ helpWidth: 100 });
    command.outputHelp();
    parts.push(`## ${command.name()}`, '', '```text', help.trim(), '```', '');
  }
  parts.push('## Settings', '', '| setting | variable | default | what it does |', '|---|---|---|---|');
  for (const [name, { default: value, help }] of Object.entries(SETTINGS))
    parts.push(
      `| ${name} | \`${variableOf(name as SettingName)}\` | ${value === '' ? '' : `\`${value}\``} | ${help} |`,
    );
  parts.push(
    '',
    '## Manners',
    '',
    'Results go to standard output, remarks and progress to standard error. An error is one line with the next step; the exit code is then 1 (70 for a defect of ours, 2 for a wrong call). `--debug` shows where an error came from.',
    '',
  );
  return parts.join('\n');
}
