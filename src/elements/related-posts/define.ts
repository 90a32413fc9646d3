import '../article-card/define.js';
import { isUnclaimed } from '../../foundation/unclaimed.js';
import { RelatedPosts } from './related-posts.js';

if (isUnclaimed('related-posts', RelatedPosts))
  customElements.define('related-posts', RelatedPosts);
