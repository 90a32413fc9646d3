import { ReactiveElement, type CSSResult } from 'lit';
import { enterPage } from './enter-page.js';
import { version } from './version.js';
import { warn } from './warn.js';

/**
 * The base of elements that show nothing but their children, and so have no shadow root: it would hold a bare
 * `<slot>`, and cost more than the rest of the element. What they make themselves are children too. On a server
 * they are their tags, attributes and children.
 */
export abstract class LightElement extends ReactiveElement {
  /** The package's version, told apart when two copies meet on a page. */
  static readonly version = version;

  /** Rules for the element and its children, in every root that holds one; see `withHostRules`. */
  static lightStyles: CSSResult;

  #stopFollowingLocale?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    const { lightStyles } = this.constructor as typeof LightElement;
    this.#stopFollowingLocale = enterPage(this, lightStyles);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopFollowingLocale?.();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Tells the page's developer once what cannot be used and what to do. */
  protected warn(message: string): void {
    warn(this.localName, message);
  }
}
