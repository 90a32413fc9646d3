import { provideLocales } from '../foundation/locale.js';

/** Tells the elements where other languages are, to be fetched when a page is written in one. */
provideLocales({ es: () => import('./es.js') });
