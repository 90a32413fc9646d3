import type { Clinician } from './facts.js';
import { compact, type GraphContext, type GraphRef } from './graph-context.js';
import { addPlace, postalAddress } from './graph-places.js';
import { partsOfName, sameName } from './person-name.js';
import { isNpi } from './npi.js';
import type { NameWords, ProviderWords } from './page-reading.js';

/* The degrees of those who may call themselves physicians. */
const PHYSICIAN = /(?:^|[\s,])(?:M\.?D|D\.?O|MBBS|MBBCh|MBChB|BMBS)\.?(?=$|[\s,])/;
/* Words and endings that no person's name has. */
const ORGANIZATION =
  /\b(?:academy|associates|association|board|cent(?:er|re)s?|clinics?|college|committee|department|editors|foundation|group|health|healthcare|hospitals?|institute|medical|medicine|network|practice|society|surgery|team|university)\b|\b(?:cl[ií]nica|centro|equipo|instituto|universidad)\b|\b(?:P?LLC|L\.L\.C|Inc|Ltd|LLP|GmbH)\.?$/i;

/** Somebody that the page names: the clinic, one of its clinicians, else whoever it is. */
export function addNamed(
  graph: GraphContext,
  words: NameWords | undefined,
  id: 'author' | 'reviewer',
): GraphRef | undefined {
  if (!words) return undefined;
  const { facts } = graph;
  const { name, href, type, credentials } = words;
  const isClinic = sameName(name, facts.name) || sameName(name, facts.legalName);
  if (isClinic && type !== 'person') return { '@id': graph.onSite('clinic') };
  const clinician = type === 'organization' ? undefined : clinicianOf(graph, words);
  if (clinician) return addClinician(graph, clinician);
  const parts = partsOfName(name, credentials);
  const isPerson = type
    ? type === 'person'
    : Boolean(parts.honorificSuffix ?? parts.honorificPrefix) || !ORGANIZATION.test(name);
  const said = isPerson ? { ...parts, url: href } : { name, url: href };
  const there = [...graph.nodes.values()].find((node) => sameName(String(node.name), said.name));
  return graph.add(there?.['@id'] ?? graph.onPage(id), isPerson ? 'Person' : 'Organization', said);
}

/** What a `<provider-card>` shows. */
export function addProvider(graph: GraphContext, words: ProviderWords, index: number): void {
  const { name = '', provider, credentials, href, jobTitle, image } = words;
  const clinician = clinicianOf(graph, { name, href }, provider);
  if (clinician) {
    const ref = addClinician(graph, clinician, true);
    if (ref) graph.roots.add(ref['@id']);
    return;
  }
  if (!name) return;
  graph.addRoot(graph.onPage(`provider-${index + 1}`), 'Person', {
    ...partsOfName(name, credentials),
    jobTitle,
    url: href,
    image,
    worksFor: graph.facts.name && { '@id': graph.onSite('clinic') },
  });
}

function clinicianOf(
  graph: GraphContext,
  { name, href }: NameWords,
  id?: string,
): Clinician | undefined {
  const all = graph.facts.clinicians ?? [];
  return id
    ? all.find((one) => one.id === id)
    : (all.find((one) => sameName(one.name, name)) ??
        all.find(({ url }) => href && graph.address(url) === href));
}

/**
 * One of the clinic's clinicians. Where they are shown, a physician is an IndividualPhysician as well, who needs
 * an address like every LocalBusiness (Google) and practises at the clinic's places.
 */
function addClinician(
  graph: GraphContext,
  clinician: Clinician,
  isShown = false,
): GraphRef | undefined {
  const { credentials, accepting, npi, languages, specialties } = clinician;
  const places = (graph.facts.places ?? []).filter(({ id }) => clinician.places?.includes(id));
  const address = places.map((place) => postalAddress(place.address)).find(Boolean);
  const isPhysician = isShown && !!address && PHYSICIAN.test(credentials ?? '');
  const refs = isShown ? places.map((place) => addPlace(graph, place)).filter(Boolean) : [];
  const id = graph.onSite(`clinician-${clinician.id}`);
  const said = {
    ...partsOfName(clinician.name, credentials),
    jobTitle: clinician.jobTitle,
    url: graph.address(clinician.url),
    image: graph.address(clinician.image),
    worksFor: graph.facts.name && { '@id': graph.onSite('clinic') },
    ...(isShown && {
      telephone: graph.telephone(clinician.phone),
      identifier:
        npi && isNpi(npi) ? { '@type': 'PropertyValue', propertyID: 'NPI', value: npi } : undefined,
      knowsLanguage: languages,
      knowsAbout: specialties,
      [isPhysician ? 'practicesAt' : 'workLocation']: refs,
    }),
    ...(isPhysician && {
      address,
      isAcceptingNewPatients: { yes: true, no: false }[accepting as string],
    }),
  };
  return graph.add(id, isPhysician ? ['Person', 'IndividualPhysician'] : 'Person', compact(said));
}
