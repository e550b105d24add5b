/** Who decides at this desk: kept on this machine, written into every decision. */
const KEY = 'trucewatch.author';

export const author = (): string => localStorage.getItem(KEY) ?? '';

export const keepAuthor = (name: string): void => localStorage.setItem(KEY, name);
