/** Wordings of city names that newspapers use and lists lack: Arabic articles in all spellings, "St." for "Saint". */
import { addForm, NAMING, type Draft } from './drafts.ts';

const ARABIC = new Set('ARE BHR DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SYR TUN YEM'.split(' '));
const ARTICLE = /^(?:Al|El|Ar|As|Ash|At|Az|An|Ad|Ed|Es|Et|Adh|Ath)[ -](?=\p{L}{3})/u;
const SAINT = /^(Saint|Sainte|Fort|Mount|Port) (?=\p{Lu})/u;
const SHORT: Readonly<Record<string, string>> = { Saint: 'St', Sainte: 'Ste', Fort: 'Ft', Mount: 'Mt', Port: 'Pt' };

/** Adds the wordings that follow from a place's name. */
export function addVariants(draft: Draft): void {
  const { name, country } = draft;
  if (ARABIC.has(country)) for (const form of arabicVariants(name)) addForm(draft, form, NAMING.variant);
  const saint = SAINT.exec(name);
  if (saint !== null) addForm(draft, `${SHORT[saint[1]!]} ${name.slice(saint[0].length)}`, NAMING.own);
}

function arabicVariants(name: string): string[] {
  const bare = name.replace(ARTICLE, '');
  const endings = bare.endsWith('ah') ? [bare, bare.slice(0, -1), `${bare.slice(0, -2)}eh`] : [bare];
  if (bare === name) return endings.slice(1);
  return endings.flatMap((ending) =>
    ending.length < 5 ? [`Al-${ending}`, `El ${ending}`] : [ending, `Al-${ending}`, `El ${ending}`],
  );
}
