import { isUnclaimed } from '../../foundation/unclaimed.js';
import { CallCta } from './call-cta.js';

if (isUnclaimed('call-cta', CallCta)) customElements.define('call-cta', CallCta);
