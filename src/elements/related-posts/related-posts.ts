import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { childOf } from '../../foundation/child.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { headingAt } from '../../foundation/heading.js';
import { messagesAt } from '../../foundation/locale.js';
import { whenNearViewport } from '../../foundation/near-viewport.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import { relatedPosts as english } from '../../locales/en/related-posts.js';
import type { Post, PostsError, PostsSource } from '../../posts/post.js';
import { ArticleCard, type ArticleCardLayout } from '../article-card/article-card.js';
import { PostsErrorEvent, PostsLoadEvent } from './events.js';
import { lightStyles, styles } from './related-posts.styles.js';

/* What decides which posts are shown. */
const ASKED = 'src source categories tags pinned exclude order limit eager'.split(' ');

type Progress = 'idle' | 'waiting' | 'shown' | 'failed';

/**
 * A labelled list of article cards: the author's own, or those most like the page from anything that a CMS
 * can say.
 *
 * Children (cards, links or a list of links) are the posts. With `src`, or with posts as JSON in a `<script
 * type="application/json">` child, they are what shows without script, and what stays when no posts arrive.
 *
 * @slot - Cards, links, or a list of them.
 * @fires {PostsLoadEvent} posts-load - Posts were fetched and are shown.
 * @fires {PostsErrorEvent} posts-error - Posts could not be had; the children stay.
 * @csspart heading - The list's heading.
 * @csspart list - The list of fetched posts.
 * @csspart failure - What is said where there are neither posts nor children.
 * @cssprop [--related-posts-card-width=16rem] - The least width of a card; it decides how many stand side by side.
 * @cssState loading - Posts are being fetched.
 * @cssState failed - Posts could not be had.
 * @cssState empty - There is nothing to show, and nothing on its way.
 */
export class RelatedPosts extends ClinicElement {
  static override properties: PropertyDeclarations = {
    src: {},
    source: {},
    categories: {},
    tags: {},
    pinned: {},
    order: {},
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

  /**
   * Where posts come from: a WordPress (its root, or a `/wp-json/wp/v2/posts` address), a feed, a JSON file, or
   * a page with links (`/blog/#latest` looks into that element alone).
   */
  declare src: string | undefined;
  /** What `src` is; told from its answer by default. */
  declare source: PostsSource;
  /** Only posts of these categories: names, slugs or, in a WordPress, ids, separated by commas. */
  declare categories: string | undefined;
  /** Only posts with these tags, likewise. */
  declare tags: string | undefined;
  /** Addresses or ids of posts that come first, where the source has them, separated by spaces or commas. */
  declare pinned: string | undefined;
  /** Which come first: those most like the page, or the newest. */
  declare order: 'relevance' | 'date';
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
  /** A failure that may be over when it is asked again. */
  #mayPass = false;

  constructor() {
    super();
    this.source = 'auto';
    this.order = 'relevance';
    this.limit = 3;
    this.headingLevel = 2;
    this.layout = 'vertical';
    this.eager = false;
    this.progress = 'idle';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.progress !== 'shown') this.#start();
    addEventListener('online', this.#retry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    removeEventListener('online', this.#retry);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // After this update: it schedules another one.
    if (ASKED.some((name) => changed.has(name))) queueMicrotask(() => this.#start());
    // Without its bullets a list is none to VoiceOver, unless that is said.
    for (const list of this.querySelectorAll(':scope > :is(ul, ol):not([role])'))
      list.setAttribute('role', 'list');
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
      <slot ?hidden=${replaced} @slotchange=${this.#childrenChanged}></slot>
      ${replaced ? (this.progress === 'shown' ? this.#list() : this.#placeholders()) : nothing}
      ${this.#isWorthSaying() ? this.#failure() : nothing}`;
  }

  /** Posts may be among children that come late, or that an editor tore out and that are put back. */
  #childrenChanged(): void {
    this.requestUpdate();
    if (this.progress === 'idle' && this.#json()) this.#start();
  }

  /** With children nothing is said: they are good reading too; nor where asking again would not help. */
  #isWorthSaying(): boolean {
    return this.progress === 'failed' && this.#mayPass && !this.#hasChildren();
  }

  #failure(): TemplateResult {
    const words = messagesAt(this, 'relatedPosts', english);
    return html`<p class="failure" part="failure" role="status">
      ${navigator.onLine === false ? words.offline : words.failed}
      <button type="button" @click=${() => this.#start(true)}>${words.again}</button>
    </p>`;
  }

  /** The network is back. */
  #retry = (): void => {
    if (this.progress === 'failed' && this.#mayPass) this.#start();
  };

  #list(): TemplateResult {
    const level = Math.min(6, integerBetween(this.headingLevel, 2, 6, 2) + 1);
    return html`<ul part="list" role="list">
      ${this.#posts.map(
        (post) =>
          html`<li>
            <article-card
              lang=${post.language ?? nothing}
              dir=${post.language ? 'auto' : nothing}
              href=${post.url}
              heading=${post.title}
              heading-level=${level}
              excerpt=${post.excerpt ?? ''}
              image=${post.image?.url ?? nothing}
              image-alt=${post.image?.alt ?? ''}
              image-srcset=${post.image?.srcset ?? nothing}
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
  #start(atOnce = this.eager): void {
    this.#stop();
    if (!(this.src || this.#json()) || !this.isConnected) {
      this.progress = 'idle';
      return;
    }
    this.progress = 'waiting';
    if (atOnce) void this.#load();
    else this.#stopWaiting = whenNearViewport(this, () => void this.#load());
  }

  #stop(): void {
    this.#stopWaiting?.();
    this.#abort?.abort();
    this.#abort = undefined;
  }

  /** Posts that stand among the children. */
  #json(): Element | null {
    return this.querySelector('[type^="application/json" i]');
  }

  async #load(): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    try {
      const [{ relatedPosts }] = await Promise.all([
        import('../../posts/related.js'),
        ArticleCard.prepare(),
      ]);
      const { src, baseURI: base, source, categories, tags, exclude, pinned } = this;
      const { posts } = await relatedPosts({
        src,
        json: src ? undefined : this.#json()?.textContent,
        base,
        source,
        categories,
        tags,
        exclude,
        pinned,
        order: this.order === 'date' ? 'date' : 'relevance',
        limit: this.#limit(),
        profile: (read) => read(document, 'related-posts, article-card'),
        signal,
      });
      if (signal.aborted) return;
      this.#posts = posts;
      this.progress = posts.length ? 'shown' : 'idle';
      await this.updateComplete;
      this.dispatchEvent(new PostsLoadEvent(posts.length));
    } catch (error) {
      if (signal.aborted) return;
      // By its code and not by its class: what loads later may be another copy of the class.
      const { code = 'network', status } = error as Partial<PostsError>;
      this.#mayPass = /^(?:network|timeout)$/.test(code) || status === 429 || (status ?? 0) >= 500;
      this.progress = 'failed';
      const where = this.src ? '"src"' : 'the JSON inside';
      this.warn(
        `no posts from ${where} (${code}${status ? ` ${status}` : ''}); the children stay.`,
      );
      this.dispatchEvent(new PostsErrorEvent(code, status));
    }
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
    return this.blind || !!childOf(this, ':scope > :not(br, p:empty, [hidden], script, template)');
  }

  /** Nothing to show and nothing on its way: not even a heading, then. */
  #isEmpty(): boolean {
    const silent = this.progress === 'idle' || this.progress === 'failed';
    return silent && !this.#hasChildren() && !this.#isWorthSaying();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'related-posts': RelatedPosts;
  }
}
