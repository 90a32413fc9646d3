/** One element's words: plain strings, and functions where a value goes into them. */
export type Messages = Record<string, string | ((...values: never[]) => string)>;

/** A language's words by element, e.g. `{ callCta: { call: 'Llamar' } }`. Gaps fall back to English. */
export type Locale = Record<string, Messages>;

const locales = new Map<string, Locale>();
const listeners = new Set<() => void>();

/**
 * Adds or replaces the words of a language, e.g. `registerLocale('es', { callCta: { … } })`.
 * Elements already on the page follow.
 *
 * @param language - a BCP 47 tag; `es` serves `es-MX` too
 */
export function registerLocale(language: string, locale: Locale): void {
  const key = language.toLowerCase();
  locales.set(key, { ...locales.get(key), ...locale });
  for (const listener of listeners) listener();
}

let fetchLanguage: ((language: string) => void) | undefined;

/** Says how to fetch words that an element asks for in vain, e.g. `es`; see `registerLocale`. */
export function setLocaleSource(source: (language: string) => void): void {
  fetchLanguage = source;
}

/** Calls `listener` whenever words are added; returns the way to stop. */
export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The registered words of a language, or of the language that it is a kind of. */
export function localeOf(language: string): Locale | undefined {
  const key = language.toLowerCase();
  const base = key.split('-')[0]!;
  const locale = locales.get(key) ?? locales.get(base);
  if (!locale) fetchLanguage?.(base);
  return locale;
}

/** The words of an element in the language that holds at `node`, with English where there are none. */
export function messagesAt<M extends Messages>(node: Element, element: string, english: M): M {
  return { ...english, ...localeOf(languageOf(node))?.[element] };
}

/**
 * The language that holds at a node: the nearest `lang`, across shadow roots, else `en`; `en` on a server,
 * where a node has no surroundings.
 * HTML's rule: https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes
 */
export function languageOf(node: Element & { blind?: boolean }): string {
  if (node.blind) return node.getAttribute('lang') || 'en';
  const holder = node.closest?.('[lang]');
  if (holder) return holder.getAttribute('lang') || 'en';
  const { host } = (node.getRootNode?.() ?? {}) as Partial<ShadowRoot>;
  return host ? languageOf(host) : 'en';
}

/** The country that a language tag names, e.g. `US` of `en-US`; undefined where it names none. */
export function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).region;
  } catch {
    return undefined;
  }
}
