import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, find, framed, until } from './support.js';

interface Args {
  label?: string;
  target?: string;
  children?: TemplateResult;
}

/** The link, once it knows the page around. */
const aimed = async (canvas: HTMLElement): Promise<HTMLAnchorElement> => {
  const element = find(canvas, 'skip-link');
  await element.updateComplete;
  return until(() => element.querySelector('a'), 'the link');
};

const meta: Meta<Args> = {
  title: 'Elements/skip-link',
  component: 'skip-link',
  parameters: {
    ...framed('14rem'),
    guide: `
**Out of sight until the Tab key comes to it**, and then above everything, sticky headers included. Write it first
in the \`body\`. A theme that has such a link already keeps its own: this one steps aside.

In these stories the link is shown with the focus. On a page, press Tab to see it.
`,
  },
  render: ({ label, target, children }) =>
    html`<skip-link label=${label ?? nothing} target=${target ?? nothing}>${children}</skip-link>
      <p><a href="#articles">Articles</a> · <a href="#contact">Contact</a></p>
      <main>
        <h1>Walking with a narrow spine</h1>
        <p>Short walks, more often, with a pause on every bench.</p>
      </main>`,
};
export default meta;

type Story = StoryObj<Args>;

const focus: Story['play'] = async ({ canvasElement }) => {
  const link = await aimed(canvasElement);
  link.focus();
  const { clipPath } = getComputedStyle(find(canvasElement, 'skip-link'));
  expect(clipPath === 'none' || !document.hasFocus(), 'It is in sight with the focus');
};

/** With the author’s link in it: it works without script as well. */
export const AuthoredLink: Story = {
  args: { children: html`<a href="#main">Skip to content</a>` },
  play: focus,
};

/** From nothing: the words and the target are its own. */
export const NoChildren: Story = {
  play: async (context) => {
    await focus(context);
    const link = await aimed(context.canvasElement);
    expect(link.textContent === 'Skip to main content', `It reads ${link.textContent}`);
    await until(() => link.getAttribute('href') !== null, 'an address');
  },
};

/** Words of the author’s without a link. */
export const WordsOnly: Story = { args: { children: html`Skip to the article` }, play: focus };

/** In Spanish. */
export const InSpanish: Story = {
  play: focus,
  render: (args, context) => html`<div lang="es">${meta.render!(args, context)}</div>`,
};

/** On a right-to-left page it stands at the right. */
export const RightToLeft: Story = {
  play: focus,
  render: (args, context) => html`<div dir="rtl">${meta.render!(args, context)}</div>`,
};

/** Long words wrap within a phone’s screen. */
export const LongWords: Story = {
  args: { label: 'Skip the menu, the search and the announcements and go to the article itself' },
  play: focus,
};

/** The theme has one: this one is out of sight and out of the way of the Tab key. */
export const ThemeHasOne: Story = {
  render: () =>
    html`<skip-link></skip-link>
      <p><a class="skip-link" href="#content">Skip to content, by the theme</a></p>
      <main id="content"><h1>Walking with a narrow spine</h1></main>`,
};

/** Without the focus it takes no room and is not seen. */
export const AtRest: Story = {};
