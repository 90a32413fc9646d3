import { html, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { messagesAt } from '../../foundation/locale.js';
import { authoredNodes, keepMade, made } from '../../foundation/made-child.js';
import { collapse } from '../../foundation/text.js';
import { skipLink as english } from '../../locales/en/skip-link.js';
import { lightStyles, styles } from './skip-link.styles.js';

/* What knows the page around; the link works without it wherever it names something. */
let page: typeof import('./page-parts.js') | undefined;

/**
 * The first thing that the Tab key stops at: a link past the header, in sight only while it has the focus.
 *
 * Write it first in the `body`, with a link to your main part in it, or with nothing. Where the link names
 * nothing on the page, it leads to `main`, to `role="main"`, or to the first `h1`. The focus goes there with
 * the screen, so that the next Tab goes on from there in every browser. Where the theme has such a link among the
 * first things on the page, this one steps aside.
 *
 * @slot - The link, e.g. `<a href="#main">Skip to content</a>`.
 * @cssprop [--skip-link-z-index=100000] - How high it stands above sticky headers.
 * @cssState aside - The theme has a skip link; this one is out of sight and out of the way of the Tab key.
 */
export class SkipLink extends ClinicElement {
  static override properties: PropertyDeclarations = {
    target: {},
    label: {},
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** The id of the page's main part, e.g. `main`; by default what the page calls its main part. */
  declare target: string | undefined;
  /** The link's words, where no child says them; `Skip to main content` in the page's language by default. */
  declare label: string | undefined;

  constructor() {
    super();
    this.addEventListener?.('click', this.#skip);
    // What the link names may have come since.
    this.addEventListener?.('focusin', () => this.#aim());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    import('./page-parts.js').then(
      (loaded) => {
        page = loaded;
        if (!this.isConnected) return;
        if (document.readyState !== 'complete') addEventListener('load', this.#look);
        this.#look();
      },
      () => {
        // The browser's own jump will do.
      },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('load', this.#look);
  }

  protected override updated(): void {
    if (this.blind) return;
    this.#link();
    this.#aim();
  }

  protected override render(): TemplateResult {
    return html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  /** Looks at the page around: now, and when all of it is there. */
  #look = (): void => {
    this.setState('aside', page!.hasSkipLink(this));
    if (document.readyState !== 'complete') return;
    this.#aim();
    if (page!.isLate(this)) this.warn('stands late on the page. Write it first in the body.');
    const { target } = this;
    if (target?.trim() && !page!.partNamed(target))
      this.warn('"target" names nothing on this page; it must be the id of the main part.');
  };

  /** The author's link; or their words in one, which is theirs from then on; or our own. */
  #link(): void {
    const isAuthored = this.querySelector('a:not([data-clinic-made])');
    const words = authoredNodes(this);
    const { skip } = messagesAt(this, 'skipLink', english);
    const own = made('a', { href: '#main' }, collapse(this.label) || skip);
    keepMade(this, 'link', isAuthored || words.length ? undefined : own);
    if (isAuthored || !words.length) return;
    const link = document.createElement('a');
    link.setAttribute('href', '#main');
    link.append(...words);
    this.append(link);
  }

  /** Points the link at something that is there, and returns it. */
  #aim(): HTMLElement | undefined {
    const link = this.querySelector('a');
    const fragment = link && page?.fragmentOf(link);
    if (fragment == null) return undefined;
    const wish = collapse(this.target).replace(/^#/, '') || fragment;
    const part = page!.partNamed(wish) ?? page!.mainPart();
    if (part && page!.partNamed(fragment) !== part)
      link!.setAttribute('href', `#${page!.idOf(part, wish)}`);
    return part;
  }

  #skip = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a');
    if (!link || !page || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const part = this.#aim();
    if (part) {
      page.arriveAt(part);
      // With a <base>, the browser would leave the page.
      if (page.leadsAway(link)) event.preventDefault();
    } else if (page.fragmentOf(link) != null) {
      this.warn('found no main part. Put the page’s content into <main>.');
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'skip-link': SkipLink;
  }
}
