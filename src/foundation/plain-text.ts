import { parseMarkup, textOf } from './markup.js';

/**
 * The words of an HTML fragment: tags dropped, entities decoded once, white space collapsed, scripts and
 * other unseen content left out. WordPress sends titles and excerpts as HTML. Never evaluates anything.
 */
export function plainText(html: unknown): string {
  return typeof html === 'string' ? textOf(parseMarkup(html)) : '';
}
