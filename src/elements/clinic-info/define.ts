import { isUnclaimed } from '../../foundation/unclaimed.js';
import { ClinicInfo } from './clinic-info.js';

if (isUnclaimed('clinic-info', ClinicInfo)) customElements.define('clinic-info', ClinicInfo);
