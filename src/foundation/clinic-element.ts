import { LitElement, type CSSResult, type CSSResultGroup, type CSSResultOrNative } from 'lit';
import { enterPage } from './enter-page.js';
import { hostStyles } from './host.styles.js';
import { version } from './version.js';
import { warn } from './warn.js';

/**
 * What the elements have in common: a closed shadow root, the shared host styles, light styles adopted
 * once per root, and words in the page's language.
 *
 * The root is closed because call-tracking scripts walk an open root instead of the light children, and
 * because a listener on the document reads what is typed in an open root. `renderRoot` is there for
 * tests; `clinic-elements/testing` opens roots.
 */
export abstract class ClinicElement extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'closed' };

  /** The package's version, told apart when two copies meet on a page. */
  static readonly version = version;

  /** Rules for the author's own children; also part of clinic-elements.css. */
  static lightStyles?: CSSResult;

  /** The name of its slot that has one. */
  static readonly slotName: string = '';

  /**
   * Whether it renders as on a server, which sees neither children nor page: there, and for the first time
   * in a browser that takes a server's markup over (hydrate.ts).
   *
   * @internal
   */
  blind = typeof document === 'undefined';

  protected readonly internals: ElementInternals | undefined = this.attachInternals?.();
  #stopFollowingLocale?: () => void;

  static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return [hostStyles, ...super.finalizeStyles(styles)];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { lightStyles } = this.constructor as typeof ClinicElement;
    this.#stopFollowingLocale = enterPage(this, lightStyles);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopFollowingLocale?.();
  }

  /** Tells the page's developer once what cannot be used and what to do. */
  protected warn(message: string): void {
    warn(this.localName, message);
  }

  /** Sets or clears an inner state, for `:state(name)` in style sheets. */
  protected setState(name: string, on: boolean): void {
    // Chromium before 125 refuses names without dashes; the state is then simply absent.
    try {
      const states = this.internals?.states;
      // Setting one again makes the browser match the style sheets again.
      if (states?.has(name) !== on) states?.[on ? 'add' : 'delete'](name);
    } catch {
      /* no custom states in this browser */
    }
  }
}
