/** Lines of iCalendar (RFC 5545): text escaped, folded at 75 octets, ended by CRLF. */

/** `SUMMARY:…`; parameters stand within the name: `DTSTART;VALUE=DATE`. */
export const contentLine = (name: string, value: string): string => `${folded(`${name}:${value}`)}\r\n`;

/** Text as a value: backslash, semicolon, comma and line ends escaped, other control characters left out. */
export const textValue = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');

const FOLD = 75;

/** A line of more than 75 octets goes on in the next after a blank; no character is cut in two. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > FOLD) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
