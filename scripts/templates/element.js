// @ts-check
// What `npm run new` writes: an element that is complete but thin, in this house's idiom. Every sentence
// is to be replaced; every line passes the checks as it stands.

/**
 * @param {string} tag - e.g. `article-hero`
 * @param {string} className - e.g. `ArticleHero`
 * @returns {Record<string, string>} text by path
 */
export const elementFiles = (tag, className) => ({
  [`src/elements/${tag}/${tag}.ts`]: `\
import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { collapse } from '../../foundation/text.js';
import { lightStyles, styles } from './${tag}.styles.js';

/**
 * What a visitor gets from it, in one sentence.
 *
 * What the author writes between the tags, and what may be an attribute instead.
 *
 * @slot - What it is about, in the author's own words and links.
 * @csspart label - The words from \`label\`.
 * @cssprop [--${tag}-gap=0.5rem] - Room between the label and what follows; the theme's space by default.
 */
export class ${className} extends ClinicElement {
  static override properties: PropertyDeclarations = {
    label: {},
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** A few words above the rest, as plain text. */
  declare label: string | undefined;

  protected override render(): TemplateResult {
    const label = collapse(this.label);
    return html\`\${label ? html\`<p class="label" part="label">\${label}</p>\` : nothing}<slot></slot>\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}
`,

  [`src/elements/${tag}/${tag}.styles.ts`]: `\
import { css, type CSSResult } from 'lit';

const label = css\`
  margin: 0 0 var(--${tag}-gap, var(--_space));
  font-weight: 600;
  line-height: 1.35;
  text-wrap: balance;
\`;

/** What must reach the author's own children, and the host in a page. Any rule of the page wins. */
export const lightStyles: CSSResult = css\`
  :where(${tag}) {
    margin-block: calc(2 * var(--_space));
  }
  @media print {
    :where(${tag}) {
      break-inside: avoid;
    }
  }
\`;

export const styles: CSSResult = css\`
  .label {
    \${label}
  }
\`;

/** What holds the place until the script runs. */
export const pageStyles: CSSResult = css\`
  :where(${tag}[label]:not(:defined))::before {
    content: attr(label);
    display: block;
    \${label}
  }
\`;
`,

  [`src/elements/${tag}/define.ts`]: `\
import { isUnclaimed } from '../../foundation/unclaimed.js';
import { ${className} } from './${tag}.js';

if (isUnclaimed('${tag}', ${className})) customElements.define('${tag}', ${className});
`,

  [`stories/${tag}.stories.ts`]: `\
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, find, within, wordsOf } from './support.js';

interface Args {
  label?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/${tag}',
  component: '${tag}',
  parameters: {
    guide: \`
**What a designer should know first**, in a sentence. Then when to use it, when something else is better,
and what to write in it.
\`,
  },
  render: ({ label }) =>
    html\`<${tag} label=\${label ?? nothing}><p>Words of the page’s author.</p></${tag}>\`,
};
export default meta;

type Story = StoryObj<Args>;

/** With everything that it can show. */
export const Attributes: Story = {
  args: { label: 'A few words above' },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, '${tag}');
    await element.updateComplete;
    const label = wordsOf(within(element, '[part="label"]'));
    expect(label === 'A few words above', \`The label reads \${label}\`);
  },
};

/** The author’s words alone. */
export const ChildrenOnly: Story = {
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, '${tag}');
    await element.updateComplete;
    expect(!within(element, '[part="label"]'), 'There is no label');
    expect(wordsOf(element) === 'Words of the page’s author.', 'The author’s words are there');
  },
};

/** A long label wraps. */
export const LongLabel: Story = {
  args: {
    label:
      'More words than anybody planned for, as they come out of an editor on the day before a clinic opens',
  },
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  render: () =>
    html\`<${tag} label=" A few  words above "
      ><br />
      <p>Words of the page’s author.</p>
      <p></p>
      <br
    /></${tag}>\`,
};
`,

  [`test/elements/${tag}.browser.test.ts`]: `\
// What a visitor and an author meet in ${tag}. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/${tag}/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { ${className} } from '../../src/elements/${tag}/${tag}.js';

const labelOf = (element: ${className}): string | null | undefined =>
  element.renderRoot.querySelector('[part="label"]')?.textContent;

describe('<${tag}>', () => {
  it('shows its label above the words of the author', async () => {
    const element = await fixture<${className}>(
      html\`<${tag} label="Good to know"><p id="words">Walk every day.</p></${tag}>\`,
    );
    const words = element.querySelector('#words')!;
    expect(labelOf(element)).to.equal('Good to know');
    expect(words.assignedSlot, 'the author’s words are shown').to.exist;
    expect(words.getBoundingClientRect().top).to.be.greaterThan(
      element.getBoundingClientRect().top,
    );
  });

  it('shows no label where none is given, or only white space', async () => {
    const element = await fixture<${className}>(
      html\`<${tag}><p>Walk every day.</p></${tag}>\`,
    );
    expect(labelOf(element)).to.equal(undefined);
    element.label = ' \\n ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal(undefined);
  });

  it('follows its label', async () => {
    const element = await fixture<${className}>(html\`<${tag}></${tag}>\`);
    element.label = '  Good\\n to know ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Good to know');
  });
});
`,
});
