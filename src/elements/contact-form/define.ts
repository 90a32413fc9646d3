import { isUnclaimed } from '../../foundation/unclaimed.js';
import { ContactForm } from './contact-form.js';

if (isUnclaimed('contact-form', ContactForm)) customElements.define('contact-form', ContactForm);
