/** Registers every element. One script for a page that uses several of them. */
import './locales/on-demand.js';
import './elements/action-link/define.js';
import './elements/article-card/define.js';
import './elements/article-contents/define.js';
import './elements/article-hero/define.js';
import './elements/call-cta/define.js';
import './elements/contact-form/define.js';
import './elements/faq-list/define.js';
import './elements/medical-disclaimer/define.js';
import './elements/medical-review/define.js';
import './elements/open-hours/define.js';
import './elements/phone-number/define.js';
import './elements/related-posts/define.js';
import './elements/site-banner/define.js';
import './elements/skip-link/define.js';
