/** On a telephone some things stand in one row that scrolls: the one that is chosen must be seen. */
export function bringIntoView(chosen: HTMLElement | null): void {
  const row = chosen?.parentElement;
  if (chosen !== null && row) row.scrollLeft = chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2;
}
