import { isUnclaimed } from '../../foundation/unclaimed.js';
import { ArticleContents } from './article-contents.js';

if (isUnclaimed('article-contents', ArticleContents))
  customElements.define('article-contents', ArticleContents);
