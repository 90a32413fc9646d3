/** One element's words: plain strings, and functions where a value goes into them. */
export type Messages = Record<string, string | ((...values: never[]) => string)>;

/** A language's words by element, e.g. `{ callCta: { call: 'Llamar' } }`. Gaps fall back to English. */
export type Locale = Record<string, Messages>;

const locales = new Map<string, Locale>();
const sourcesByLanguage = new Map<string, () => Promise<unknown>>();
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

/** Calls `listener` whenever words are added; returns the way to stop. */
export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Says where languages can be fetched; each is asked for once, when an element stands in it.
 *
 * @param sources - by BCP 47 tag; each import registers its words
 */
export function provideLocales(sources: Record<string, () => Promise<unknown>>): void {
  for (const [language, load] of Object.entries(sources)) sourcesByLanguage.set(language, load);
}

/** The words of `element` in `language`, with `english` where nothing is registered. */
export function messagesFor<M extends Messages>(language: string, element: string, english: M): M {
  const key = language.toLowerCase();
  const base = key.split('-')[0]!;
  const locale = locales.get(key) ?? locales.get(base);
  const load = sourcesByLanguage.get(base);
  if (!locale && load) {
    sourcesByLanguage.delete(base);
    load().catch(() => sourcesByLanguage.set(base, load));
  }
  return locale?.[element] ? { ...english, ...locale[element] } : english;
}

/**
 * The language that holds at a node: the nearest `lang`, across shadow roots, else `en`.
 * HTML's rule: https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes
 */
export function languageOf(node: Element): string {
  let element: Element | null = node;
  while (element) {
    const holder: Element | null = element.closest('[lang]');
    if (holder) return holder.getAttribute('lang') || 'en';
    const root: Node = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}
