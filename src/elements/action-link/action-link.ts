import type { CSSResult, PropertyDeclarations } from 'lit';
import { withHostRules } from '../../foundation/host-rules.js';
import { LightElement } from '../../foundation/light-element.js';
import { messagesAt } from '../../foundation/locale.js';
import { AUTHORED, authoredNodes, keepMade, made, markMade } from '../../foundation/made-child.js';
import { safeLink } from '../../foundation/safe-url.js';
import { collapse } from '../../foundation/text.js';
import { actionLink as english } from '../../locales/en/action-link.js';
import { lightStyles } from './action-link.styles.js';
import { arrowAt, saysNewTab } from './link-words.js';

/** How loud it is: words with an arrow, a button, or a card that is a target as a whole. */
export type ActionLinkVariant = 'text' | 'button' | 'card';

const WATCHED = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['target', 'href'],
};

/**
 * A link that starts something, with an arrow: "Condition checker →".
 *
 * Write the link between the tags; or give `href`, and the words between the tags or in `label`. The arrow is
 * drawn and not read out, and points the other way on a right-to-left page. One that you typed behind the
 * words is neither doubled nor read out. A link that opens a new tab says so.
 *
 * @slot - The link, or its words, and what else belongs to it.
 * @cssprop [--action-link-color] - Words and arrow; made from the brand by default.
 * @cssprop [--action-link-background] - The surface of a button or a card; the theme's by default.
 */
export class ActionLink extends LightElement {
  static override properties: PropertyDeclarations = {
    href: {},
    label: {},
    description: {},
    target: {},
    variant: { reflect: true, useDefault: true },
  };
  static override lightStyles: CSSResult = withHostRules('action-link', lightStyles);

  /** Where it leads, where no child is a link: `https`, `http`, `mailto`, `tel`, `sms` or relative. */
  declare href: string | undefined;
  /** The link's words, where no child says them. */
  declare label: string | undefined;
  /** A second line, as plain text, e.g. `Eight questions, two minutes`. */
  declare description: string | undefined;
  /** `_blank` opens a new tab, where no child is a link. */
  declare target: string | undefined;
  /** How loud it is: `text`, `button` or `card`. */
  declare variant: ActionLinkVariant;

  #watcher?: MutationObserver;

  constructor() {
    super();
    this.variant = 'text';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#arrange();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
  }

  protected override updated(): void {
    this.#arrange();
  }

  #arrange(): void {
    const authored = this.querySelector('a:not([data-clinic-made])');
    const words = authoredNodes(this);
    const url = safeLink(this.href);
    if (this.href && !url)
      this.warn('"href" must be an http(s), mailto, tel, sms or relative address.');
    if (words.length && !authored && !this.href)
      this.warn('holds words without a link. Give it "href", or write a link between the tags.');
    let link = this.querySelector<HTMLAnchorElement>('a[data-clinic-made="link"]');
    if (url && words.length && !authored) link ??= linkRound(this, words);
    if (link) aim(link, url, this.target);

    const label = authored || link || words.length ? '' : collapse(this.label);
    const own = keepMade(
      this,
      'label',
      label ? made(url ? 'a' : 'span', {}, label) : undefined,
      (child) => this.prepend(child),
    );
    if (own instanceof HTMLAnchorElement) aim(own, url, this.target);
    const { newTab } = messagesAt(this, 'actionLink', english);
    for (const each of [authored, link, own])
      if (each instanceof HTMLAnchorElement) finish(each, newTab);
    const description = collapse(this.description);
    keepMade(this, 'description', description ? made('p', {}, description) : undefined);
    this.#watch();
  }

  /** From now on: what was just written is no news. A framework writes into nodes, and no slot tells of that. */
  #watch(): void {
    if (!this.isConnected) return;
    this.#watcher ??= new MutationObserver(() => this.#arrange());
    this.#watcher.takeRecords();
    this.#watcher.observe(this, WATCHED);
  }
}

/**
 * Puts a link round the author's words: those of a heading, else those before the first paragraph or in it. An
 * editor may have put something round either.
 */
function linkRound(host: Element, words: ChildNode[]): HTMLAnchorElement {
  const own = (kind: string) => host.querySelector(`:is(${kind})${AUTHORED}`);
  const first = own('p:not(:empty, [hidden])');
  const before = words.slice(
    0,
    words.findIndex((node) => node.contains(first)),
  );
  const block = own('h2, h3, h4, h5, h6') ?? (before[0] ? null : first);
  const inside = block ? [...block.childNodes] : first ? before : words;
  const link = markMade(document.createElement('a'), 'link');
  inside[0]!.before(link);
  link.append(...inside);
  return link;
}

function aim(link: HTMLAnchorElement, url: string | undefined, target: string | undefined): void {
  for (const [name, value] of Object.entries({ href: url, target: url && target })) {
    if (!value) link.removeAttribute(name);
    else if (link.getAttribute(name) !== value) link.setAttribute(name, value);
  }
}

/** Tucks the author's arrow away, and says that a new tab opens. */
function finish(link: HTMLAnchorElement, newTab: string): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const put = text.parentElement?.closest('[data-clinic-made]:not(a)');
    if (!put || !link.contains(put)) texts.push(text);
  }
  const written = texts.map(({ data }) => data).join('');
  const last = texts.findLast(({ data }) => data.trim());
  const arrow = arrowAt(written);
  if (last && arrow >= 0) {
    const start = texts.slice(0, texts.indexOf(last)).reduce((sum, { length }) => sum + length, 0);
    const tail = arrow > start ? last.splitText(arrow - start) : last;
    // Out of sight and of hearing; without script it is all the arrow there is.
    const place = markMade(document.createElement('span'), 'arrow');
    place.hidden = true;
    tail.before(place);
    place.append(tail);
  }

  const opens = link.target.toLowerCase() === '_blank' && link.hasAttribute('href');
  let note = link.querySelector('[data-clinic-made="tab"]');
  if (opens && !link.relList.contains('noopener')) link.relList.add('noopener');
  if (!opens || saysNewTab(written)) note?.remove();
  else {
    if (!note) link.append((note = markMade(document.createElement('span'), 'tab')));
    if (note.textContent !== ` ${newTab}`) note.textContent = ` ${newTab}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'action-link': ActionLink;
  }
}
