import { isUnclaimed } from '../../foundation/unclaimed.js';
import { FaqList } from './faq-list.js';

if (isUnclaimed('faq-list', FaqList)) customElements.define('faq-list', FaqList);
