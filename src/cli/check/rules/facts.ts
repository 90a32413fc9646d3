import { parseClinicFacts } from '../../../clinic/read-facts.js';
import { didYouMean, similar } from '../../similar.js';
import { factsOn } from '../clinic-file.js';
import type { Check, Fault } from '../finding.js';
import type { Page } from '../page.js';
import type { Site } from '../site.js';
import { isLeftBehind } from './elements.js';

/** An attribute that names an entry of a list in clinic.json by its id. */
interface Reference {
  attribute: 'place' | 'provider';
  rule: string;
  list: 'places' | 'clinicians';
}

const REFERENCES: readonly Reference[] = [
  { attribute: 'place', rule: 'unknown-place', list: 'places' },
  { attribute: 'provider', rule: 'unknown-provider', list: 'clinicians' },
];

/** Places and clinicians that elements name, and that clinic.json does not have: nothing is shown there. */
export const facts: Check = {
  rules: [
    { id: 'unknown-place', severity: 'error', about: 'a place that clinic.json does not have' },
    {
      id: 'unknown-provider',
      severity: 'error',
      about: 'a provider that clinic.json does not have',
    },
  ],
  *check(page, site) {
    for (const reference of REFERENCES) yield* unknownIds(reference, page, site);
  },
};

function* unknownIds(
  { attribute, rule, list }: Reference,
  page: Page,
  site: Site,
): Iterable<Fault> {
  const naming = page.elements.filter(
    ({ name, attribs }) =>
      site.manifest.get(name)?.attributes.has(attribute) &&
      attribs[attribute]?.trim() &&
      !isLeftBehind(attribs[attribute]),
  );
  const said = naming.length ? factsOn(page, site) : undefined;
  if (!said) return;
  const known = said.flatMap((one) =>
    (parseClinicFacts(one).facts[list] ?? []).map(({ id }) => id),
  );
  for (const element of naming) {
    const id = element.attribs[attribute]!.trim();
    const at: Fault['at'] = [element, attribute];
    const named = `${attribute}="${id.slice(0, 60)}"`;
    if (said.length && !known.includes(id)) {
      yield {
        rule,
        at,
        message: `${named} is none of the ${list} in clinic.json.`,
        remedy:
          didYouMean(similar(id, known)) || `Write one of their ids, or add it to "${list}" there.`,
      };
    } else if (!said.length && page.isWhole) {
      yield {
        rule,
        at,
        message: `${named} is for clinic.json to say, and the page has no <clinic-info>.`,
        remedy: 'Put <clinic-info src="/clinic.json"></clinic-info> into the page.',
      };
    }
  }
}
