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

/** The words of `element` in `language`, with `english` where nothing is registered. */
export function messagesFor<M extends Messages>(language: string, element: string, english: M): M {
  const key = language.toLowerCase();
  const base = key.split('-')[0]!;
  const words = (locales.get(key) ?? locales.get(base))?.[element];
  if (!words) fetchLanguage?.(base);
  return { ...english, ...words };
}

/**
 * The language that holds at a node: the nearest `lang`, across shadow roots, else `en`.
 * HTML's rule: https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes
 */
export function languageOf(node: Element): string {
  const holder = node.closest('[lang]');
  if (holder) return holder.getAttribute('lang') || 'en';
  const { host } = node.getRootNode() as Partial<ShadowRoot>;
  return host ? languageOf(host) : 'en';
}
