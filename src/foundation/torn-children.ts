const isBare = (node: Node | null): node is HTMLElement =>
  node instanceof HTMLParagraphElement && !node.attributes.length;
/** Nothing but white space and `<br>`, and perhaps the one that is meant. */
const holdsOnly = (holder: Element, own?: Element): boolean =>
  holder.textContent.trim() === (own?.textContent.trim() ?? '') &&
  [...holder.children].every((child) => child === own || child.localName === 'br');

/** A line that ended before an end tag: the browser passed over the tag, and its break is the last thing left. */
const endsInBreak = ({ lastChild, lastElementChild }: Element): boolean =>
  lastElementChild?.localName === 'br' &&
  lastElementChild.nextSibling === lastChild &&
  /^\s*\n\s*$/.test(lastChild?.textContent ?? '');

/** An element that may have been torn as well; cards stand in lists. */
const isOther = ({ localName }: Element): boolean =>
  localName.includes('-') && localName !== 'article-card';

/**
 * Puts children back that WordPress tore out of an element. Its classic editor and its paragraph block write
 * `<p><x-y></p><ul>…</ul><p></x-y></p>`, which browsers read as the element alone in a paragraph, what was in
 * it behind that, and an empty paragraph where its end tag stood; or, where the end tag followed a line of
 * words, a paragraph whose last thing is a line break. A list of cards is torn in its first card, and has
 * others behind it.
 *
 * Blocks and paragraphs that an author left empty stand behind an empty line, and nothing is moved there; nor
 * is anything put to words that the element has already, nor are frames and scripts moved, which would start
 * again, nor the page's title, but into the hero that it belongs to.
 *
 * Loaded only for an element in a paragraph that has no words yet, or a card as its last child.
 *
 * @returns whether there were any
 */
export function gatherTornChildren(element: Element): boolean {
  const holder = element.parentElement;
  if (!isBare(holder) || !holdsOnly(holder, element)) return false;
  const last = element.lastElementChild;
  const card = last?.localName.includes('-') ? last : undefined;
  const kept = element.localName === 'article-hero' ? 'script, iframe' : 'h1, script, iframe';
  const torn: Node[] = [];
  let isTorn = false;
  for (let next = holder.nextSibling; next; next = next.nextSibling) {
    if (isBare(next) && holdsOnly(next)) {
      // What follows a card belongs to it, up to the next one.
      let into = card ?? element;
      for (const node of isTorn ? torn : []) {
        const isCard = node.nodeName === card?.nodeName;
        (isCard ? element : into).append(node);
        if (isCard) into = node as Element;
      }
      return isTorn;
    }
    if (next instanceof Element) {
      // The empty paragraph to come is that other element's.
      const opens = isBare(next) && [...next.children].some(isOther);
      if (opens || next.matches(kept)) return false;
      isTorn ||= !card || next.nodeName === card.nodeName;
    } else if (next.textContent?.trim() || (!card && /\n\s*\n/.test(next.textContent ?? '')))
      return false;
    torn.push(next);
    if (!card && isBare(next) && endsInBreak(next)) {
      element.append(...torn);
      return true;
    }
  }
  return false;
}
