import { isUnclaimed } from '../../foundation/unclaimed.js';
import { MedicalReview } from './medical-review.js';

if (isUnclaimed('medical-review', MedicalReview))
  customElements.define('medical-review', MedicalReview);
