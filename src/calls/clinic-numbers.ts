import { dialled, lineOf, problemsOf, type Known, type Problem } from './ledger/problems.js';
import { scan, type Place, type Sighting } from './ledger/scan.js';
import { closestOf, domTree, elementAt, parentOf } from './ledger/read.js';
import { numberBook, type NumberBook, type Swap } from './number-book.js';
import { parsePhoneNumber, type PhoneNumber } from './phone-number.js';

export type { Place, Problem };
export type { ProblemCode } from './ledger/problems.js';

export interface ClinicNumbersOptions {
  /** Where to look: a document, a shadow root, an element. The page by default. */
  root?: ParentNode & Node;
  /**
   * The clinic's own numbers, as people write them. By default those behind the links in the page's number
   * book and those of its JSON-LD.
   */
  own?: readonly string[];
  /** The page's by default. */
  book?: Pick<NumberBook, 'links' | 'swaps'>;
  /** Hosts whose root is open for tests only, as `clinic-elements/testing` opens ours: no problem there. */
  opened?: (host: Element) => boolean;
}

/** A number on the page. All of it but `node` can be sent and stored. */
export interface ClinicNumber {
  /** What is dialled or meant, as RFC 3966 has it: `+12105550142`, `+12105550142;ext=7`, `911`. Empty where it is none. */
  number: string;
  /** As a visitor sees it, or as it is written where none does. */
  text: string;
  where: Place;
  /** The link, the text node, the script, or the element with the attribute. */
  node: Node;
  /** Whether it stands in a part of the page that is shown now. */
  visible: boolean;
  /** Whether it is shown in place of one of the clinic's own. */
  tracked: boolean;
  /** The clinic's own number behind it, as `number`. */
  own?: string;
  problems: Problem[];
}

/**
 * Lists every phone number on the page, in the order of the document, with what is wrong about it: in links
 * (`tel:`, `sms:`, WhatsApp), running text, labels, titles and alternative texts, JSON-LD, microdata and
 * `meta`. Open shadow roots are looked into, and links of the number book in closed ones. What somebody
 * types is not: fields, editors and `output` are passed over.
 *
 * Changes nothing. Short codes are listed where they are linked.
 */
export function clinicNumbers({
  root = document,
  own = [],
  book = numberBook(),
  opened,
}: ClinicNumbersOptions = {}): ClinicNumber[] {
  const kept = book.links();
  const swaps = book.swaps();
  const sightings = scan(domTree, root, {
    shutLinks: linksByHost(kept.map(({ link }) => link)),
    opened: opened && ((host) => opened(host as Element)),
  });
  const ownNumbers = own.length
    ? own.map((written) => parsePhoneNumber(written)).filter((number) => !!number)
    : [...kept, ...swaps].map((one) => one.own).concat(toldToMachines(sightings, swaps));
  const owns = new Map(ownNumbers.map((number) => [lineOf(number), number]));
  const byLink = new Map<Node, (typeof kept)[number]>(kept.map((one) => [one.link, one]));

  return sightings.map((sighting) => {
    const { node, number, text, where } = sighting;
    const known: Known = {
      ...behind(sighting, byLink.get(node)?.own, owns, swaps),
      ownsKnown: owns.size > 0,
      noSwap: byLink.get(node)?.noSwap || isNoSwap(node),
    };
    return {
      number: number ? dialled(number) : '',
      text,
      where,
      node,
      visible: isVisible(node),
      tracked: known.tracked,
      ...(known.own ? { own: dialled(known.own) } : {}),
      problems: problemsOf(sighting, known),
    };
  });
}

/** Rows for `console.table`: one a number, its problems in words. */
export const summarise = (numbers: readonly ClinicNumber[]): Record<string, string>[] =>
  numbers.map(({ number, text, where, visible, tracked, own, problems }) => ({
    shown: text,
    dials: number,
    where: visible ? where : `${where} (not shown)`,
    tracked: tracked ? `in place of ${own}` : '',
    problems: problems.map(({ message }) => message).join(' '),
  }));

/** JSON-LD's numbers, but for those that a tracking script brought. */
function toldToMachines(
  sightings: readonly Sighting<Node>[],
  swaps: readonly Swap[],
): PhoneNumber[] {
  return sightings
    .filter(({ where }) => where === 'structured-data')
    .map(({ number }) => number)
    .filter((number) => !!number)
    .filter((number) => !swaps.some(({ shown }) => lineOf(shown) === lineOf(number)));
}

/** Which of the clinic's own numbers stands behind one, and whether another is shown in its place. */
function behind(
  { number, data }: Sighting,
  ownOfLink: PhoneNumber | undefined,
  owns: ReadonlyMap<string, PhoneNumber>,
  swaps: readonly Swap[],
): Pick<Known, 'own' | 'tracked' | 'swappedFor'> {
  if (!number) return { own: ownOfLink, tracked: false };
  const line = lineOf(number);
  const swap = swaps.find(({ shown }) => lineOf(shown) === line);
  const named = owns.get(line);
  // A number may be lent to call tracking and still be the clinic's.
  const own = ownOfLink ?? (data ? named : undefined) ?? swap?.own ?? named;
  const tracked = !!own && lineOf(own) !== line;
  const swappedFor = tracked
    ? undefined
    : swaps.find(({ own: before }) => lineOf(before) === line)?.shown;
  return { own, tracked, swappedFor };
}

function isNoSwap(node: Node): boolean {
  const element = elementAt(node);
  return !!element && !!closestOf(element, '[data-calltrk-noswap]');
}

function isVisible(node: Node): boolean {
  let element = elementAt(node);
  const style = element && getComputedStyle(element);
  if (!style || style.visibility !== 'visible') return false;
  // Without a box of its own, it is shown where what is around it is.
  while (element && getComputedStyle(element).display === 'contents') element = parentOf(element);
  if (!element) return false;
  // Not of the element itself: a form may have a field of that name.
  const { checkVisibility, getClientRects } = Element.prototype as Partial<Element>;
  return checkVisibility?.call(element) ?? getClientRects!.call(element).length > 0;
}

/** Links in closed roots, by the host that a walk comes by: of roots within roots, the outermost closed. */
function linksByHost(links: readonly HTMLAnchorElement[]): Map<Node, HTMLAnchorElement[]> {
  const byHost = new Map<Node, HTMLAnchorElement[]>();
  for (const link of links) {
    let host: Element | undefined;
    let root = link.getRootNode() as Partial<ShadowRoot>;
    for (; root.host; root = root.host.getRootNode() as Partial<ShadowRoot>) {
      if (root.mode === 'closed') host = root.host;
    }
    if (host) byHost.set(host, [link, ...(byHost.get(host) ?? [])]);
  }
  return byHost;
}
