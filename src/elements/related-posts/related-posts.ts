import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { childOf } from '../../foundation/child.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { headingAt } from '../../foundation/heading.js';
import { messagesAt } from '../../foundation/locale.js';
import { whenNearViewport } from '../../foundation/near-viewport.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import { relatedPosts as english } from '../../locales/en/related-posts.js';
import { selectPosts, type Post, type PostsError } from '../../posts/post.js';
import { ArticleCard, type ArticleCardLayout } from '../article-card/article-card.js';
import { PostsErrorEvent, PostsLoadEvent } from './events.js';
import { lightStyles, styles } from './related-posts.styles.js';

type Progress = 'idle' | 'waiting' | 'shown' | 'failed';

/**
 * A labelled list of article cards: the author's own, or the newest of a WordPress.
 *
 * Children (cards, links or a list of links) are the posts. With `src` they are what shows without script,
 * and what stays when no posts arrive.
 *
 * @slot - Cards, links, or a list of them.
 * @fires {PostsLoadEvent} posts-load - Posts were fetched and are shown.
 * @fires {PostsErrorEvent} posts-error - Posts could not be had; the children stay.
 * @csspart heading - The list's heading.
 * @csspart list - The list of fetched posts.
 * @cssprop [--related-posts-card-width=16rem] - The least width of a card; it decides how many stand side by side.
 * @cssState loading - Posts are being fetched.
 * @cssState failed - Posts could not be had.
 * @cssState empty - There is nothing to show, and nothing on its way.
 */
export class RelatedPosts extends ClinicElement {
  static override properties: PropertyDeclarations = {
    src: {},
    limit: { type: Number },
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    exclude: {},
    layout: { reflect: true, useDefault: true },
    eager: { type: Boolean },
    progress: { state: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** A WordPress REST address such as `/wp-json/wp/v2/posts?categories=4`, or a WordPress site's root. */
  declare src: string | undefined;
  /** How many posts to show, 1 to 24. */
  declare limit: number;
  /** The list's heading, as plain text; "Related reading" in the page's language by default. */
  declare heading: string | undefined;
  /** Level of the heading, 2 to 6; the cards' headings are one below it. */
  declare headingLevel: number;
  /** Addresses or WordPress ids of posts to leave out, separated by spaces or commas. */
  declare exclude: string | undefined;
  /** How each card stands: see `article-card`. */
  declare layout: ArticleCardLayout;
  /** Fetches at once instead of when the list comes near the screen. */
  declare eager: boolean;

  /** @internal */
  declare progress: Progress;

  #posts: Post[] = [];
  #abort?: AbortController;
  #stopWaiting?: () => void;

  constructor() {
    super();
    this.limit = 3;
    this.headingLevel = 2;
    this.layout = 'vertical';
    this.eager = false;
    this.progress = 'idle';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.progress !== 'shown') this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // Only `src` says what is fetched. After this update: it schedules another one.
    if (changed.has('src') || changed.has('eager')) queueMicrotask(() => this.#start());
    if (!this.internals) return;
    this.setState('loading', this.progress === 'waiting');
    this.setState('failed', this.progress === 'failed');
    this.setState('empty', this.#isEmpty());
    const label = this.#isEmpty() ? null : this.#label();
    this.internals.role = label && 'region';
    this.internals.ariaLabel = label;
  }

  protected override render(): TemplateResult {
    // The children are out of sight while posts are on their way, or there; a heading of theirs is not.
    const replaced = this.progress === 'shown' || this.progress === 'waiting';
    const authored = childOf(this, ':scope > :is(h2, h3, h4, h5, h6)');
    const silent = this.blind ? !this.heading : this.#isEmpty() || (authored && !replaced);
    return html`${silent ? nothing : headingAt(html, this.headingLevel, 2, this.#label())}
      <slot ?hidden=${replaced} @slotchange=${() => this.requestUpdate()}></slot>
      ${replaced ? (this.progress === 'shown' ? this.#list() : this.#placeholders()) : nothing}`;
  }

  #list(): TemplateResult {
    const level = Math.min(6, integerBetween(this.headingLevel, 2, 6, 2) + 1);
    return html`<ul part="list" role="list">
      ${this.#posts.map(
        (post) =>
          html`<li>
            <article-card
              href=${post.url}
              heading=${post.title}
              heading-level=${level}
              excerpt=${post.excerpt ?? ''}
              image=${post.image?.url ?? nothing}
              image-alt=${post.image?.alt ?? ''}
              published=${post.published ?? nothing}
              category=${post.categories?.[0] ?? nothing}
              layout=${this.layout}
            ></article-card>
          </li>`,
      )}
    </ul>`;
  }

  #placeholders(): TemplateResult {
    const words = messagesAt(this, 'relatedPosts', english);
    return html`<p class="unseen" role="status">${words.loading}</p>
      <ul aria-hidden="true">
        ${Array.from({ length: this.#limit() }, () => html`<li></li>`)}
      </ul>`;
  }

  /** Waits for the list to come near the screen, then fetches. */
  #start(): void {
    this.#stop();
    if (!this.src || !this.isConnected) {
      this.progress = 'idle';
      return;
    }
    this.progress = 'waiting';
    if (this.eager) void this.#load(this.src);
    else this.#stopWaiting = whenNearViewport(this, () => void this.#load(this.src!));
  }

  #stop(): void {
    this.#stopWaiting?.();
    this.#abort?.abort();
    this.#abort = undefined;
  }

  async #load(src: string): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    try {
      const [{ loadPosts }] = await Promise.all([
        import('../../posts/load.js'),
        ArticleCard.prepare(),
      ]);
      const excluded = (this.exclude ?? '').split(/[\s,]+/).filter(Boolean);
      const limit = this.#limit();
      // One for the page itself and one for each exclusion may fall out again.
      const count = Math.min(100, limit + 1 + excluded.length);
      const pages = this.#pageAddresses(excluded);
      const { posts } = await loadPosts({
        ...{ src, base: this.baseURI, count, enough: limit, signal },
        exclude: [...excluded, ...pages],
      });
      if (signal.aborted) return;
      this.#posts = selectPosts(posts, pages, limit);
      this.progress = this.#posts.length ? 'shown' : 'idle';
      await this.updateComplete;
      this.dispatchEvent(new PostsLoadEvent(this.#posts.length));
    } catch (error) {
      if (signal.aborted) return;
      this.progress = 'failed';
      // By its code and not by its class: what loads later may be another copy of the class.
      const { code = 'network', status } = error as Partial<PostsError>;
      this.warn(`no posts from "src" (${code}${status ? ` ${status}` : ''}); the children stay.`);
      this.dispatchEvent(new PostsErrorEvent(code, status));
    }
  }

  /** This page's own addresses, and those of `exclude`. */
  #pageAddresses(excluded: string[]): string[] {
    const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    return [
      location.href,
      canonical ?? '',
      ...excluded.filter((part) => /[/.]/.test(part)),
    ].flatMap((address) => {
      try {
        return address ? [new URL(address, this.baseURI).href] : [];
      } catch {
        return [];
      }
    });
  }

  #label(): string {
    const authored = childOf(this, ':scope > :is(h2, h3, h4, h5, h6)')?.textContent;
    return (
      collapse(this.heading) ||
      collapse(authored) ||
      messagesAt(this, 'relatedPosts', english).heading
    );
  }

  #limit(): number {
    return integerBetween(this.limit, 1, 24, 3);
  }

  #hasChildren(): boolean {
    // A server does not see them; whoever renders there has some.
    return this.blind || !!childOf(this, ':scope > :not(br, p:empty, script, template)');
  }

  /** Nothing to show and nothing on its way: not even a heading, then. */
  #isEmpty(): boolean {
    return this.progress !== 'shown' && this.progress !== 'waiting' && !this.#hasChildren();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'related-posts': RelatedPosts;
  }
}
