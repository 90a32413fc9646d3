// An author's own words in clinic-location and provider-card stand before the script where they stand after it.
import '../../src/testing.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { CSSResult } from 'lit';
import * as place from '../../src/elements/clinic-location/clinic-location.styles.js';
import * as person from '../../src/elements/provider-card/provider-card.styles.js';
import { hostRules } from '../../src/foundation/host-rules.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
const WORDS = '<p>Ring twice, and mind the step.</p><p>We speak English and Spanish.</p>';
const MARKUP = `
  <clinic-location><img src="${PIXEL}" alt=""><h3>North</h3><address>12 Live Oak<br>Austin</address>
    ${WORDS}<table><tr><td>Monday to Friday, 8 to 5</td></tr></table></clinic-location>
  <clinic-location><h3>North</h3><address>12 Live Oak<br>Austin</address>${WORDS}</clinic-location>
  <provider-card><img src="${PIXEL}" alt=""><h3>Ana Ruiz, MD</h3>${WORDS}</provider-card>
  <provider-card><h3>Ana Ruiz, MD</h3>${WORDS}</provider-card>`;

/** As clinic-elements.css has it. */
const sheetOf = (tag: string, styles: { lightStyles: CSSResult; pageStyles: CSSResult }): string =>
  hostRules(tag) + styles.lightStyles.cssText + styles.pageStyles.cssText;

const isWebKit = /AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);

// One test: an element is defined once.
it('a place and a clinician do not move on upgrade, in a narrow column and in a wide one', async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetOf('clinic-location', place) + sheetOf('provider-card', person));
  document.adoptedStyleSheets.push(sheet);
  const columns: HTMLElement[] = [];
  for (const width of [18, 30, 56]) {
    const column = await fixture<HTMLElement>(html`<div></div>`);
    column.style.inlineSize = `${width}rem`;
    column.innerHTML = MARKUP;
    // WebKitGTK asks a container about its own "::before" only when it lays the page out again.
    if (isWebKit && width > 28) column.querySelector('provider-card:not(:has(img))')!.remove();
    columns.push(column);
  }
  const boxes = () =>
    columns.flatMap((column) =>
      [...column.querySelectorAll('*')].map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return `${node.localName} ${[x, y, width, height].map(Math.round).join()}`;
      }),
    );
  const frames = async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  };
  await frames();
  const before = boxes();
  await import('../../src/elements/clinic-location/define.js');
  await import('../../src/elements/provider-card/define.js');
  await frames();
  expect(columns[0]!.querySelector('provider-card')!.matches(':defined')).to.be.true;
  expect(boxes()).to.deep.equal(before);
  const [, , wide] = columns;
  const [picture, heading] = [...wide!.querySelectorAll('provider-card:has(img) > *')];
  expect(heading!.getBoundingClientRect().left, 'beside').to.be.at.least(
    picture!.getBoundingClientRect().right,
  );
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
});
