import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { DeliveryPolicy } from '../src/leads/delivery.js';
import { json as jsonTransport } from '../src/leads/transports/json.js';
import type { Transport } from '../src/leads/transports/transport.js';
import { accepting, ANSWERS, boxOf, filledAndSent } from './contact-form-support.js';
import { answering, expect, json, never, offline, until, within, wordsOf } from './support.js';

interface Args {
  action: string;
  /** Hurries the tries, so that a story need not take a minute. */
  deliveryPolicy?: Partial<DeliveryPolicy>;
  transport?: Transport;
}

const QUICK: Partial<DeliveryPolicy> = { tryTime: 300, firstPause: 10, longestPause: 20 };

const meta: Meta<Args> = {
  title: 'Elements/contact-form/When sending is not simple',
  component: 'contact-form',
  tags: ['!autodocs'],
  args: { deliveryPolicy: QUICK },
  render: ({ action, deliveryPolicy, transport }) =>
    html`<contact-form
      action=${action}
      heading="Send us a message"
      phone="(210) 555-0142"
      .deliveryPolicy=${deliveryPolicy}
      .transport=${transport}
    ></contact-form>`,
};
export default meta;

type Story = StoryObj<Args>;

/** After Send, waits for what the visitor is told, and looks whether everything typed is still there. */
const told = (words: string): NonNullable<Story['play']> =>
  async function play({ canvasElement }) {
    const form = await filledAndSent(canvasElement);
    await until(() => wordsOf(boxOf(form)).includes(words), `"${words}"`);
    const written = within<HTMLTextAreaElement>(form, '[name="message"]')?.value;
    expect(written === ANSWERS.message, 'What was typed is still there');
  };

const UNCONFIRMED = 'could not confirm';

/** It takes longer than eight seconds (here: at once). */
export const StillSending: Story = {
  args: { action: '/delivery/slow', deliveryPolicy: { slowAfter: 1 } },
  beforeEach: answering('/delivery/slow', never),
  play: async ({ canvasElement }) => {
    const form = await filledAndSent(canvasElement);
    const status = () => wordsOf(within(form, '[data-clinic="status"]'));
    await until(() => status().startsWith('Still sending'), 'the words for a slow network');
  },
};

/** There is no network. The message waits, and goes by itself when there is one. */
export const Offline: Story = {
  args: { action: '/delivery/offline' },
  beforeEach: () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    const stop = answering('/delivery/offline', offline)();
    return () => {
      Reflect.deleteProperty(navigator, 'onLine');
      stop();
    };
  },
  play: told('You are offline'),
};

/** Nothing answered, five times. It may have arrived: equal ids are counted once. */
export const NoAnswer: Story = {
  args: { action: '/delivery/none' },
  beforeEach: answering('/delivery/none', offline),
  play: told(UNCONFIRMED),
};

/** The same, with an endpoint that counts equal messages twice: tried once, and said so. */
export const NoAnswerTriedOnce: Story = {
  args: { action: '/delivery/once', transport: { ...jsonTransport, foldsEqualIds: false } },
  beforeEach: answering('/delivery/once', offline),
  play: told('may get it twice'),
};

/** A hotel’s log-in page answers in the server’s place, with status 200. */
export const CaptivePortal: Story = {
  args: { action: '/delivery/portal' },
  beforeEach: answering(
    '/delivery/portal',
    () =>
      new Response('<h1>Welcome to our Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } }),
  ),
  play: told(UNCONFIRMED),
};

/** The server is busy for longer than anybody should wait. */
export const Busy: Story = {
  args: { action: '/delivery/busy' },
  beforeEach: answering('/delivery/busy', () => json({}, 503, { 'retry-after': '86400' })),
  play: told(UNCONFIRMED),
};

/** A firewall refuses the message. */
export const Refused: Story = {
  args: { action: '/delivery/refused' },
  beforeEach: answering(
    '/delivery/refused',
    () =>
      new Response('<h1>Blocked</h1>', { status: 403, headers: { 'content-type': 'text/html' } }),
  ),
  play: told('not working right now'),
};

/** The server says no, without a word why. */
export const NoWithoutReason: Story = {
  args: { action: '/delivery/no' },
  beforeEach: answering('/delivery/no', () => json({ ok: false })),
  play: told('could not accept'),
};

/** The server crashed twice, then it had the message: the visitor sees only that it arrived. */
export const ThirdTryArrives: Story = {
  args: { action: '/delivery/third' },
  beforeEach: () => {
    let tries = 0;
    return answering('/delivery/third', (request) =>
      ++tries < 3 ? json({}, 500) : accepting(request),
    )();
  },
  play: async ({ canvasElement }) => {
    const form = await filledAndSent(canvasElement);
    await until(() => within(form, '[part="thanks"]'), 'the thank-you');
  },
};

/** Something was changed while the message was on its way: that much was not sent, and stays. */
export const ChangedMeanwhile: Story = {
  args: { action: '/delivery/changed' },
  beforeEach: answering('/delivery/changed', async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return accepting(request);
  }),
  play: async ({ canvasElement }) => {
    const form = await filledAndSent(canvasElement);
    await until(() => form.matches(':state(sending)'), 'the message to be on its way');
    form.prefill({ message: 'Evenings are better after all.' });
    await until(() => wordsOf(boxOf(form)).includes('has arrived'), 'what was sent and what not');
    const written = within<HTMLTextAreaElement>(form, '[name="message"]')?.value;
    expect(written === 'Evenings are better after all.', 'The change is still there');
  },
};
