import { isUnclaimed } from '../../foundation/unclaimed.js';
import { ArticleCard } from './article-card.js';

if (isUnclaimed('article-card', ArticleCard)) customElements.define('article-card', ArticleCard);
