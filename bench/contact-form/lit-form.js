// @ts-check
// The same form written the usual Lit way, and nothing more: what ours is measured against.
import { css, html, LitElement, nothing } from 'lit';

const FIELDS = [
  { name: 'name', label: 'Your name', type: 'text', required: true },
  { name: 'email', label: 'Email', type: 'email', required: true },
  { name: 'phone', label: 'Phone', type: 'tel', required: true },
  { name: 'best_time', label: 'Best time', type: 'text', required: false },
  { name: 'message', label: 'Message', type: 'textarea', required: true },
];

class LitForm extends LitElement {
  /** @override */
  static properties = {
    action: {},
    values: { state: true },
    errors: { state: true },
    sent: { state: true },
  };

  /** @override */
  static styles = css`
    form {
      display: grid;
      gap: 1.25rem;
      max-width: 40rem;
    }
    label {
      display: block;
      margin-bottom: 0.25rem;
      font-weight: 600;
    }
    input,
    textarea {
      box-sizing: border-box;
      width: 100%;
      min-height: 3rem;
      padding: 0.75rem;
      border: 1px solid #4a5c5f;
      border-radius: 0.5rem;
      font: inherit;
    }
    textarea {
      min-height: 8.5rem;
      resize: vertical;
    }
    :is(input, textarea, button):focus-visible {
      outline: 3px solid #14565e;
      outline-offset: 2px;
    }
    [aria-invalid='true'] {
      border-color: #a3231d;
    }
    .error {
      margin: 0.25rem 0 0;
      color: #a3231d;
    }
    button {
      justify-self: start;
      min-height: 3.25rem;
      padding: 0.6rem 2rem;
      border: 0;
      border-radius: 0.75rem;
      background: #14565e;
      color: #fff;
      font: inherit;
      font-weight: 650;
    }
  `;

  constructor() {
    super();
    this.action = '';
    /** @type {Record<string, string>} */
    this.values = {};
    /** @type {Record<string, string>} */
    this.errors = {};
    this.sent = false;
  }

  /** @override */
  render() {
    if (this.sent) return html`<p role="status">Thank you. Your message has arrived.</p>`;
    return html`<form action=${this.action} method="post" novalidate @submit=${this.onSubmit}>
      ${FIELDS.map((field) => this.renderField(field))}
      <button type="submit">Send</button>
    </form>`;
  }

  /** @param {typeof FIELDS[number]} field */
  renderField({ name, label, type, required }) {
    const error = this.errors[name];
    const value = this.values[name] ?? '';
    const describedBy = error ? `${name}-error` : nothing;
    return html`<div class="field">
      <label for=${name}>${label}</label>
      ${
        type === 'textarea'
          ? html`<textarea
              id=${name}
              name=${name}
              rows="4"
              .value=${value}
              ?required=${required}
              aria-invalid=${error ? 'true' : 'false'}
              aria-describedby=${describedBy}
              @input=${this.onInput}
            ></textarea>`
          : html`<input
              id=${name}
              name=${name}
              type=${type}
              .value=${value}
              ?required=${required}
              aria-invalid=${error ? 'true' : 'false'}
              aria-describedby=${describedBy}
              @input=${this.onInput}
            />`
      }
      ${error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing}
    </div>`;
  }

  /** @param {InputEvent} event */
  onInput(event) {
    const { name, value, validity } = /** @type {HTMLInputElement} */ (event.target);
    this.values = { ...this.values, [name]: value };
    if (this.errors[name] && validity.valid) this.errors = { ...this.errors, [name]: '' };
  }

  /** @param {SubmitEvent} event */
  async onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    /** @type {Record<string, string>} */
    const errors = {};
    for (const { name } of FIELDS) {
      const input = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
      if (!input.validity.valid) errors[name] = input.validationMessage;
    }
    this.errors = errors;
    const [first] = Object.keys(errors);
    if (first) {
      await this.updateComplete;
      /** @type {HTMLInputElement} */ (form.elements.namedItem(first)).focus();
      return;
    }
    const body = new URLSearchParams(Object.entries(this.values));
    const response = await fetch(this.action, { method: 'POST', body });
    this.sent = response.ok;
  }
}

customElements.define('lit-form', LitForm);
