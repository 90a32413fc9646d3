/**
 * For pages whose elements a server rendered: lets Lit take the server's markup over instead of rendering
 * a second copy beside it. Import it before any element, on the server too: it waits for what forms load
 * later elsewhere, so that both sides render the same. Needs `@lit-labs/ssr-client`.
 */
import './foundation/hydrate-support.js';
import { ContactForm } from './elements/contact-form/contact-form.js';
import { ClinicElement } from './foundation/clinic-element.js';

interface Hydrated {
  internals?: ElementInternals;
  shadowRoot?: ShadowRoot | null;
  blind: boolean;
  updateComplete: Promise<boolean>;
  createRenderRoot(): HTMLElement | DocumentFragment;
  requestUpdate(): void;
}

const element = ClinicElement.prototype as unknown as Hydrated;
const { createRenderRoot } = element;

/**
 * Lit looks for a declared root at `this.shadowRoot`, which does not show a closed one. The one that
 * ElementInternals knows stands there meanwhile.
 */
element.createRenderRoot = function (this: Hydrated) {
  const declared = this.shadowRoot ? null : this.internals?.shadowRoot;
  if (!declared) return createRenderRoot.call(this);
  // What the server did not see must not be seen either, the first time.
  const see = (): void => {
    this.blind = false;
    this.requestUpdate();
  };
  this.blind = true;
  this.updateComplete.then(see, see);
  Object.defineProperty(this, 'shadowRoot', { value: declared, configurable: true });
  try {
    return createRenderRoot.call(this);
  } finally {
    delete this.shadowRoot;
  }
};

await ContactForm.prepare();
