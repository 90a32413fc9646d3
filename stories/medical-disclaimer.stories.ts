import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { knowing } from './clinic-facts.js';
import { expect, find, wordsOf } from './support.js';

interface Args {
  kind?: 'article' | 'form' | 'checker';
  heading?: string;
  headingLevel?: number;
  country?: string;
  emergencyNumber?: string;
  crisisLine?: boolean;
  children?: TemplateResult;
}

const meta: Meta<Args> = {
  title: 'Elements/medical-disclaimer',
  component: 'medical-disclaimer',
  parameters: {
    guide: `
**Say it where it matters:** at the end of an article, beside a form, before a checker. Your own words between the
tags go before the element’s; the line with the emergency number is added unless they name it.

Give \`country\`, or a \`clinic-info\` whose facts say where the clinic is. Where the number is not known for certain, the line says “your local emergency number”: a wrong
number is worse than none. The number is never exchanged by call tracking.
`,
  },
  args: { country: 'US' },
  render: ({ kind, heading, headingLevel, country, emergencyNumber, crisisLine, children }) =>
    html`<medical-disclaimer
      kind=${kind ?? nothing}
      heading=${heading ?? nothing}
      heading-level=${headingLevel ?? nothing}
      country=${country ?? nothing}
      emergency-number=${emergencyNumber ?? nothing}
      ?crisis-line=${crisisLine}
      >${children}</medical-disclaimer
    >`,
};
export default meta;

type Story = StoryObj<Args>;

/** In one line, at the end of an article. */
export const Article: Story = {
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'medical-disclaimer');
    await element.updateComplete;
    const link = element.querySelector('a[href="tel:911"]');
    expect(wordsOf(link) === '911', 'The emergency number is a link');
  },
};

/** Beside a form. */
export const Form: Story = { args: { kind: 'form', heading: 'Before you write' } };

/** Before a checker, with the crisis line. */
export const Checker: Story = {
  args: { kind: 'checker', heading: 'What this is, and what it is not', crisisLine: true },
};

/** In the author’s own words: the emergency line is added. */
export const OwnWords: Story = {
  args: {
    children: html`<h3>Please note</h3>
      <p>
        Nothing here replaces a talk with your own clinician. <a href="#policy">How we write</a>
      </p>`,
  },
};

/** The author’s words name the number: nothing is added. */
export const OwnWordsWithNumber: Story = {
  args: {
    children: html`<p>
      This is general information. In an emergency call <a href="tel:911">911</a>.
    </p>`,
  },
};

/** In Great Britain. */
export const AnotherCountry: Story = { args: { country: 'GB' } };

/** Where the clinic is, as the page’s facts say: in the United States, on a page in British English. */
export const WhereTheClinicIs: Story = {
  args: { country: undefined },
  beforeEach: knowing(),
  render: (args, context) => html`<div lang="en-GB">${meta.render!(args, context)}</div>`,
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'medical-disclaimer');
    await element.updateComplete;
    expect(!!element.querySelector('a[href="tel:911"]'), 'The number is that of the clinic');
  },
};

/** A country whose number is not known: none is made up, and the console says what to give. */
export const UnknownCountry: Story = { args: { country: 'ZZ' } };

/** A clinic’s number is no emergency number: the country’s is shown, and the console says so. */
export const NotAnEmergencyNumber: Story = { args: { emergencyNumber: '(210) 555-0142' } };

/** In Spanish. */
export const InSpanish: Story = {
  args: { crisisLine: true, heading: 'Información importante' },
  render: (args, context) => html`<div lang="es-US">${meta.render!(args, context)}</div>`,
};

/** In a page that reads from right to left. */
export const RightToLeft: Story = {
  args: { heading: 'Good to know' },
  render: (args, context) => html`<div dir="rtl">${meta.render!(args, context)}</div>`,
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  args: {
    children: html`<br />
      <p>Nothing here replaces a talk with your own clinician.</p>
      <p></p>
      <br />`,
  },
};
