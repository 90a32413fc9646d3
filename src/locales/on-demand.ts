import { registerLocale, type Locale } from '../foundation/locale.js';

const sources = new Map<string, () => Promise<Locale>>([
  ['es', async () => (await import('./messages/es.js')).es],
]);

/**
 * Fetches the words of the languages that the page or a part of it is written in, each once. English is
 * there already; a language that is not here, or does not arrive, stays English.
 */
async function fetchLanguages(): Promise<void> {
  const tags = Array.from(document.querySelectorAll('[lang]'), (node) =>
    node.getAttribute('lang')!,
  );
  for (const language of new Set(tags.map((tag) => tag.toLowerCase().split('-')[0]!))) {
    const load = sources.get(language);
    if (!load) continue;
    sources.delete(language);
    await load().then(
      (words) => registerLocale(language, words),
      () => sources.set(language, load),
    );
  }
}

if (typeof document !== 'undefined') {
  void fetchLanguages();
  // A page that changes its language, or takes in a part in another one, is followed.
  new MutationObserver(() => void fetchLanguages()).observe(document.documentElement, {
    attributeFilter: ['lang'],
    subtree: true,
  });
}
