// @ts-check
// A card written by hand, without any library: what ours is measured against.

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host {
    position: relative;
    display: grid;
    align-content: start;
    gap: 0.5rem;
    padding: 1.25rem;
    border: 1px solid #d3dcdd;
    border-radius: 0.75rem;
    background: #fff;
    box-shadow: 0 1px 2px #0001, 0 6px 18px #0001;
    overflow-wrap: anywhere;
  }
  img {
    display: block;
    width: calc(100% + 2.5rem);
    height: auto;
    aspect-ratio: 3 / 2;
    margin: -1.25rem -1.25rem 0.5rem;
    border-radius: 0.75rem 0.75rem 0 0;
    object-fit: cover;
  }
  h3 {
    margin: 0;
    font-size: 1.2em;
    line-height: 1.25;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  a:focus-visible {
    outline: 3px solid #14565e;
  }
  p {
    margin: 0;
    line-height: 1.5;
  }
  time {
    font-size: 0.875em;
  }
`);

// toLocaleDateString would make a new one each time, which takes longer than the rest of a card.
const days = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

const template = document.createElement('template');
template.innerHTML =
  '<img alt="" loading="lazy" width="600" height="400"><h3><a></a></h3><p></p><time></time>';

class VanillaCard extends HTMLElement {
  #made = false;

  connectedCallback() {
    if (this.#made) return;
    this.#made = true;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(template.content.cloneNode(true));
    const [image, heading, text, time] = root.children;
    const link = heading?.firstElementChild;
    /** @param {string} name */
    const given = (name) => this.getAttribute(name) ?? '';
    image?.setAttribute('src', given('image'));
    link?.setAttribute('href', given('href'));
    if (link) link.textContent = given('heading');
    if (text) text.textContent = given('excerpt');
    time?.setAttribute('datetime', given('published'));
    if (time) time.textContent = days.format(new Date(given('published')));
  }
}

customElements.define('vanilla-card', VanillaCard);
