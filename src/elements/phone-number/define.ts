import { isUnclaimed } from '../../foundation/unclaimed.js';
import { PhoneNumber } from './phone-number.js';

if (isUnclaimed('phone-number', PhoneNumber)) customElements.define('phone-number', PhoneNumber);
