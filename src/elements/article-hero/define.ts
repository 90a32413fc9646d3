import { isUnclaimed } from '../../foundation/unclaimed.js';
import { ArticleHero } from './article-hero.js';

if (isUnclaimed('article-hero', ArticleHero)) customElements.define('article-hero', ArticleHero);
