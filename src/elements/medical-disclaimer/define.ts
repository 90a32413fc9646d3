import { isUnclaimed } from '../../foundation/unclaimed.js';
import { MedicalDisclaimer } from './medical-disclaimer.js';

if (isUnclaimed('medical-disclaimer', MedicalDisclaimer))
  customElements.define('medical-disclaimer', MedicalDisclaimer);
