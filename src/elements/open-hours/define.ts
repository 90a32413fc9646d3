import { isUnclaimed } from '../../foundation/unclaimed.js';
import { OpenHours } from './open-hours.js';

if (isUnclaimed('open-hours', OpenHours)) customElements.define('open-hours', OpenHours);
