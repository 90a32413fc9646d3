/**
 * The numbers of a JSON-LD script: `telephone` and `faxNumber`, wherever they stand (`@graph`,
 * `contactPoint`, `department`, lists), as they are written.
 *
 * @returns undefined where it is no JSON
 */
export function numbersInJsonLd(json: string): string[] | undefined {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  const found: string[] = [];
  // No recursion: how deep it goes is the page's.
  const todo = [data];
  while (todo.length) {
    const value = todo.pop();
    if (!value || typeof value !== 'object') continue;
    const inside: unknown[] = [];
    for (const [key, child] of Object.entries(value)) {
      if (key === 'telephone' || key === 'faxNumber') found.push(...writtenIn(child));
      else inside.push(child);
    }
    // No spread: how wide it is, too.
    for (const child of inside.reverse()) todo.push(child);
  }
  return found;
}

/** A text or a number, a list of them, or JSON-LD's `{ "@value": … }`. */
function writtenIn(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => {
    const inner = (one as { '@value'?: unknown } | null)?.['@value'] ?? one;
    return typeof inner === 'string' || typeof inner === 'number' ? [String(inner)] : [];
  });
}
