import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { kneeTree } from './checker-trees.js';
import {
  finished,
  headingOf,
  press,
  render,
  usual,
  type Args,
} from './condition-checker-support.js';
import { atTime, expect, find, framed, until, within, wordsOf } from './support.js';

const meta: Meta<Args> = {
  title: 'Elements/condition-checker/Where it leads',
  component: 'condition-checker',
  tags: ['!autodocs'],
  parameters: framed('60rem'),
  args: usual,
  render: (args) =>
    html`${render(args)}<contact-form
        action="/leads"
        heading="Write to us"
        fields="name email message"
      ></contact-form>`,
  beforeEach: atTime('2026-11-26T10:00-06:00'),
};
export default meta;

type Story = StoryObj<Args>;

const leadsTo = (heading: string, answers: string[][]): Story => ({
  play: async ({ canvasElement }) => {
    const element = await finished(canvasElement, answers);
    expect(headingOf(element) === heading, `It says ${headingOf(element)}`);
  },
});

/** A sign of an emergency ends the questions at once, wherever they are. */
export const Emergency: Story = {
  play: async ({ canvasElement }) => {
    const element = await finished(canvasElement, [['Knee'], ['The leg looks crooked']]);
    const call = within<HTMLAnchorElement>(element, '.actions a')!;
    expect(call.getAttribute('href') === 'tel:911', 'The call comes first');
    expect(!within(element, '.reading'), 'There is nothing else to read');
  },
};

/** No country is known, and so no number: never a wrong one. */
export const EmergencyWithoutNumber: Story = {
  args: { country: '' },
  play: async ({ canvasElement }) => {
    const element = await finished(canvasElement, [['Knee'], ['The leg looks crooked']]);
    expect(/local emergency number/.test(wordsOf(within(element, '.actions'))), 'It says whom');
  },
};

/** Urgent: today. */
export const Urgent = leadsTo('Speak to somebody today', [
  ['Knee'],
  ['It is hot'],
  ['45'],
  ['A few days'],
]);

/** Soon, with pages to read. */
export const Soon = leadsTo('Have it looked at this week', [
  ['Knee'],
  ['It is swollen'],
  ['45'],
  ['A few days'],
]);

/** No hurry. */
export const Routine = leadsTo('Plan a visit when it suits you', [
  ['Thigh'],
  ['None'],
  ['45'],
  ['Three months'],
]);

/** What a visitor can do alone. */
export const Self = leadsTo('Give it a week of easy days', [
  ['Foot'],
  ['None'],
  ['45'],
  ['A few days'],
]);

/** The visitor sees what would be added to a message, and can change it. */
export const HandOver: Story = {
  play: async ({ canvasElement }) => {
    const element = await finished(canvasElement, [
      ['Knee'],
      ['It is swollen'],
      ['45'],
      ['A few days'],
    ]);
    await press(element, 'Ask for a visit');
    const area = await until(() => within<HTMLTextAreaElement>(element, 'textarea'), 'the text');
    expect(/version 1\.2\.0[\s\S]*How old are you\?\n– 45 years/.test(area.value), area.value);
    const message = within<HTMLTextAreaElement>(find(canvasElement, 'contact-form'), 'textarea')!;
    expect(message.value === '', 'Nothing is in the form yet');
  },
};

/** A page without a form: nothing leads there. */
export const WithoutForm: Story = {
  render,
  play: async ({ canvasElement }) => {
    const element = await finished(canvasElement, [['Knee'], ['None'], ['45'], ['A few days']]);
    expect(!within(element, '[aria-expanded]'), 'There is no way to a form');
  },
};

/** The result of a worked example says what it is. */
export const ExampleResult: Story = {
  args: { tree: kneeTree({ example: true, reviewedOn: '2025-03-01', reviewMonths: 12 }) },
  play: async ({ canvasElement }) => {
    const element = await finished(canvasElement, [['Knee'], ['None'], ['45'], ['Three months']]);
    expect(element.renderRoot.querySelectorAll('.notice').length === 2, 'Both are said');
  },
};
