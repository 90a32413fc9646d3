import { collapse } from './text.js';

/* What painting needs of children that elements make; `made-children.ts` has the rest. */

/** On every child that an element makes itself, with the part's name: in a saved copy of the page as well. */
export const MADE = 'data-clinic-made';

/** For selectors: what the page's author wrote, and not what an element made. */
export const AUTHORED = `:not([${MADE}], [${MADE}] *)`;

/** What is found among an element's children, however deep, but not within other elements of ours. */
export function* ownIn<Found extends Element>(host: Element, selector: string): Generator<Found> {
  for (const found of host.querySelectorAll<Found>(selector)) {
    let holder = found.parentElement;
    while (holder && !holder.localName.includes('-')) holder = holder.parentElement;
    if (holder === host) yield found;
  }
}

/** The child of that name which an element made itself, here or in a saved copy of the page. */
export function madeChild<Made extends HTMLElement = HTMLElement>(
  host: Element,
  name: string,
): Made | null {
  return host.querySelector<Made>(`:scope > [${MADE}='${name}']`);
}

/** Marks a node as one that an element made itself. */
export function markMade<Made extends Element>(node: Made, name: string): Made {
  node.setAttribute(MADE, name);
  return node;
}

/**
 * Puts a child among the author's that an element makes from its attributes or its own words, so that search
 * engines and call-tracking scripts find it. One that says the same already stays; scripts may hold on to it.
 *
 * @param made - undefined takes it away
 */
export function keepMade(
  host: Element,
  name: string,
  made: HTMLElement | undefined,
  place: 'first' | 'last' = 'last',
): void {
  const old = madeChild(host, name);
  if (made) markMade(made, name);
  if (!made) old?.remove();
  else if (!old) host[place === 'first' ? 'prepend' : 'append'](made);
  else if (!old.isEqualNode(made)) old.replaceWith(made);
}

/** What the author wrote between the tags and a visitor can see. */
export function authoredNodes(host: Element): ChildNode[] {
  return [...host.childNodes].filter((node) => {
    if (node instanceof Text) return collapse(node.data);
    if (!(node instanceof HTMLElement) || node.matches(`[hidden], [${MADE}]`)) return false;
    return collapse(node.textContent) || node.matches('img, :has(img)');
  });
}

/** An element with words in it. */
export function withWords<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...words: (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.append(...words);
  return made;
}
