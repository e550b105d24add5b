/** `trucewatch settings`: what is in force, and how to change it. */
import { SECRET_SETTINGS, SETTINGS, variableOf, type SettingName } from '../../settings.ts';
import { dataFolder, print, printJson, settings } from '../context.ts';
import { table } from '../text.ts';

export function run(options: { json?: boolean }): void {
  const effective = settings();
  const rows = (Object.keys(SETTINGS) as SettingName[]).map((name) => {
    const value = name === 'data' ? dataFolder({}) : effective[name];
    return {
      name,
      value: SECRET_SETTINGS.has(name) ? hidden(value) : value,
      variable: variableOf(name),
      help: SETTINGS[name].help,
    };
  });
  if (options.json) return printJson(rows);
  print(
    table([['setting', 'value', 'variable'], ...rows.map((row) => [row.name, row.value || '(none)', row.variable])]),
  );
  print(`\n${rows.map((row) => `${row.name}: ${row.help}`).join('\n')}`);
}

/** The password of an address is not for the screen. */
const hidden = (value: string): string => value.replace(/\/\/([^:@/]*):[^@]*@/, '//$1:…@');
