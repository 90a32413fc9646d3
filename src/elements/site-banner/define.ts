import { isUnclaimed } from '../../foundation/unclaimed.js';
import { SiteBanner } from './site-banner.js';

if (isUnclaimed('site-banner', SiteBanner)) customElements.define('site-banner', SiteBanner);
