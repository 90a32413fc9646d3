import type { parseMarkup } from '../../foundation/markup.js';
import type { plainText } from '../../foundation/plain-text.js';
import type { excerptIn, isoDate } from './fields.js';
import type { parseJson, postFromRecord } from './json.js';

/**
 * What feeds and pages are read with. It comes from `posts/load`, because `sources/markup` loads later
 * still and brings nothing of it a second time.
 */
export interface Reading {
  parseMarkup: typeof parseMarkup;
  plainText: typeof plainText;
  parseJson: typeof parseJson;
  postFromRecord: typeof postFromRecord;
  isoDate: typeof isoDate;
  excerptIn: typeof excerptIn;
}
