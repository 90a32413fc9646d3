/** The element with an id that an address ends in, looked for as browsers do: as it is written, then decoded. */
export function namedBy(hash: string, root: Document | ShadowRoot): HTMLElement | null {
  const id = hash.slice(1);
  if (!id) return null;
  const found = root.getElementById(id);
  if (found) return found;
  try {
    return root.getElementById(decodeURIComponent(id));
  } catch {
    // A lone % is no code.
    return null;
  }
}

/**
 * Does what the browser does for an address with `#id`, where the element got its id, or came into sight, too
 * late for that: scrolls there, and lets the keyboard and assistive technology go on from there.
 *
 * @param start - where they go on from, if not from the element itself
 */
export function arriveAt(element: HTMLElement, start = element): void {
  element.scrollIntoView({ behavior: 'instant', block: 'start' });
  if (start.tabIndex < 0 && !start.hasAttribute('tabindex')) {
    start.tabIndex = -1;
    const leave = (): void => {
      // Another window has the focus now, and the element still has it in this one.
      if (document.activeElement === start) return;
      start.removeAttribute('tabindex');
      start.removeEventListener('blur', leave);
    };
    start.addEventListener('blur', leave);
  }
  // Nothing to operate, so no ring; the option is new.
  const quiet = start === element;
  start.focus({ preventScroll: true, ...(quiet && { focusVisible: false }) });
}
