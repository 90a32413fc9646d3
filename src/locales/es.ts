import { registerLocale } from '../foundation/locale.js';
import { es } from './messages/es.js';

/** Registers every element's words in Spanish. */
registerLocale('es', es);
