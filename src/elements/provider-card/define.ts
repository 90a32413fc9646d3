import { isUnclaimed } from '../../foundation/unclaimed.js';
import { ProviderCard } from './provider-card.js';

if (isUnclaimed('provider-card', ProviderCard))
  customElements.define('provider-card', ProviderCard);
