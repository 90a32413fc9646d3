/** Registers every element. One script for a page that uses several of them. */
import './locales/on-demand.js';
import './elements/article-card/define.js';
import './elements/call-cta/define.js';
import './elements/clinic-info/define.js';
import './elements/contact-form/define.js';
import './elements/open-hours/define.js';
import './elements/phone-number/define.js';
import './elements/related-posts/define.js';
