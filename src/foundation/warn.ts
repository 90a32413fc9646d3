const said = new Set<string>();

/**
 * Tells the page's developer once about something the page gave that cannot be used, and what to do.
 * Never throws and never repeats: a bad attribute on fifty cards is one line in the console.
 *
 * @param tag - the element's tag, e.g. `article-card`
 * @param message - what is wrong and the remedy, without values that a visitor typed
 */
export function warn(tag: string, message: string): void {
  const line = `<${tag}>: ${message}`;
  if (said.has(line)) return;
  said.add(line);
  console.warn(line);
}
