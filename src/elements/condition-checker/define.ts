import { isUnclaimed } from '../../foundation/unclaimed.js';
import { ConditionChecker } from './condition-checker.js';

if (isUnclaimed('condition-checker', ConditionChecker))
  customElements.define('condition-checker', ConditionChecker);
