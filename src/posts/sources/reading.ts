import type { parseMarkup } from '../../foundation/markup.js';
import type { plainText } from '../../foundation/plain-text.js';
import type { parseJson, postFromRecord } from './json.js';

/**
 * What feeds and pages are read with. It comes from `posts/load`, because `sources/markup` loads later
 * still and brings no second parser.
 */
export interface Reading {
  parseMarkup: typeof parseMarkup;
  plainText: typeof plainText;
  parseJson: typeof parseJson;
  postFromRecord: typeof postFromRecord;
}
