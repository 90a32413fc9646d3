import { fixture, html, waitUntil } from '@open-wc/testing';
import type { CSSResult } from 'lit';
import { hostRules } from '../../src/foundation/host-rules.js';

/**
 * Where what follows an element stands in a page with clinic-elements.css whose script has not come, below the
 * element's top. The element's place in `markup` is followed by something with the id `after`.
 *
 * @param sheets - the element's own
 */
export async function heightBefore(
  markup: string,
  tag: string,
  width: number,
  sheets: CSSResult[],
): Promise<number> {
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe
      srcdoc="<!doctype html><title>Before</title>"
      width=${width}
      height="600"
    ></iframe>`,
  );
  await waitUntil(() => frame.contentDocument?.title === 'Before', 'the page');
  const page = frame.contentDocument!;
  const style = page.createElement('style');
  const theme = hostRules(tag);
  style.textContent = `body { margin: 0 } ${theme}${sheets.map(({ cssText }) => cssText).join('')}`;
  page.head.append(style);
  page.documentElement.style.fontFamily = getComputedStyle(document.body).fontFamily;
  page.body.innerHTML = markup;
  const height = heightOf(page, tag);
  // What comes next stands on the screen.
  frame.remove();
  return height;
}

/** The same in a page whose script has come. */
export function heightOf(page: ParentNode, tag: string): number {
  const top = (selector: string) => page.querySelector(selector)!.getBoundingClientRect().top;
  return top('#after') - top(tag);
}
