import { isUnclaimed } from '../../foundation/unclaimed.js';
import { SkipLink } from './skip-link.js';

if (isUnclaimed('skip-link', SkipLink)) customElements.define('skip-link', SkipLink);
