import { authoredNodes } from './made-child.js';
import { isBare, passedEndTag, releaseSwallowed, separateCards } from './swallowed.js';

const holdsNothing = (holder: Element): boolean =>
  !/[^ \t\n\f\r]/.test(holder.textContent) &&
  [...holder.children].every(({ localName }) => localName === 'br');

/** On a line of its own at the end of a paragraph: no words behind it, nor before it but for a line's break. */
function endsItsParagraph(element: Element): boolean {
  if (element.nextSibling?.textContent?.trim() || element.nextElementSibling) return false;
  let before = element.previousSibling;
  if (before instanceof Text && !before.data.trim()) before = before.previousSibling;
  return !before || before.nodeName === 'BR';
}

/** A line that ended before an end tag: the browser passed over the tag, and its break is the last thing left. */
const endsInBreak = (holder: Element): boolean =>
  holder.lastElementChild?.localName === 'br' && passedEndTag(holder);

/** The end tag stood before the first words of its line. */
const beginsInBreak = ({ firstChild }: Element): boolean => firstChild?.nodeName === 'BR';

/** An element that may have been torn as well; cards stand in lists. */
const isOther = ({ localName }: Element): boolean =>
  localName.includes('-') && localName !== 'article-card';

/**
 * Puts children back that WordPress tore out of an element. Its classic editor and its paragraph block write
 * `<p><x-y></p><ul>…</ul><p></x-y></p>`, which browsers read as the element alone in a paragraph, what was in
 * it behind that, and an empty paragraph where its end tag stood; or, where the end tag followed a line of
 * words, a paragraph whose last thing is a line break, or, before one, whose first is. A list of cards is torn in
 * its first card, and has others behind it.
 *
 * Blocks and paragraphs that an author left empty stand behind an empty line, and nothing is moved there; nor
 * is anything put to words that the element has already, nor are frames and scripts moved, which would start
 * again (data do not), nor the page's title, but into the hero that it belongs to.
 *
 * Loaded only for an element in a paragraph that has no words yet, or a card as its last child.
 *
 * @returns whether there were any
 */
export function gatherTornChildren(element: Element): boolean {
  const holder = element.parentElement;
  if (!isBare(holder) || !endsItsParagraph(element)) return false;
  const last = element.lastElementChild;
  const card = last?.localName.includes('-') ? last : undefined;
  const torn = tornOut(element, holder, card);
  (card ?? element).append(...torn);
  if (card) separateCards(card);
  return torn.length > 0;
}

function tornOut(element: Element, holder: Element, card?: Element): Node[] {
  const kept = `${element.localName === 'article-hero' ? '' : 'h1, '}script:not([type*='json' i]), iframe`;
  const torn: Node[] = [];
  let isTorn = false;
  const open = card ?? element;
  // It has nothing to show without what follows.
  const isNothing =
    open.matches('article-card:not([heading]), related-posts:not([src])') &&
    authoredNodes(open).every(({ textContent }) => !textContent?.trim());
  // Cards right behind a list that has no others are its own, whatever follows them.
  const isEmptyList = isNothing && !isCard(open);
  let cards = 0;
  for (let next = holder.nextSibling; next; next = next.nextSibling) {
    if (isBare(next) && (holdsNothing(next) || beginsInBreak(next))) return isTorn ? torn : [];
    if (next instanceof Element) {
      // The empty paragraph to come is that other element's.
      const opens = isBare(next) && [...next.children].some(isOther);
      if (holds(next, element.localName)) return isNothing ? torn : [];
      if (opens || next.matches(kept)) break;
      // A card without its end tag holds what is looked for.
      if (isCard(next)) releaseSwallowed(next);
      isTorn ||= !card || holds(next, card.localName);
    } else if (
      !isNothing &&
      (next.textContent?.trim() || (!card && /\n\s*\n/.test(next.textContent ?? '')))
    )
      break;
    torn.push(next);
    if (isBare(next) && (card ? isTorn && passedEndTag(next) : endsInBreak(next))) return torn;
    if (isEmptyList && isCard(next) && torn.every(isHeadingOrCard)) cards = torn.length;
  }
  return card && isTorn ? likeThoseBefore(torn, card.localName) : torn.slice(0, cards);
}

/** Up to the end of the last card, where nothing shows it: as many blocks as the one before it has, of the same kind. */
function likeThoseBefore(torn: Node[], name: string): Node[] {
  const blocks = torn.filter((node) => node instanceof Element);
  const [from, to] = blocks.flatMap((block, at) => (holds(block, name) ? at : [])).slice(-2);
  const last = to ?? from!;
  const size = last - (to === undefined ? -1 : from!);
  const own = blocks.slice(last + 1, last + 1 + size);
  // The last block of the one before holds the beginning of the last.
  const names = (list: Element[]) => list.map(({ localName }) => localName).join();
  if (names(own) !== names(blocks.slice(last + 1 - size, last + 1))) return [];
  return torn.slice(0, torn.indexOf(own.at(-1)!) + 1);
}

const holds = (block: Element, name: string): boolean =>
  [block, ...block.children].some(({ localName }) => localName === name);
const isCard = (node: Node): node is Element => node.nodeName === 'ARTICLE-CARD';
const isHeadingOrCard = ({ nodeName }: Node): boolean =>
  /^(?:#.*|H[2-6]|ARTICLE-CARD)$/.test(nodeName);
