// What our rules cost a page: a browser tries a rule on every element unless it can tell beforehand that it is
// not meant. A thousand paragraphs cost twice the style work where one sheet did not let it.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { CSSResult } from 'lit';
import { hostRules } from '../../src/foundation/host-rules.js';

const tags = readdirSync('src/elements');

/** The parts of a list, by commas that stand in no bracket. */
function listed(selectors: string): string[] {
  let depth = 0;
  let found = '';
  for (const character of selectors) {
    depth += '([{'.includes(character) ? 1 : ')]}'.includes(character) ? -1 : 0;
    found += character === ',' && depth === 0 ? '\n' : character;
  }
  return found.split('\n').map((selector) => selector.trim());
}

function selectorsOf({ cssText }: CSSResult): string[] {
  const rules = cssText
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .matchAll(/(?<=^|[{};])([^{};@]+)\{/g);
  return [...rules].flatMap(([, selectors = '']) => listed(selectors));
}

/** Whether a selector names the tag outside of lists in brackets, alone in a `:where` at the most. */
function isFoundByTag(selector: string, tag: string): boolean {
  let outside = selector;
  for (let before = ''; before !== outside;) {
    before = outside;
    const alone = new RegExp(`:where\\((${tag}(?:[:[][^(),]*)?)\\)`, 'g');
    outside = outside.replace(alone, '$1').replace(/:[a-z-]+\([^()]*\)/g, '');
  }
  return new RegExp(`(?:^|[ >+~])${tag}(?![\\w-])`).test(outside);
}

/* Meant for the page: what the sticky bar covers, and headings that a list of contents leads to. */
const FOR_THE_PAGE = /^:root:has\(call-cta|^:where\( ?section\[id\]/;

describe('what our rules cost a page', () => {
  it('is told by a test that sees the difference', () => {
    const found = (selector: string) => isFoundByTag(selector, 'article-hero');
    assert.equal(found('article-hero:not(._):not(._) > :is(p:has(time), a)'), true);
    assert.equal(found(':where(article-hero) :where(a:any-link)'), true);
    assert.equal(found(':where(article-hero[layout])'), true);
    assert.equal(found(':is(article-hero, article-hero > :is(header, div)):not(._) > p'), false);
    assert.equal(found(':where(article-hero, article-card)'), false);
    assert.equal(found('p:has(> a)'), false);
  });

  it('has a selector for each tag in what all elements share', () => {
    for (const tag of tags)
      for (const selector of selectorsOf({ cssText: hostRules(tag) } as CSSResult))
        assert.ok(isFoundByTag(selector, tag), selector);
    assert.match(hostRules('a-b', 'c-d'), /:where\(a-b\)\[hidden\],:where\(c-d\)\[hidden\] \{/);
  });

  for (const tag of tags) {
    it(`${tag}: a browser finds its rules by the tag`, async () => {
      const { lightStyles, pageStyles } = (await import(
        `../../src/elements/${tag}/${tag}.styles.ts`
      )) as Partial<Record<string, CSSResult>>;
      const selectors = [lightStyles, pageStyles].flatMap((sheet) =>
        sheet ? selectorsOf(sheet) : [],
      );
      assert.notEqual(selectors.length, 0);
      for (const selector of selectors) {
        if (/^(?:from|to|\d+%)$/.test(selector) || FOR_THE_PAGE.test(selector)) continue;
        assert.ok(isFoundByTag(selector, tag), selector);
      }
    });
  }
});
