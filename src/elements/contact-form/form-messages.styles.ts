import { ownMessages, pageMessages } from './contact-form.styles.js';

/* As text: in a bundle, what loads later has no Lit. */
export const page: string = pageMessages.cssText;
export const own: string = ownMessages.cssText;
