import { registerLocale, setLocaleSource, type Locale } from '../foundation/locale.js';

const sources = new Map<string, () => Promise<Locale>>([
  ['es', async () => (await import('./messages/es.js')).es],
]);

/* English is there already; a language that is not here, or does not arrive, stays English. */
setLocaleSource((language) => {
  const load = sources.get(language);
  if (!load) return;
  sources.delete(language);
  load().then(
    (words) => registerLocale(language, words),
    () => sources.set(language, load),
  );
});
