import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import fc from 'fast-check';
import { html, nothing, type TemplateResult } from 'lit';
import { oneTemplate } from '../../src/foundation/one-template.js';

const markup = async (result: TemplateResult) =>
  (await collectResult(render(result))).replace(/<!--.*?-->/gs, '');

const line = (text: string | undefined) => (text === undefined ? undefined : html`<p>${text}</p>`);
const link = (href: string, inside: TemplateResult | string) =>
  html`<a href=${href} title=${nothing}>${inside}</a>`;

/** Templates of several shapes, as deep as they come. */
const { tree } = fc.letrec<{ tree: TemplateResult }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.option(fc.string(), { nil: undefined }).map((text) => html`<b>${line(text)}</b>`),
    fc.tuple(fc.webUrl(), fc.string()).map(([href, text]) => link(href, text)),
    fc.tuple(tie('tree'), tie('tree')).map(([one, two]) => html`<i>${one}</i>${two}<br />`),
    fc.tuple(fc.webUrl(), tie('tree')).map(([href, inside]) => link(href, inside)),
  ),
}));

test('Nested templates become one with the same markup', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (result) => {
      const one = oneTemplate(html, result);
      assert.ok(
        one.values.every((value) => typeof value === 'string' || value === nothing),
        'a value is a template',
      );
      assert.equal(await markup(one), await markup(result));
    }),
    { numRuns: 200 },
  );
});

test('The same shape keeps its template, and another one has its own', () => {
  const card = (title: string, text?: string) =>
    oneTemplate(html, html`${line(title)}${line(text)}<slot></slot>`);
  assert.equal(card('One', 'a').strings, card('Two', 'b').strings);
  assert.equal(card('One').strings, card('Two').strings);
  assert.notEqual(card('One').strings, card('One', 'a').strings);
  assert.notEqual(
    oneTemplate(html, html`${undefined}${'x'}`).strings,
    oneTemplate(html, html`${'x'}${undefined}`).strings,
  );
});
