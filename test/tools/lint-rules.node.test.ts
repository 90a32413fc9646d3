// The house rules of eslint.config.js catch what they are for. The plants are read as if they stood in files
// that are there, because rules that know types need a file of the project.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { root } from './support.js';

const eslint = new ESLint({
  cwd: root,
  // Where CI is set, typescript-eslint takes a run for the only one and reads each file from the disk, not
  // the text that it is given.
  overrideConfig: {
    languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
  },
});

/** The rules that each line of a text breaks, without double naming. */
async function rulesByLine(text: string, file: string): Promise<Map<number, Set<string>>> {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  const found = new Map<number, Set<string>>();
  for (const { line, ruleId } of result?.messages ?? []) {
    found.set(line, (found.get(line) ?? new Set()).add(ruleId ?? 'does not parse'));
  }
  return found;
}

/** Each plant is one line, and breaks the rule beside it. */
async function check(file: string, head: string[], plants: [rule: string, line: string][]) {
  const text = [...head, ...plants.map(([, line]) => line)].join('\n');
  const found = await rulesByLine(text, file);
  for (const [index, [rule, line]] of plants.entries()) {
    const rules = [...(found.get(head.length + index + 1) ?? [])];
    assert.ok(rules.includes(rule), `${rule} says nothing of ${line}\n${rules.join()}`);
  }
}

describe('lint rules', { timeout: 300_000 }, () => {
  it('keep markup sinks, inline styles and storage out of the library', () =>
    check(
      'src/elements/call-cta/call-cta.ts',
      [`import { html } from 'lit';`, `declare const v: string, el: HTMLElement;`],
      [
        ['no-restricted-imports', `import { styleMap } from 'lit/directives/style-map.js';`],
        ['no-restricted-imports', `import { unsafeHTML } from 'lit/directives/unsafe-html.js';`],
        ['no-restricted-imports', `import { customElement } from 'lit/decorators.js';`],
        ['no-restricted-imports', `import { render } from 'lit-html';`],
        ['no-restricted-properties', `el.innerHTML = v;`],
        ['no-restricted-properties', `el.outerHTML = v;`],
        ['no-restricted-properties', `el.insertAdjacentHTML('beforeend', v);`],
        ['no-restricted-properties', `document.cookie = v;`],
        ['no-restricted-globals', `new DOMParser();`],
        ['no-eval', `eval(v);`],
        ['no-new-func', `new Function(v);`],
        ['no-restricted-syntax', `el.setAttribute('style', v);`],
        ['no-restricted-syntax', 'export const a = html`<p style="color: red"></p>`;'],
        ['no-restricted-syntax', 'export const b = html`<p style=${v}></p>`;'],
        ['no-restricted-syntax', 'export const c = html`<style>p {}</style>`;'],
        ['no-restricted-syntax', 'export const d = html`<p .innerHTML=${v}></p>`;'],
        ['no-restricted-syntax', 'export const e = html`<iframe title="x" srcdoc=${v}></iframe>`;'],
        ['no-restricted-syntax', 'export const f = html`<p onclick="x()"></p>`;'],
        ['no-restricted-syntax', `customElements.define('call-cta', HTMLElement);`],
        ['no-console', `console.log(v);`],
        ['@typescript-eslint/no-floating-promises', `fetch(v);`],
        ['@typescript-eslint/explicit-module-boundary-types', `export const g = () => html\`\`;`],
      ],
    ));

  it('let a property binding of a style pass, which a policy allows', async () => {
    const text = "import { html } from 'lit';\nexport const a = html`<p .style=${'x: 1'}></p>`;";
    const found = await rulesByLine(text, 'src/elements/call-cta/call-cta.ts');
    assert.deepEqual([...(found.get(2) ?? [])], []);
  });

  it('keep a define.ts to its guarded definition', () =>
    check(
      'src/elements/call-cta/define.ts',
      [`import { CallCta } from './call-cta.js';`],
      [
        ['no-restricted-syntax', `customElements.define('call-cta', CallCta);`],
        ['no-restricted-syntax', `export const other = 1;`],
      ],
    ));

  it('ask for words with assertions that could hang', () =>
    check(
      'test/leads/lead.node.test.ts',
      [`import assert from 'node:assert/strict';`, `import { ok } from 'node:assert';`],
      [
        ['no-restricted-syntax', `assert.ok(1);`],
        ['no-restricted-syntax', `assert(1);`],
        ['no-restricted-syntax', `ok(1);`],
        ['@typescript-eslint/no-floating-promises', `fetch('x');`],
      ],
    ));
});
