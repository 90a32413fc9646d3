import { parsePhoneNumber } from '../../calls/phone-number.js';
import { initialsOf, languageNames, listOf, splitList } from '../../clinic/names.js';
import { isNpi } from '../../clinic/npi.js';
import { pageFacts } from '../../clinic/page-facts.js';
import type { ClinicianFacts } from '../../clinic/people-and-places.js';
import { languageOf, type localeOf } from '../../foundation/locale.js';
import { AUTHORED, made, type MadeContent } from '../../foundation/made-child.js';
import {
  authored,
  madePicture,
  placeParts,
  watchMadePicture,
} from '../../foundation/made-children.js';
import { safeImage, safeLink } from '../../foundation/safe-url.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import { warn } from '../../foundation/warn.js';
import { providerCard } from '../../locales/en/provider-card.js';
import type { Accepting, ProviderCard } from './provider-card.js';

const ACCEPTING: readonly unknown[] = ['yes', 'no', 'waitlist', 'referral'] satisfies Accepting[];

/**
 * Makes the children that a card's attributes and the clinic's facts give and its author did not write.
 * Loaded for such cards only.
 *
 * @param locale - the registry of words that the page's elements share
 * @returns what stands where there is no picture
 */
export function makeProvider(
  element: ProviderCard,
  facts: ClinicianFacts | undefined,
  locale: typeof localeOf,
): string {
  const language = languageOf(element);
  const words = { ...providerCard, ...locale(language)?.providerCard };
  const say = (message: string): void => warn(element.localName, message);
  const text = (name: 'name' | 'credentials' | 'jobTitle' | 'phone' | 'npi' | 'accepting') =>
    collapse(element[name]) || collapse(facts?.[name]);
  const url = (name: 'href' | 'image' | 'bookHref', fact?: string) => {
    const safe = name === 'image' ? safeImage : safeLink;
    const own = element[name];
    const found = safe(own || fact, own ? element.baseURI : pageFacts.base);
    if (own && !found) say('links and pictures must have http(s) or relative addresses.');
    return found;
  };

  const heading = authored(element, 'h1, h2, h3, h4, h5, h6');
  const name = text('name') || collapse(heading?.textContent);
  const titled = [name, text('credentials')].filter(Boolean).join(', ');
  const level = integerBetween(element.headingLevel, 2, 6, 3);
  const href = url('href', facts?.url);

  const accepting = text('accepting');
  if (accepting && !ACCEPTING.includes(accepting))
    say('"accepting" is yes, no, waitlist or referral; nothing is said of it.');

  const npi = text('npi').replace(/[\s-]/g, '');
  if (npi && !isNpi(npi)) say('"npi" is no National Provider Identifier and is not shown.');

  // Who wrote something has said what is to be known, as far as the facts go.
  const spoken = authored(element, ':scope > :is(p:not(:empty, [hidden]), ul, ol, div)');
  const told = spoken ? undefined : facts;
  const lists = {
    specialties: element.specialties ? splitList(element.specialties) : told?.specialties,
    languages: languageNames(element.languages || (told?.languages ?? []).join(), language),
  };
  const places: MadeContent[] = element.locations
    ? [listOf(splitList(element.locations), language)]
    : (told?.at ?? []).flatMap((place, at): MadeContent[] => {
        const link = safeLink(place.url, pageFacts.base);
        const called = collapse(place.name);
        if (!called) return [];
        return [at ? ', ' : '', link ? made('a', { href: link }, called) : called];
      });
  const rows: [label: string, content: MadeContent[]][] = [
    [words.specialties, lists.specialties?.length ? [listOf(lists.specialties, language)] : []],
    [words.languages, lists.languages.length ? [listOf(lists.languages, language)] : []],
    [words.locations, places],
    [words.npi, isNpi(npi) && (element.npi || told) ? [npi] : []],
  ];
  const lines = rows.flatMap(([label, content]) =>
    content.length ? [made('div', {}, made('dt', {}, label), made('dd', {}, ...content))] : [],
  );

  const actions: MadeContent[] = [];
  const book = url('bookHref', facts?.booking);
  const isThere = (link: HTMLAnchorElement) => link.href === new URL(book!, element.baseURI).href;
  if (book && ![...element.querySelectorAll<HTMLAnchorElement>(`a${AUTHORED}`)].some(isThere))
    actions.push(
      made('a', { href: book, 'aria-label': name ? words.bookWith(name) : undefined }, words.book),
    );
  const phone = text('phone');
  if (phone && !authored(element, 'a[href^="tel:" i], phone-number, call-cta')) {
    const number = parsePhoneNumber(phone);
    actions.push(number ? made('a', { href: number.href }, number.text) : phone);
    if (!number) say('"phone" is no number that can be dialled; it is shown as text.');
  }

  const alt = element.image ? element.imageAlt : facts?.imageAlt;
  const job = element.jobTitle || told?.jobTitle;
  placeParts(element, [
    {
      name: 'image',
      said: authored(element, 'img:not(.emoji), picture'),
      made: madePicture({ src: url('image', facts?.image) }, collapse(alt ?? name)),
    },
    {
      name: 'heading',
      said: heading,
      made: titled ? made(`h${level}`, {}, href ? made('a', { href }, titled) : titled) : undefined,
    },
    { name: 'job', made: job ? made('p', {}, collapse(job)) : undefined },
    {
      name: 'accepting',
      said: authored(element, '[data-accepting]'),
      made: ACCEPTING.includes(accepting)
        ? made('p', { 'data-accepting': accepting }, words[accepting as Accepting])
        : undefined,
    },
    {
      name: 'lines',
      said: authored(element, 'dl'),
      made: lines.length ? made('dl', {}, ...lines) : undefined,
      last: true,
    },
    { name: 'actions', made: actions.length ? made('p', {}, ...actions) : undefined, last: true },
  ]);
  watchMadePicture(element, () => element.requestUpdate());
  return initialsOf(name);
}
