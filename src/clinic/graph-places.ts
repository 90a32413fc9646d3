import type { ClinicPlace, PostalAddress } from './facts.js';
import { compact, type GraphContext, type GraphRef } from './graph-context.js';
import type { LocationWords } from './page-reading.js';

/**
 * The clinic itself. With one place, it is that place; with several, each is a MedicalClinic and the clinic
 * the organization that has them.
 */
export function addClinic(graph: GraphContext): GraphRef | undefined {
  const { facts } = graph;
  if (!facts.name) return undefined;
  const places = facts.places ?? [];
  const [only] = places.length < 2 ? places : [];
  const isGroup = places.length > 1;
  return graph.addRoot(graph.onSite('clinic'), isGroup ? 'MedicalOrganization' : 'MedicalClinic', {
    name: facts.name,
    legalName: facts.legalName,
    url: graph.site,
    logo: graph.address(facts.logo),
    image: graph.address(facts.image ?? only?.image),
    description: facts.description,
    telephone: graph.telephone(facts.phone ?? only?.phone),
    faxNumber: graph.telephone(facts.fax ?? only?.fax),
    email: facts.email ?? only?.email,
    // An organization has no hours and stands nowhere.
    ...(!isGroup && whereAndWhen(graph, only)),
  });
}

function whereAndWhen(graph: GraphContext, place?: ClinicPlace): Record<string, unknown> {
  const { facts } = graph;
  return {
    address: postalAddress(place?.address),
    geo: place?.geo && { '@type': 'GeoCoordinates', ...place.geo },
    hasMap: graph.address(place?.map),
    ...graph.hours(place?.hours ?? facts.hours, {
      timeZone: place?.timeZone ?? facts.timeZone,
      holidays: place?.holidays ?? facts.holidays,
    }),
  };
}

/** An address as schema.org has it. */
export function postalAddress(address?: PostalAddress): Record<string, unknown> | undefined {
  return (
    address && {
      '@type': 'PostalAddress',
      ...compact({
        streetAddress: address.street?.split('\n').join(', '),
        addressLocality: address.locality,
        addressRegion: address.region,
        postalCode: address.postalCode,
        addressCountry: address.country,
      }),
    }
  );
}

/** One of the clinic's places. */
export function addPlace(graph: GraphContext, place: ClinicPlace): GraphRef | undefined {
  const { facts } = graph;
  if (facts.name && facts.places?.length === 1) return { '@id': graph.onSite('clinic') };
  return graph.add(graph.onSite(`place-${place.id}`), 'MedicalClinic', {
    name: place.name ?? facts.name,
    url: graph.address(place.url),
    image: graph.address(place.image),
    telephone: graph.telephone(place.phone ?? facts.phone),
    faxNumber: graph.telephone(place.fax ?? facts.fax),
    email: place.email ?? facts.email,
    ...whereAndWhen(graph, place),
    parentOrganization: facts.name && { '@id': graph.onSite('clinic') },
  });
}

/** What a `<clinic-location>` shows: a place of the facts, else what it says itself. */
export function addLocation(graph: GraphContext, words: LocationWords, index: number): void {
  const { facts } = graph;
  const place = placeOf(words, facts.places ?? []);
  const known = place && addPlace(graph, place);
  if (known) {
    graph.roots.add(known['@id']);
    return;
  }
  const postal = postalAddress(words);
  const address = postal && Object.keys(postal).length > 1 ? postal : words.address;
  // A place without an address is no place that anybody could find.
  if (!address) return;
  graph.addRoot(graph.onPage(`place-${index + 1}`), 'MedicalClinic', {
    name: words.name ?? facts.name,
    url: words.href,
    image: words.image,
    telephone: graph.telephoneOnPage(words.phone),
    address,
    ...graph.hours(words.hours, { timeZone: words.timeZone, holidays: words.holidays }),
    parentOrganization: facts.name && { '@id': graph.onSite('clinic') },
  });
}

function placeOf(words: LocationWords, places: ClinicPlace[]): ClinicPlace | undefined {
  if (words.place) return places.find(({ id }) => id === words.place);
  const { name, street, address } = words;
  // Without words of its own, it shows the only place that there is.
  if (!name && !street && !address) return places.length === 1 ? places[0] : undefined;
  const same = (one: string | undefined, other: string | undefined) =>
    !!one && !!other && one.toLowerCase() === other.toLowerCase();
  return places.find((place) => {
    const line = place.address?.street?.split('\n').join(', ');
    if (street) return same(street, line);
    const isThere = line && address?.toLowerCase().startsWith(line.toLowerCase());
    return address ? isThere : same(name, place.name);
  });
}
