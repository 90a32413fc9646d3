// The panel "Numbers": every phone number of the story, where it stands, whether it is tracked, and what is
// wrong about it. React comes with Storybook, which draws its own page with it.
import { createElement as h, type ReactElement } from 'react';
import { AddonPanel, Badge, EmptyTabContent } from 'storybook/internal/components';
import { STORY_RENDERED } from 'storybook/internal/core-events';
import { addons, types, useAddonState } from 'storybook/manager-api';
import { styled } from 'storybook/theming';
import { ADDON, ASK, NUMBERS, type StoryNumber } from './numbers-channel.js';

const Page = styled.div(({ theme }) => ({
  boxSizing: 'border-box',
  minBlockSize: '100%',
  padding: '12px 16px 20px',
  background: theme.background.content,
  color: theme.color.defaultText,
  fontSize: theme.typography.size.s2,
  lineHeight: 1.45,
}));

const Table = styled.table(({ theme }) => ({
  width: '100%',
  marginBlockStart: 12,
  borderCollapse: 'collapse',
  '& th, & td': {
    padding: '8px 16px 8px 0',
    borderBlockEnd: `1px solid ${theme.appBorderColor}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: 'normal',
  },
  '& thead th': { color: theme.textMutedColor, fontWeight: theme.typography.weight.bold },
  '& tbody th': { minInlineSize: 130 },
  '& td:last-child': { paddingInlineEnd: 0, inlineSize: '50%' },
}));

const Shown = styled.div(({ theme }) => ({
  fontWeight: theme.typography.weight.bold,
  fontVariantNumeric: 'tabular-nums',
}));

const Muted = styled.div(({ theme }) => ({
  color: theme.textMutedColor,
  fontVariantNumeric: 'tabular-nums',
}));

const List = styled.ul({ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 6 });

const PLACES: Record<StoryNumber['where'], string> = {
  link: 'Link',
  text: 'Running text',
  attribute: 'Label, title or alternative text',
  'structured-data': 'JSON-LD',
  meta: 'Microdata or meta',
};

/* Nobody sees the others. */
const SHOWN = new Set(['link', 'text', 'attribute']);

const WORDS: Record<string, string> = { '0': 'no', '1': 'one' };

/** “3 numbers, one problem” */
function count(number: number, what: string): string {
  return `${WORDS[number] ?? number} ${what}${number === 1 ? '' : 's'}`;
}

function row(one: StoryNumber, index: number): ReactElement {
  const { number, text, where, inside, visible, tracked, own, problems } = one;
  const problem = ({ code, message }: StoryNumber['problems'][number]) =>
    h('li', { key: code }, h(Badge, { status: 'warning', compact: true }, 'Problem'), ' ', message);
  const place = `${PLACES[where]}${inside ? ` in <${inside}>` : ''}`;
  return h(
    'tr',
    { key: index },
    h(
      'th',
      { scope: 'row' },
      h(Shown, null, text || 'Not readable'),
      number === text ? null : h(Muted, null, number),
    ),
    h('td', null, place, visible || !SHOWN.has(where) ? null : h(Muted, null, 'not shown now')),
    h('td', null, tracked ? `Yes, in place of ${own}` : 'No'),
    h('td', null, problems.length ? h(List, null, problems.map(problem)) : 'None'),
  );
}

function Panel(): ReactElement {
  const [numbers] = useAddonState<StoryNumber[]>(ADDON, []);
  if (!numbers.length) {
    return h(EmptyTabContent, {
      title: 'No phone number in this story',
      description: 'Every number that a story shows or dials is listed here.',
    });
  }
  const problems = numbers.reduce((sum, one) => sum + one.problems.length, 0);
  const heads = ['Number', 'Where', 'Tracked', 'Problems'];
  return h(
    Page,
    null,
    h(
      'div',
      { role: 'status' },
      `On this page: ${count(numbers.length, 'number')}, ${count(problems, 'problem')}.`,
    ),
    h(
      Table,
      null,
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          heads.map((head) => h('th', { key: head, scope: 'col' }, head)),
        ),
      ),
      h('tbody', null, numbers.map(row)),
    ),
  );
}

function Title(): ReactElement {
  const [numbers] = useAddonState<StoryNumber[]>(ADDON, []);
  const problems = numbers.reduce((sum, one) => sum + one.problems.length, 0);
  const badge = problems ? h(Badge, { status: 'warning', compact: true }, problems) : null;
  return h(
    'span',
    { style: { display: 'inline-flex', alignItems: 'center', gap: 6 } },
    'Numbers',
    badge,
  );
}

export function addNumbersPanel(): void {
  addons.register(ADDON, (api) => {
    api.on(NUMBERS, (numbers: StoryNumber[]) => void api.setAddonState(ADDON, numbers));
    api.on(STORY_RENDERED, () => api.emit(ASK));
    addons.add(`${ADDON}/panel`, {
      type: types.PANEL,
      title: Title,
      match: ({ viewMode }) => viewMode === 'story',
      render: ({ active = false }) => h(AddonPanel, { active, children: h(Panel) }),
    });
  });
}
