/**
 * For a consumer's tests: opens the shadow roots of elements made after this import, so that axe,
 * Storybook and end-to-end tools can look inside. Import it before any element. Not for production:
 * an open root hides phone numbers from call-tracking scripts and shows what is typed to page scripts.
 */
import { ClinicElement } from './foundation/clinic-element.js';

ClinicElement.shadowRootOptions = { ...ClinicElement.shadowRootOptions, mode: 'open' };
