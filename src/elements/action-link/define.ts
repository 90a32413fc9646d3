import { isUnclaimed } from '../../foundation/unclaimed.js';
import { ActionLink } from './action-link.js';

if (isUnclaimed('action-link', ActionLink)) customElements.define('action-link', ActionLink);
