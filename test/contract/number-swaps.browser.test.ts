// Whatever a call-tracking script does to a number, at whatever time: every place on the page shows, dials
// and says the same one. Without src/testing.js: the elements' roots are closed here, as on a clinic's page.
import '../../src/all.js';
import { expect } from '@open-wc/testing';
import { getSnapshotConfig, readFile, writeFile } from '@web/test-runner-commands';
import { html, LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { loadNumberBook } from '../../src/calls/call-link.js';
import {
  LightWalker,
  OpenRootWalker,
  type NumberWalker,
  type Replaced,
} from '../support/number-walkers.js';
import {
  dotted,
  link,
  SUBJECTS,
  WITNESSES,
  witnesses,
  type Subject,
} from '../support/number-places.js';
import { freshNumbers, linksTo, settle, strays, type Numbered } from '../support/shown-numbers.js';

/* A notice that stood there when its form was taken out of the page is not in the number book again when
   the form comes back: form-phone.ts is to enter it again. Then: true, and the line can go. */
const NOTICES_COME_BACK = true;

const WALKERS = { A: LightWalker, B: OpenRootWalker };
type Walker = keyof typeof WALKERS;

/** A page with a subject and witnesses, and a script that swaps its number. */
class Page {
  readonly own: Numbered;
  readonly shown: Numbered;
  readonly root: Element;
  readonly subject: Element;
  readonly script: NumberWalker;
  readonly #markup: string;

  constructor(
    readonly what: Subject,
    walker: Walker,
  ) {
    ({ own: this.own, shown: this.shown } = freshNumbers());
    const numbers: Replaced = { own: this.own.digits, shown: this.shown.digits };
    this.script = new WALKERS[walker](numbers);
    this.#markup = what.markup(this.own);
    // Tags without a class yet: this document has no registry.
    const { body } = document.implementation.createHTMLDocument();
    body.innerHTML = `<main><div>${this.#markup}</div>${witnesses(this.own)}</main>`;
    this.root = body.firstElementChild!;
    this.subject = this.root.firstElementChild!;
  }

  /** The elements upgrade and render. */
  async appear(): Promise<void> {
    document.body.append(this.root);
    await settle();
  }

  async swap(): Promise<void> {
    this.script.start();
    await settle();
  }

  /** Everything renders again, with other words. */
  async renderAgain(): Promise<void> {
    for (const element of this.root.querySelectorAll<LitElement>(':defined')) {
      if (!(element instanceof LitElement)) continue;
      for (const name of ['label', 'heading'])
        if (element.hasAttribute(name)) element.setAttribute(name, 'Other words');
      element.requestUpdate();
    }
    await settle();
  }

  leave(): void {
    this.script.stop();
    this.root.remove();
  }
}

/** When the script comes, and what happens to the element besides. */
const TIMES: Record<string, (page: Page) => Promise<void>> = {
  async 'before upgrade'(page) {
    page.script.walk(page.root);
    document.body.append(page.root);
    // In time for what the elements add, but not for the page itself.
    page.script.observe();
    await settle();
  },
  async 'after upgrade'(page) {
    await page.appear();
    await page.swap();
  },
  async 'element comes later'(page) {
    page.subject.remove();
    await page.appear();
    await page.swap();
    page.root.prepend(page.subject);
  },
  async 'between two renderings'(page) {
    await page.appear();
    await page.renderAgain();
    await page.swap();
    await page.renderAgain();
  },
  async 'element is moved'(page) {
    await page.appear();
    await page.swap();
    const section = document.createElement('section');
    page.root.append(section);
    section.append(page.subject);
  },
  async 'element was away meanwhile'(page) {
    await page.appear();
    page.subject.remove();
    await page.swap();
    page.root.append(page.subject);
  },
  async 'taken out and put back'(page) {
    await page.appear();
    await page.swap();
    page.subject.remove();
    await settle();
    page.root.prepend(page.subject);
  },
  async 'saved copy'(page) {
    await page.appear();
    await page.swap();
    page.script.stop();
    const saved = page.subject.innerHTML;
    page.subject.innerHTML = saved;
  },
};

/** What the walkers got at, in the rows and columns of docs/number-swaps.md. */
class Table {
  readonly #rows = new Map<string, Map<string, Record<Walker, string>>>();

  note(row: string, column: string, walker: Walker, cell: string): void {
    const cells = this.#rows.get(row) ?? new Map<string, Record<Walker, string>>();
    this.#rows.set(row, cells.set(column, { A: '', B: '', ...cells.get(column), [walker]: cell }));
  }

  /** In Markdown, as Prettier would write it. */
  toString(): string {
    const columns = [...new Set([...this.#rows.values()].flatMap((cells) => [...cells.keys()]))];
    const text = ({ A, B } = { A: '-', B: '-' }) => (A === B ? A : `A ${A}, B ${B}`);
    const lines = [
      ['', ...columns],
      ...[...this.#rows].map(([row, cells]) => [
        row,
        ...columns.map((name) => text(cells.get(name))),
      ]),
    ];
    const widths = ['', ...columns].map((_, at) =>
      Math.max(3, ...lines.map((line) => line[at]!.length)),
    );
    const [head, ...body] = lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at]!)));
    return [head!, widths.map((width) => '-'.repeat(width)), ...body]
      .map((line) => `| ${line.join(' | ')} |`)
      .join('\n');
  }
}

const ours = new Table();
const others = new Table();

describe('a number that a call-tracking script swaps', () => {
  before(() => loadNumberBook());

  for (const subject of SUBJECTS) {
    for (const [time, happen] of Object.entries(TIMES)) {
      for (const walker of Object.keys(WALKERS) as Walker[]) {
        it(`${subject.name}; ${time}; walker ${walker}`, async () => {
          const page = new Page(subject, walker);
          ours.note(subject.name, time, walker, 'wrong');
          try {
            await happen(page);
            await settle();
            await subject.act?.(page.subject);
            expect(await strays(page.root, page.own, page.shown)).to.deep.equal([]);
            const links = linksTo(page.subject, page.shown);
            expect(links, 'its links, none doubled').to.have.length(subject.links ?? 1);
            if (!subject.hidden)
              expect(
                links.every((each) => each.checkVisibility()),
                'in sight',
              ).to.equal(true);
            const others = linksTo(page.root, page.shown).filter((each) => !links.includes(each));
            expect(others, 'the other elements’ links').to.have.length(WITNESSES);
            ours.note(subject.name, time, walker, 'ok');
          } finally {
            page.leave();
          }
        });
      }
    }
  }

  for (const subject of SUBJECTS.filter(({ plain }) => !plain)) {
    describe(`${subject.name}; the script saw only one of the page’s elements`, () => {
      const comesBack = NOTICES_COME_BACK || !subject.act;
      let page: Page;
      const root = () => page.root;
      beforeEach(async () => {
        page = new Page(subject, 'A');
        await page.appear();
        await subject.act?.(page.subject);
      });
      afterEach(() => page.leave());
      const allShow = async (number: Numbered) => {
        await settle();
        const { own, shown } = page;
        for (const old of [own, shown].filter((each) => each !== number))
          expect(await strays(root(), old, number)).to.deep.equal([]);
        expect(linksTo(root(), number)).to.have.length(WITNESSES + (subject.links ?? 1));
      };

      it('it saw this one, and every other follows', async () => {
        page.script.walk(page.subject);
        expect(page.script.writes, 'what the script found').to.be.greaterThan(0);
        await allShow(page.shown);
      });

      it('it saw another one, and this one follows', async () => {
        page.script.walk(root().querySelector(':scope > call-cta')!);
        await allShow(page.shown);
      });

      it('it was there before the elements, and swaps again', async () => {
        page.leave();
        page = new Page(subject, 'A');
        const { shown: second } = freshNumbers();
        await TIMES['before upgrade']!(page);
        await subject.act?.(page.subject);
        await allShow(page.shown);
        (await loadNumberBook())!.swap(page.own.text, second.text, 'test');
        await allShow(second);
      });

      for (const [what, move] of Object.entries({
        moved: () => root().append(page.subject),
        ...(comesBack && {
          'away and put back': async () => {
            page.subject.remove();
            await settle();
            root().prepend(page.subject);
          },
        }),
        'made anew from a saved copy': () => {
          const saved = page.subject.innerHTML;
          page.subject.innerHTML = saved;
        },
      })) {
        it(`it swaps again after this one was ${what}, and nothing is left behind`, async () => {
          const { own, script } = page;
          const { shown: second } = freshNumbers();
          script.walk(page.subject);
          await settle();
          await move();
          await settle();
          if (what.includes('copy')) await subject.act?.(page.subject);
          (await loadNumberBook())!.swap(own.text, second.text, 'test');
          await allShow(second);
        });
      }

      if (!comesBack) return;
      it('it swapped again while this one was away, and that holds', async () => {
        const { shown: second } = freshNumbers();
        page.script.walk(page.subject);
        await settle();
        page.subject.remove();
        await settle();
        (await loadNumberBook())!.swap(page.own.text, second.text, 'test');
        root().prepend(page.subject);
        await allShow(second);
      });
    });
  }
});

/* How else a number can be put on a page, and what the walkers make of that: if they got at all of these,
   the rows above would say nothing. */

class Rendering extends LitElement {
  static override properties = { text: {}, href: { attribute: 'to' }, other: { type: Boolean } };
  declare text: string;
  declare href: string;
  declare other: boolean;
}

class InLight extends Rendering {
  protected override createRenderRoot = () => this;
  protected override render = (): TemplateResult => html`<a href=${this.href}>${this.text}</a>`;
}

class InOpenRoot extends Rendering {
  protected override render = (): TemplateResult => html`<a href=${this.href}>${this.text}</a>`;
}

class Alive extends Rendering {
  protected override render = (): TemplateResult =>
    html`<a href=${live(this.href)}>${this.text}</a>`;
}

class Switching extends Rendering {
  protected override render = (): TemplateResult =>
    this.other
      ? html`<p>Closed. <a href=${this.href}>${this.text}</a></p>`
      : html`<a href=${this.href}>${this.text}</a>`;
}

class OpenSlot extends LitElement {
  protected override render = (): TemplateResult => html`<slot></slot>`;
}

class ClosedSlot extends OpenSlot {
  static override shadowRootOptions: ShadowRootInit = { mode: 'closed' };
}

Object.entries({ InLight, InOpenRoot, Alive, Switching, OpenSlot, ClosedSlot }).forEach(
  ([name, design]) => customElements.define(`control-${name.toLowerCase()}`, design),
);

/** What was got at: text and address, the one, the other, or nothing. */
type Cell = 'ok' | 'missed' | 'text only' | 'address only' | '-';
/** After upgrade, rendered again after it, come later. */
type Cells = [Cell, Cell, Cell];

const rendering =
  (tag: string) =>
  ({ text, href }: Numbered) =>
    `<control-${tag} text="${text}" to="${href}"></control-${tag}>`;
const slotting = (tag: string) => (number: Numbered) =>
  `<control-${tag}>${link(number)}</control-${tag}>`;
const OK: Cells = ['ok', 'ok', 'ok'];
const MISSED: Cells = ['missed', 'missed', 'missed'];
const STILL: Cells = ['ok', '-', 'ok'];

const DESIGNS: { name: string; markup: Subject['markup']; A: Cells; B: Cells }[] = [
  { name: 'a link in the page', markup: (number) => link(number), A: STILL, B: STILL },
  { name: 'Lit, rendering into the page', markup: rendering('inlight'), A: OK, B: OK },
  {
    name: 'Lit, open root, number in the template',
    markup: rendering('inopenroot'),
    A: MISSED,
    B: ['ok', 'ok', 'missed'],
  },
  {
    name: 'the same with `live()` at `href`',
    markup: rendering('alive'),
    A: MISSED,
    B: ['ok', 'text only', 'missed'],
  },
  {
    name: 'the same with another template when closed',
    markup: rendering('switching'),
    A: MISSED,
    B: ['ok', 'missed', 'missed'],
  },
  { name: 'Lit, open root, link slotted', markup: slotting('openslot'), A: OK, B: MISSED },
  { name: 'Lit, closed root, link slotted', markup: slotting('closedslot'), A: OK, B: OK },
  ...[
    ['dots', dotted],
    ['no-break space', ({ text }: Numbered) => text.replace(' ', '&nbsp;')],
    ['+1 before it', ({ text }: Numbered) => `+1 ${text}`],
  ].map(([what, written]) => ({
    name: `a link, ${what as string}`,
    markup: (number: Numbered) => link(number, (written as typeof dotted)(number)),
    A: STILL,
    B: STILL,
  })),
  ...[
    ['two spaces', ({ text }: Numbered) => text.replace(' ', '  ')],
    ['narrow no-break space', ({ text }: Numbered) => text.replace(' ', '&#x202f;')],
    ['no-break hyphen', ({ text }: Numbered) => text.replace('-', '&#x2011;')],
    ['over several text nodes', ({ text }: Numbered) => text.replace('-', '<!-- -->-')],
  ].map(([what, written]) => ({
    name: `a link, ${what as string}`,
    markup: (number: Numbered) => link(number, (written as typeof dotted)(number)),
    A: ['address only', '-', 'address only'] satisfies Cells as Cells,
    B: ['address only', '-', 'address only'] satisfies Cells as Cells,
  })),
  {
    name: 'a name for assistive technology',
    markup: ({ text }) => `<b aria-label="Call ${text}">Call</b>`,
    A: ['missed', '-', 'missed'],
    B: ['missed', '-', 'missed'],
  },
  {
    name: 'structured data',
    markup: ({ text }) => `<script type="application/ld+json">{"telephone":"${text}"}</script>`,
    A: ['missed', '-', 'missed'],
    B: ['missed', '-', 'missed'],
  },
];

describe('the walkers, on what is not ours', () => {
  const COLUMNS = ['after upgrade', 'then rendered again', 'comes later'];

  /** What became of a number. */
  function cell(place: Element, { digits }: Numbered): Cell {
    const design = place.firstElementChild!;
    const link = design.matches('a')
      ? design
      : ((design.shadowRoot ?? design).querySelector('a') ?? design.querySelector('a'));
    const has = (text: string | null) => !!text?.replace(/\D/g, '').includes(digits);
    if (!link) return has(design.outerHTML) ? 'ok' : 'missed';
    const [text, href] = [has(link.textContent), has(link.getAttribute('href'))];
    return text ? (href ? 'ok' : 'text only') : href ? 'address only' : 'missed';
  }

  for (const { name, markup, ...expected } of DESIGNS) {
    for (const walker of Object.keys(WALKERS) as Walker[]) {
      it(`${name}: walker ${walker}`, async () => {
        const { own, shown } = freshNumbers();
        const script = new WALKERS[walker]({ own: own.digits, shown: shown.digits });
        const place = document.body.appendChild(document.createElement('div'));
        place.innerHTML = markup(own);
        await settle();
        script.start();
        await settle();
        const found = [cell(place, shown)];
        const design = place.firstElementChild;
        if (design instanceof LitElement) {
          if (design instanceof Switching) design.other = true;
          design.requestUpdate();
          await settle();
          found.push(cell(place, shown));
        } else found.push('-');
        place.replaceChildren();
        await settle();
        const later = document.createElement('div');
        later.innerHTML = markup(own);
        place.append(...later.childNodes);
        await settle();
        found.push(cell(place, shown));
        script.stop();
        place.remove();
        COLUMNS.forEach((column, at) => others.note(name, column, walker, found[at]!));
        expect(found).to.deep.equal(expected[walker]);
      });
    }
  }

  it('docs/number-swaps.md shows these results', async () => {
    const path = { path: '../../docs/number-swaps.md' };
    const tables = [ours, others].map(String);
    const page = (await readFile(path)) ?? '';
    const TABLE = /(?:^\|.*\n?)+/gm;
    const { updateSnapshots } = await getSnapshotConfig();
    if (updateSnapshots)
      await writeFile({ ...path, content: page.replace(TABLE, () => `${tables.shift()!}\n`) });
    else
      expect(
        page.match(TABLE)?.map((table) => table.trim()),
        'write it with --update-snapshots',
      ).to.deep.equal(tables);
  });
});
