import type { Check, Rule } from '../finding.js';
import { clinicJson } from './clinic-json.js';
import { elements } from './elements.js';
import { facts } from './facts.js';
import { headings } from './headings.js';
import { hours } from './hours.js';
import { json } from './json.js';
import { lang } from './lang.js';
import { links } from './links.js';
import { misuse } from './misuse.js';
import { numbers } from './numbers.js';
import { pictures } from './pictures.js';
import { reviews } from './reviews.js';

/** Everything that is looked at; a page's findings are sorted by their places. */
export const CHECKS: readonly Check[] = [
  lang,
  headings,
  pictures,
  links,
  elements,
  misuse,
  numbers,
  hours,
  reviews,
  facts,
  json,
  clinicJson,
];

/** Every rule by its id. */
export const RULES: ReadonlyMap<string, Rule> = new Map(
  [
    ...CHECKS.flatMap(({ rules }) => rules),
    { id: 'unreadable-page', severity: 'warning', about: 'a page that could not be read' } as const,
  ].map((rule) => [rule.id, rule]),
);
