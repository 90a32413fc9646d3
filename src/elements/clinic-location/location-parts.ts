import { parsePhoneNumber } from '../../calls/phone-number.js';
import type { ClinicPlace } from '../../clinic/facts.js';
import { DIRECTIONS, directionsTo } from '../../clinic/maps.js';
import { pageFacts } from '../../clinic/page-facts.js';
import { addressLines } from '../../clinic/postal-address.js';
import { languageOf, type localeOf } from '../../foundation/locale.js';
import { MADE, made, type MadeContent } from '../../foundation/made-child.js';
import {
  authored,
  madePicture,
  placeParts,
  watchMadePicture,
} from '../../foundation/made-children.js';
import { safeImage, safeLink } from '../../foundation/safe-url.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import { warn } from '../../foundation/warn.js';
import { clinicLocationParts } from '../../locales/en/clinic-location-parts.js';
import type { ClinicLocation } from './clinic-location.js';

const NOTES = ['fax', 'tty', 'email', 'parking', 'transit', 'accessibility'] as const;

/**
 * Makes the children that a location's attributes and the clinic's facts give and its author did not write.
 * Loaded for such locations only.
 *
 * @param locale - the registry of words that the page's elements share
 */
export function makeLocation(
  element: ClinicLocation,
  facts: ClinicPlace | undefined,
  locale: typeof localeOf,
): void {
  const words = { ...clinicLocationParts, ...locale(languageOf(element))?.clinicLocationParts };
  const text = (name: (typeof NOTES)[number] | 'name' | 'phone' | 'timeZone'): string =>
    collapse(element[name]) || collapse(facts?.[name]);
  const url = (name: 'href' | 'image' | 'directionsHref', fact?: string) => {
    const safe = name === 'image' ? safeImage : safeLink;
    const own = element[name];
    const found = safe(own || fact, own ? element.baseURI : pageFacts.base);
    if (own && !found)
      warn(element.localName, 'links and pictures must have http(s) or relative addresses.');
    return found;
  };

  const heading = authored(element, 'h1, h2, h3, h4, h5, h6');
  const name = collapse(heading?.textContent) || text('name');
  const level = Number(heading?.localName[1] ?? integerBetween(element.headingLevel, 2, 6, 3));
  const href = url('href', facts?.url);

  // An address is one thing: a street of one and a town of another would be none.
  const own = addressLines(element);
  const lines = own.length ? own : addressLines(facts?.address ?? {});
  const country = collapse(own.length ? element.country : facts?.address?.country);

  const actions: MadeContent[] = [];
  const phone = text('phone');
  if (phone && !authored(element, 'a[href^="tel:" i], phone-number, call-cta')) {
    const number = parsePhoneNumber(phone);
    actions.push(number ? made('a', { href: number.href }, number.text) : phone);
    if (!number)
      warn(element.localName, '"phone" is no number that can be dialled; it is shown as text.');
  }
  const route =
    url('directionsHref', facts?.directions) ??
    directionsTo(country ? [...lines, country] : lines, facts?.geo);
  if (route && !authored(element, DIRECTIONS)) {
    // Told apart where there are several places.
    const label = name ? words.directionsTo(name) : undefined;
    actions.push(
      made('a', { href: route, rel: 'noreferrer', 'aria-label': label }, words.directions),
    );
  }

  // Who wrote something has said what is to be known, as far as the facts go.
  const spoken = authored(element, ':scope > :is(p:not(:empty, [hidden]), ul, ol, div)');
  const notes = NOTES.flatMap((note): MadeContent[] => {
    const value = spoken ? collapse(element[note]) : text(note);
    return value
      ? [made('div', {}, made('dt', {}, words[note]), made('dd', {}, noteOf(note, value)))]
      : [];
  });

  const [hours, holidays] = (['hours', 'holidays'] as const).map(
    (each) => element[each] || facts?.[each],
  );
  const written = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const alt = collapse(element.image ? element.imageAlt : facts?.imageAlt);

  placeParts(element, [
    {
      name: 'image',
      said: authored(element, 'img:not(.emoji), picture'),
      made: madePicture({ src: url('image', facts?.image) }, alt),
    },
    {
      name: 'heading',
      said: heading,
      made: name ? made(`h${level}`, {}, href ? made('a', { href }, name) : name) : undefined,
    },
    {
      name: 'address',
      said: authored(element, 'address'),
      made: lines.length ? made('address', {}, ...onLines(lines)) : undefined,
    },
    { name: 'actions', made: actions.length ? made('p', {}, ...actions) : undefined },
    {
      name: 'notes',
      said: authored(element, 'dl'),
      made: notes.length ? made('dl', {}, ...notes) : undefined,
      last: true,
    },
    {
      name: 'hours',
      said: authored(element, 'open-hours, table'),
      made: hours
        ? made('open-hours', {
            hours: written(hours),
            'time-zone': text('timeZone') || undefined,
            holidays: written(holidays),
            heading: words.hours,
            'heading-level': Math.min(level + 1, 6),
            compact: '',
          })
        : undefined,
      last: true,
    },
  ]);
  // Lists of OpeningHoursSpecification are no attributes.
  const table = element.querySelector(`:scope > open-hours[${MADE}]`);
  if (table && !written(hours)) Object.assign(table, { hours });
  if (table && holidays && !written(holidays)) Object.assign(table, { holidays });
  watchMadePicture(element, () => element.requestUpdate());
}

const onLines = (lines: readonly string[]): MadeContent[] =>
  lines.flatMap((line, at) => (at ? [made('br', {}), line] : [line]));

/** Numbers read from left to right on a right-to-left page too. */
function noteOf(note: (typeof NOTES)[number], value: string): MadeContent {
  if (note === 'email')
    return made('a', { href: safeLink(`mailto:${value}`, document.baseURI) }, value);
  return note === 'fax' || note === 'tty' ? made('bdi', { dir: 'ltr' }, value) : value;
}
