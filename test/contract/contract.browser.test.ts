// What every element must pass, whatever it is: read from the manifest, shown by its stories.
import '../../src/testing.js';
import '../../src/all.js';
import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { axeViolations } from '../support/axe.js';
import { declarations, settled, steady, storiesOf, type Story } from '../support/stories.js';

type Described = { name: string; description?: string };
type AnyElement = HTMLElement & Record<string, unknown> & { updateComplete: Promise<unknown> };

/** Calls back with every console line that was written meanwhile. */
async function consoleDuring(action: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  const levels = ['log', 'info', 'warn', 'error'] as const;
  const originals = levels.map((level) => console[level]);
  for (const level of levels) console[level] = (...args) => void lines.push(args.join(' '));
  try {
    await action();
  } finally {
    levels.forEach((level, index) => (console[level] = originals[index]!));
  }
  return lines;
}

/** A value of an attribute's type, other than its default. */
function sampleOf(type: string, fallback: string | undefined): string {
  if (type.includes('boolean')) return '';
  if (type.includes('number')) return fallback === '4' ? '5' : '4';
  const choices = [...type.matchAll(/'([^']+)'/g)].map(([, choice]) => choice!);
  return choices.find((choice) => `'${choice}'` !== fallback) ?? 'sample';
}

/** An element that is not upgraded yet: its document has no registry. */
function unborn(tag: string): AnyElement {
  return document.implementation.createHTMLDocument().createElement(tag) as unknown as AnyElement;
}

/** Elements that tell others something, and show nothing. */
const UNSEEN = ['clinic-info'];

it('the manifest lists the elements', () => {
  expect(declarations.length).to.be.greaterThan(0);
});

for (const declaration of declarations) {
  const tag = declaration.tagName;
  const make = () => document.createElement(tag) as unknown as AnyElement;

  describe(`<${tag}>`, () => {
    let stories: Story[];
    let first: HTMLElement | undefined;

    before(async () => {
      stories = await storiesOf(tag);
    });

    afterEach(() => {
      document.body.replaceChildren();
      document.documentElement.removeAttribute('data-theme');
    });

    /** The element as its first story shows it. */
    const mountFirst = async (): Promise<AnyElement> => {
      first = await stories[0]!.mount();
      const element = first.querySelector(tag);
      if (!element) throw new Error(`the first story of ${tag} does not show it`);
      return element as unknown as AnyElement;
    };

    it('has stories', () => {
      expect(stories.length).to.be.greaterThan(0);
    });

    it('describes everything public', () => {
      const silent = (list: Described[] | undefined) =>
        (list ?? []).filter(({ description }) => !description?.trim()).map(({ name }) => name);
      expect(declaration.description).to.be.a('string').and.not.empty;
      expect(silent(declaration.attributes), 'attributes').to.be.empty;
      expect(silent(declaration.members), 'members').to.be.empty;
      expect(silent(declaration.events), 'events').to.be.empty;
      expect(silent(declaration.slots), 'slots').to.be.empty;
      expect(silent(declaration.cssParts), 'parts').to.be.empty;
      expect(silent(declaration.cssProperties), 'custom properties').to.be.empty;
      expect(silent(declaration.cssStates), 'states').to.be.empty;
    });

    it('can be created, shown and removed with no attributes and no word in the console', async () => {
      const lines = await consoleDuring(async () => {
        const element = make();
        document.body.append(element);
        await element.updateComplete;
        element.remove();
      });
      expect(lines).to.be.empty;
    });

    it('says both versions and keeps the first definition when it is defined twice', async () => {
      const holder = customElements.get(tag);
      const lines = await consoleDuring(async () => {
        await import(`/test/support/second-copy.ts?tag=${tag}`);
      });
      expect(lines.join('\n')).to.match(/: defined by .+; .+ keeps out/);
      expect(customElements.get(tag)).to.equal(holder);
    });

    for (const { name, fieldName, type, default: fallback } of declaration.attributes ?? []) {
      const value = sampleOf(type?.text ?? '', fallback);
      const isBoolean = type?.text.includes('boolean') ?? false;
      const expected = isBoolean ? true : type?.text.includes('number') ? Number(value) : value;

      it(`reads the attribute ${name} into ${fieldName}, given before or after upgrade`, async () => {
        const early = unborn(tag);
        early.setAttribute(name, value);
        document.body.append(early);
        const late = make();
        document.body.append(late);
        late.setAttribute(name, value);
        await settled(document.body);
        expect(early[fieldName]).to.equal(expected);
        expect(late[fieldName]).to.equal(expected);
      });

      it(`keeps the property ${fieldName}, given before or after upgrade`, async () => {
        const early = unborn(tag);
        (early as Record<string, unknown>)[fieldName] = expected;
        document.body.append(early);
        const late = make();
        (late as Record<string, unknown>)[fieldName] = expected;
        document.body.append(late);
        await settled(document.body);
        expect(early[fieldName]).to.equal(expected);
        expect(late[fieldName]).to.equal(expected);
        expect(Object.hasOwn(early, fieldName), 'the accessor is in force').to.be.false;
      });

      it(`bears any text in ${name}`, async () => {
        const element = make();
        document.body.append(element);
        // Bad input may be told to the developer, and never stops the page.
        await consoleDuring(async () => {
          for (const text of [
            '',
            ' ',
            '-1',
            'javascript:alert(1)',
            '<b>"\u2019',
            '9'.repeat(400),
          ]) {
            element.setAttribute(name, text);
            await element.updateComplete;
          }
        });
        expect(element.isConnected).to.be.true;
      });
    }

    it('keeps its children, and looks the same after it was moved, removed and put back', async () => {
      const element = await mountFirst();
      await steady(element);
      const children = [...element.childNodes];
      const box = element.getBoundingClientRect();
      const home = element.parentElement!;
      const other = document.createElement('section');
      home.append(other);
      other.append(element);
      await settled(document.body);
      element.remove();
      home.prepend(element);
      await settled(document.body);
      expect([...element.childNodes]).to.deep.equal(children);
      expect(element.getBoundingClientRect().height).to.be.closeTo(box.height, 1);
      await stories[0]!.unmount();
    });

    it('leaves no listener behind when it is removed', async () => {
      const targets: EventTarget[] = [window, document, document.documentElement, document.body];
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      // By listener and by who adds it: a message of an earlier story may still be on its way, and watches the
      // page. At a later try, only the code that delivers it is left on the stack.
      const isOthers = () => {
        const stack = new Error().stack ?? '';
        const [, owner = /\/src\/leads\//.test(stack) ? 'contact-form' : tag] =
          /\/elements\/([\w-]+)\//.exec(stack) ?? [];
        return owner !== tag;
      };
      const held: unknown[] = [];
      const add: typeof addEventListener = function (this: EventTarget, type, listener, options) {
        if (targets.includes(this ?? window) && !isOthers()) held.push(listener);
        return addEventListener.call(this, type, listener, options);
      };
      const remove: typeof removeEventListener = function (
        this: EventTarget,
        type,
        listener,
        options,
      ) {
        const at = targets.includes(this ?? window) ? held.indexOf(listener) : -1;
        if (at >= 0) held.splice(at, 1);
        return removeEventListener.call(this, type, listener, options);
      };
      const element = await mountFirst();
      element.remove();
      Object.assign(EventTarget.prototype, { addEventListener: add, removeEventListener: remove });
      try {
        for (let round = 0; round < 3; round++) {
          first!.append(element);
          await settled(document.body);
          element.remove();
        }
      } finally {
        Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      }
      expect(held).to.have.length(0);
      await stories[0]!.unmount();
    });

    it('adopts its light styles once, however often it appears', async () => {
      const element = await mountFirst();
      const { length } = document.adoptedStyleSheets;
      first!.append(make(), make());
      element.remove();
      first!.append(element);
      await settled(document.body);
      expect(document.adoptedStyleSheets.length).to.equal(length);
      await stories[0]!.unmount();
    });

    it('renders a saved copy of the upgraded page once', async () => {
      const element = await mountFirst();
      const copy = document.createElement('div');
      // What a page builder stores and serves again: the light DOM as it is now.
      copy.append(document.importNode(element, true));
      element.parentElement!.append(copy);
      await settled(document.body);
      const again = copy.querySelector(tag)!;
      expect(again.outerHTML).to.equal(element.outerHTML);
      expect(again.getBoundingClientRect().height).to.be.closeTo(
        element.getBoundingClientRect().height,
        1,
      );
      await stories[0]!.unmount();
    });

    it('goes away with `hidden`', async () => {
      const element = await mountFirst();
      element.hidden = true;
      expect(getComputedStyle(element).display).to.equal('none');
      await stories[0]!.unmount();
    });

    it('has no axe violation in any story, in light and dark', async function () {
      this.timeout(600_000);
      const found: string[] = [];
      for (const story of stories) {
        for (const theme of ['light', 'dark']) {
          document.documentElement.dataset.theme = theme;
          // The canvas follows the scheme, but axe sees only a background that is set.
          document.documentElement.style.cssText = `color-scheme: ${theme}; background: Canvas`;
          const lines = await story.mount().then(axeViolations);
          found.push(...lines.map((line) => `${story.name} (${theme}): ${line}`));
          await story.unmount();
        }
      }
      document.documentElement.style.cssText = '';
      expect(found.join('\n')).to.equal('');
    });

    it('has no axe violation in any story, in forced colours', async function () {
      this.timeout(600_000);
      const forced = await executeServerCommand<boolean, boolean>('forced-colors', true);
      // Only Chromium lets a test force colours.
      if (!forced) this.skip();
      const found: string[] = [];
      try {
        expect(matchMedia('(forced-colors: active)').matches).to.be.true;
        for (const story of stories) {
          const lines = await story.mount().then(axeViolations);
          found.push(...lines.map((line) => `${story.name}: ${line}`));
          await story.unmount();
        }
      } finally {
        await executeServerCommand('forced-colors', false);
      }
      expect(found.join('\n')).to.equal('');
    });

    it('works under the strict policy with Trusted Types, asks for nothing, says nothing', async () => {
      const element = await mountFirst();
      const markup = element.cloneNode(true) as HTMLElement;
      // What the story asks for by itself is not the element's own doing.
      for (const part of [markup, ...markup.querySelectorAll('*')]) {
        for (const name of ['src', 'srcset', 'image']) part.removeAttribute(name);
      }
      // Data for the element is a script all the same, which a script may not put in there.
      for (const script of markup.querySelectorAll('script')) script.remove();
      await stories[0]!.unmount();

      const frame = document.createElement('iframe');
      frame.src = '/strict-page';
      frame.width = '800';
      frame.height = '600';
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const page = frame.contentWindow as Window & {
        violations: string[];
        consoleLines: string[];
        customElements: CustomElementRegistry;
        performance: Performance;
      };
      await page.customElements.whenDefined(tag);
      const there = page.document.importNode(markup, true) as unknown as AnyElement;
      page.document.body.append(there);
      await there.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(there.matches(':defined')).to.be.true;
      expect(there.shadowRoot, 'the root is closed').to.be.null;
      // What stands in running text is a line high.
      const least = getComputedStyle(there).display === 'inline' ? 15 : 20;
      const { height } = there.getBoundingClientRect();
      if (UNSEEN.includes(tag)) expect(height).to.equal(0);
      else expect(height).to.be.greaterThan(least);
      expect(page.violations).to.be.empty;
      expect(page.consoleLines).to.be.empty;
      // The page's two files, and code of ours that loads when it is needed.
      const requests = page.performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => !/^\/(?:dist|test\/support|__web)/.test(path));
      expect(requests).to.be.empty;
    });
  });
}
