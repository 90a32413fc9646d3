import '../open-hours/define.js';
import { isUnclaimed } from '../../foundation/unclaimed.js';
import { ClinicLocation } from './clinic-location.js';

if (isUnclaimed('clinic-location', ClinicLocation))
  customElements.define('clinic-location', ClinicLocation);
