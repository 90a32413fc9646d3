// The built library under the strictest policy: every source is read without DOMParser and innerHTML.
import { expect, fixture, html } from '@open-wc/testing';

interface Strict extends Window {
  violations: string[];
}

describe('under a strict policy with Trusted Types', () => {
  for (const [source, src, count] of [
    ['rss', 'feeds/wordpress-rss.xml', 10],
    ['RSS 1.0', 'feeds/wordpress-rdf.xml', 10],
    ['atom', 'feeds/wordpress-atom.xml', 10],
    ['a page', 'pages/wordpress-classic-theme.html', 5],
    ['json', 'wordpress-rest/posts-embed-3.json', 3],
  ] as const) {
    it(`${source} is read and shown`, async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      const frame = document.createElement('iframe');
      frame.src = '/strict-page';
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      place.append(frame);
      await loaded;
      const page = frame.contentWindow as unknown as Strict & typeof globalThis;
      await page.customElements.whenDefined('related-posts');
      const list = page.document.createElement('related-posts');
      for (const [name, value] of [
        ['src', `/test/fixtures/${src}`],
        ['eager', ''],
        ['limit', '24'],
      ] as const)
        list.setAttribute(name, value);
      const shown = new Promise<number>((resolve, reject) => {
        list.addEventListener('posts-load', (event) => resolve(event.count));
        list.addEventListener('posts-error', ({ code }) => reject(new Error(code)));
      });
      page.document.body.append(list);
      expect(await shown).to.equal(count);
      // The pictures of the recorded site are at an address of their own.
      expect(page.violations.filter((line) => !line.startsWith('img-src'))).to.deep.equal([]);
    });
  }
});
