import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Lead } from '../src/leads/lead.js';
import { answering, json } from './support.js';
import { wordpress } from './wordpress-posts.js';

const meta: Meta = {
  title: 'Guides/Example page',
  // Shown on the page "Introduction".
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
};
export default meta;

const posts = answering('/clinic/wp-json/', wordpress());
const leads = answering('/clinic/leads', async (request) => {
  const { id } = (await request.json()) as Lead;
  return json({ ok: true, id, receipt: 'FH-7K3Q-92' }, 201);
});

/** The end of an article on a clinic’s site: all four elements together. */
export const EndOfAnArticle: StoryObj = {
  beforeEach: () => {
    const ends = [posts(), leads()];
    return () => ends.forEach((end) => end());
  },
  render: () =>
    html`<main
      style="max-inline-size: 64rem; margin-inline: auto; padding: clamp(1.25rem, 4vw, 3rem)"
    >
      <div style="max-inline-size: 40rem; font-size: 1.125rem">
        <h2 style="margin: 0; font-size: 1.728rem; line-height: 1.2">When to call us</h2>
        <p>
          Most back pain gets better within a few weeks. If it wakes you every night, or if it comes
          with fever, call us the same day.
        </p>
        <call-cta label="Talk to a nurse, Monday to Friday">
          <a href="tel:+12105550142">(210) 555-0142</a>
        </call-cta>
      </div>
      <related-posts src="/clinic/wp-json/wp/v2/posts" eager></related-posts>
      <contact-form
        action="/clinic/leads"
        heading="Ask us anything"
        phone="(210) 555-0142"
        thanks="A nurse reads every message and calls you within one working day."
      ></contact-form>
    </main>`,
};
