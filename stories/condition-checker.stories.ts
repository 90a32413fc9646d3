import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { kneeTree } from './checker-trees.js';
import {
  answered,
  headingOf,
  jsonOf,
  press,
  render,
  usual,
  type Args,
} from './condition-checker-support.js';
import {
  answering,
  atTime,
  expect,
  find,
  framed,
  json,
  never,
  until,
  within,
  wordsOf,
} from './support.js';

const NOW = '2026-11-26T10:00-06:00';

/** What shows without script. */
const CHILDREN = html`<h2>Sore knee: where to turn</h2>
  <p>
    This guide gives general information. If this may be an emergency, call
    <a href="tel:911">911</a> now.
  </p>
  <p>
    <a href="/articles/your-first-visit/">Your first visit</a> ·
    <a href="/articles/rest/">How to rest a knee</a>
  </p>`;

const meta: Meta<Args> = {
  title: 'Elements/condition-checker',
  component: 'condition-checker',
  parameters: {
    ...framed('44rem'),
    guide: `
**From “where does it hurt” to a page and a call**, never to a diagnosis. It asks the questions of a decision tree
that a clinician has reviewed and signed; without a reviewer, a day and a disclaimer it does not start. Nothing that
a visitor answers leaves the element.

Write between the tags what must be there without script: the disclaimer, the emergency number, and links to the
pages that the tree leads to. Give \`country\`, and the emergency number is on every page of the guide. Put a
\`contact-form\` on the same page, and visitors can add their answers to their message; they see the text first.
`,
  },
  args: usual,
  render,
  beforeEach: atTime(NOW),
};
export default meta;

type Story = StoryObj<Args>;

/** The start, with the author’s words for pages without script, and the tree in the page. */
export const AuthoredStart: Story = {
  args: { tree: undefined },
  render: ({ country, phone }) =>
    html`<condition-checker country=${country!} phone=${phone!}
      >${CHILDREN}${jsonOf(kneeTree())}</condition-checker
    >`,
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'condition-checker');
    await until(() => within(element, '[part="start"]'), 'the start');
    expect(
      find(canvasElement, 'condition-checker').querySelector('p')!.checkVisibility(),
      'Words stay',
    );
    expect(!within(element, '.hotline'), 'The emergency number is said once');
  },
};

/** One tag, one line. */
export const FromAttributesAlone: Story = {
  args: { tree: undefined, src: '/checker/knee.json' },
  beforeEach: answering('/checker/knee.json', () => json(kneeTree())),
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'condition-checker');
    await until(() => within(element, '[part="start"]'), 'the start');
    expect(
      wordsOf(within(element, '.heading')).startsWith('Sore knee'),
      'The title is the heading',
    );
    expect(/call 911 now/.test(wordsOf(within(element, '.hotline'))), 'The number is there');
  },
};

/** A worked example says so. */
export const Example: Story = {
  args: { tree: kneeTree({ example: true }) },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'condition-checker');
    const notice = await until(() => within(element, '.notice'), 'the notice');
    expect(/do not rely on it/.test(wordsOf(notice)), 'It says that it is an example');
  },
};

/** The review is too old. It says so, and goes on. */
export const ExpiredWarns: Story = {
  args: { tree: kneeTree({ reviewedOn: '2025-03-01', reviewMonths: 12 }) },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'condition-checker');
    const notice = await until(() => within(element, '.notice'), 'the notice');
    expect(/held until March 1, 2026/.test(wordsOf(notice)), `It reads ${wordsOf(notice)}`);
    expect(within(element, '[part="start"]'), 'It can be started');
  },
};

/** The review is too old, and the author wants no such guide: the children stay, and the call. */
export const ExpiredStops: Story = {
  args: {
    tree: kneeTree({ reviewedOn: '2025-03-01', reviewMonths: 12 }),
    expired: 'stop',
    children: CHILDREN,
  },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'condition-checker');
    await until(() => within(element, 'a.button'), 'the call');
    expect(!within(element, '[part="start"]'), 'It cannot be started');
  },
};

/** The tree is on its way; its room is kept. */
export const Loading: Story = {
  args: { tree: undefined, src: '/checker/never.json', children: CHILDREN },
  beforeEach: answering('/checker/never.json', never),
};

/** The network failed, and there are no children. */
export const Failed: Story = {
  args: { tree: undefined, src: '/checker/gone.json', heading: 'Sore knee: where to turn' },
  beforeEach: answering('/checker/gone.json', () => json({}, 503)),
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'condition-checker');
    await until(() => within(element, '.notice'), 'the words');
    expect(/Try again/.test(wordsOf(element.renderRoot)), 'It can be tried again');
  },
};

/** Neither a tree nor anything on its way: the children are all there is. */
export const NoTree: Story = {
  args: { tree: undefined, children: CHILDREN },
};

/** A tree without a reviewer is none: the children stay. */
export const RefusedTree: Story = {
  args: { tree: kneeTree({ reviewedBy: undefined }), children: CHILDREN },
};

/** Where does it hurt: a list, and a picture for those who point. */
export const Region: Story = {
  play: async ({ canvasElement }) => {
    const element = await answered(canvasElement, [['Knee']]);
    const shape = await until(() => within(element, 'svg .is'), 'the picture');
    expect(shape.getAttribute('data-region') === 'knee', 'The picture follows the list');
  },
};

const BACK_OPTIONS = [
  ['neck', 'Neck'],
  ['shoulder', 'Shoulder'],
  ['upper-back', 'Upper back'],
  ['lower-back', 'Lower back'],
  ['buttock', 'Buttock'],
  ['hip', 'Hip'],
].map(([id, text]) => ({ id, region: id, text: { en: text, es: text } }));

/** From behind, where the options ask for it. */
export const RegionFromBehind: Story = {
  args: {
    tree: kneeTree({
      start: 'where',
      questions: {
        ...(kneeTree().questions as object),
        where: {
          kind: 'region',
          text: { en: 'Where does it hurt most?', es: '¿Dónde le duele más?' },
          options: BACK_OPTIONS,
          next: 'signs',
        },
      },
    }),
  },
  play: async ({ canvasElement }) => {
    const element = await answered(canvasElement, [['Lower back']]);
    await until(() => within(element, 'svg .is'), 'the picture');
  },
};

/** Several answers; “none of these” stands alone. */
export const Many: Story = {
  play: async ({ canvasElement }) => {
    const element = await answered(canvasElement, [['Knee'], ['It is swollen', 'None of these']]);
    const chosen = [...element.renderRoot.querySelectorAll<HTMLInputElement>(':checked')];
    expect(chosen.map(({ value }) => value).join() === 'none', 'It stands alone');
  },
};

/** A number, with its unit. */
export const NumberQuestion: Story = {
  play: async ({ canvasElement }) => {
    const element = await answered(canvasElement, [['Knee'], ['None'], ['45']]);
    expect(headingOf(element) === 'How old are you?', 'It asks for a number');
  },
};

/** One answer, or none. */
export const OptionalOne: Story = {
  play: async ({ canvasElement }) => {
    await answered(canvasElement, [['Knee'], ['None'], ['45'], ['A few weeks']]);
  },
};

/** What is wrong stands beside the question; nothing that was written is lost. */
export const WrongNumber: Story = {
  play: async ({ canvasElement }) => {
    const element = await answered(canvasElement, [['Knee'], ['None'], ['450']]);
    await press(element, 'Next');
    const field = within<HTMLInputElement>(element, '.number input')!;
    expect(field.value === '450', 'It is still there');
    expect(/from 16 to 110/.test(wordsOf(within(element, '.problem'))), 'It says what fits');
  },
};

/** Nothing is chosen. */
export const NothingChosen: Story = {
  play: async ({ canvasElement }) => {
    const element = await answered(canvasElement, [['Knee'], []]);
    await press(element, 'Next');
    expect(/at least one/.test(wordsOf(within(element, '.problem'))), 'It says what to do');
  },
};

const LONG =
  'Schulterblattverspannungsschmerzempfindlichkeit, and more words than anybody planned for who drew a box for an answer on the day before a clinic opens';

/** Long words wrap. */
export const LongWords: Story = {
  args: {
    tree: kneeTree({
      title: { en: LONG, es: LONG },
      questions: {
        ...(kneeTree().questions as object),
        where: {
          kind: 'one',
          text: { en: `${LONG}?`, es: LONG },
          help: { en: LONG, es: LONG },
          options: ['a', 'b'].map((id) => ({ id, text: { en: LONG, es: LONG } })),
          next: 'signs',
        },
      },
    }),
  },
  play: async ({ canvasElement }) => {
    await answered(canvasElement, [['Schulter']]);
  },
};

/** On a page in Spanish. */
export const Spanish: Story = {
  args: { lang: 'es-US' },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'condition-checker');
    await until(() => wordsOf(within(element, '[part="start"]')) === 'Empezar', 'Spanish words');
    await answered(canvasElement, [['Rodilla'], []], { start: 'Empezar', next: 'Siguiente' });
  },
};

/** From right to left. */
export const RightToLeft: Story = {
  args: { dir: 'rtl' },
  play: async ({ canvasElement }) => {
    await answered(canvasElement, [['Knee'], ['It is swollen']]);
  },
};
