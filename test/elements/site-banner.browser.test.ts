// What a visitor and an author meet in site-banner. When it comes and goes is in banner-dates.node.test.ts; what holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/site-banner/define.js';
import '../../src/locales/on-demand.js';
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fingerprint, STORAGE_KEY } from '../../src/elements/site-banner/dismissals.js';
import type { BannerDismissEvent } from '../../src/elements/site-banner/events.js';
import type { SiteBanner } from '../../src/elements/site-banner/site-banner.js';
import { lightStyles } from '../../src/elements/site-banner/site-banner.styles.js';
import { hostRules } from '../../src/foundation/host-rules.js';
import { click, parsed, stringsIn, watchConsole, words } from './support.js';

const WORDS = '<p>Closed on Thursday for Thanksgiving. <a href="/hours/">Hours</a></p>';
const DATES = 'starts="2026-11-26" ends="2026-11-27" time-zone="America/Chicago"';
const BEFORE = '2026-11-25T12:00-06:00';
const DURING = '2026-11-26T12:00-06:00';
const AFTER = '2026-11-28T00:00-06:00';

const part = <Found extends HTMLElement>(element: SiteBanner, name: string): Found | null =>
  element.renderRoot.querySelector<Found>(`[part="${name}"]`);
const isShown = (element: SiteBanner): boolean =>
  element.firstElementChild!.checkVisibility({ visibilityProperty: true });

describe('<site-banner>', () => {
  const { now } = Date;
  let spy: ReturnType<typeof watchConsole>;
  let serial = 0;
  const itIs = (time: string): void => {
    Date.now = () => Date.parse(time);
  };
  /** A name that no other test has dismissed. */
  const fresh = (): string => `test-${serial++}`;

  beforeEach(() => {
    itIs(DURING);
    spy = watchConsole();
  });
  afterEach(() => {
    Date.now = now;
    spy.restore();
    sessionStorage.clear();
  });

  async function make(attributes = '', children = WORDS): Promise<SiteBanner> {
    const element = await parsed<SiteBanner>(
      `<site-banner ${attributes}>${children}</site-banner><a id="next" href="/">Home</a>`,
      'site-banner',
    );
    await waitUntil(() => !element.matches(':state(pending)'));
    return element;
  }
  const next = (element: SiteBanner): HTMLElement => element.parentElement!.querySelector('#next')!;

  it('shows the author’s words in a region that has a name for its kind', async () => {
    const element = await make('kind="closure"');
    expect(isShown(element)).to.be.true;
    expect(element.innerHTML).to.equal(WORDS);
    const box = part(element, 'banner')!;
    expect(box.getAttribute('role')).to.equal('region');
    expect(box.getAttribute('aria-label')).to.equal('Closure notice');
    expect(
      element.renderRoot.querySelector('[role="status"], [role="alert"]'),
      'no live region',
    ).to.equal(null);
    expect(part(element, 'dismiss')).to.equal(null);
    element.label = 'Winter hours';
    await element.updateComplete;
    expect(box.getAttribute('aria-label')).to.equal('Winter hours');
    expect(spy.lines).to.be.empty;
  });

  it('in one line its words are an ordinary child; a child wins; a saved copy says it once', async () => {
    const element = await make('message=" Closed  today "', '');
    expect(element.querySelectorAll('p')).to.have.length(1);
    expect(words(element)).to.equal('Closed today');
    const copy = await parsed<SiteBanner>(element.outerHTML, 'site-banner');
    expect(copy.outerHTML).to.equal(element.outerHTML);
    copy.insertAdjacentHTML('beforeend', '<p>Open again</p>');
    await waitUntil(() => words(copy) === 'Open again');
  });

  describe('from a day to a day', () => {
    it('shows in its time, and the words stay in the page before and after', async () => {
      const element = await make(DATES);
      expect(isShown(element)).to.be.true;
      for (const [time, state] of [
        [BEFORE, 'waiting'],
        [AFTER, 'over'],
      ] as const) {
        itIs(time);
        const other = await make(DATES);
        expect(isShown(other), time).to.be.false;
        expect(other.matches(`:state(${state})`), time).to.be.true;
        expect(other.innerHTML).to.equal(WORDS);
        const { height } = other.getBoundingClientRect();
        expect(height, 'takes no room').to.be.at.most(1);
        expect(next(other).getBoundingClientRect().top).to.be.closeTo(
          other.parentElement!.getBoundingClientRect().top,
          4,
        );
      }
    });

    it('one that comes while the visitor is here is told: a notice politely, an emergency at once', async () => {
      for (const [kind, role] of [
        ['closure', 'status'],
        ['emergency', 'alert'],
      ] as const) {
        itIs(BEFORE);
        const element = await make(`kind="${kind}" ${DATES}`);
        const live = element.renderRoot.querySelector(`[role="${role}"]`)!;
        expect(live.checkVisibility(), 'it is there, and empty').to.be.true;
        expect(part(element, 'banner')!.hasAttribute('role'), 'no region yet').to.be.false;
        itIs(DURING);
        dispatchEvent(new Event('focus'));
        await element.updateComplete;
        expect(isShown(element)).to.be.true;
        expect(element.renderRoot.querySelector(`[role="${role}"]`)).to.equal(live);
        expect(part(element, 'banner')!.getAttribute('role')).to.equal('region');
        itIs(AFTER);
        dispatchEvent(new Event('focus'));
        await element.updateComplete;
        expect(isShown(element)).to.be.false;
      }
    });

    it('follows its dates, and not while it is out of the page', async () => {
      const element = await make(DATES);
      element.ends = '2026-11-25';
      element.starts = '2026-11-01';
      await waitUntil(() => !isShown(element));
      element.starts = element.ends = undefined;
      await waitUntil(() => isShown(element));
      element.ends = '2026-11-26';
      await waitUntil(() => isShown(element));
      const home = element.parentElement!;
      element.remove();
      itIs(AFTER);
      dispatchEvent(new Event('focus'));
      expect(element.matches(':state(over)')).to.be.false;
      home.prepend(element);
      await waitUntil(() => element.matches(':state(over)'));
    });

    it('dates that cannot be read, or are the wrong way round, hide nothing; the author is told', async () => {
      itIs(AFTER);
      for (const dates of [
        'starts="next week"',
        'ends="11/26/2026"',
        'starts="2026-12-24T09:00Z" ends="2026-12-23T09:00Z"',
      ])
        expect(isShown(await make(dates)), dates).to.be.true;
      expect(spy.lines).to.have.length(3);
      expect(spy.lines.join())
        .to.include('"starts" must be a date like')
        .and.include('neither holds');
    });
  });

  describe('dismissed', () => {
    const button = (element: SiteBanner): HTMLButtonElement => part(element, 'dismiss')!;

    it('by a click: it goes, the words stay in the page, and an event says so without them', async () => {
      const id = fresh();
      const element = await make(`dismissable banner-id="${id}"`);
      const heard: BannerDismissEvent[] = [];
      const hear = (event: BannerDismissEvent) => void heard.push(event);
      document.addEventListener('banner-dismiss', hear);
      const { width, height } = button(element).getBoundingClientRect();
      expect(Math.min(width, height), 'a target for a thumb').to.be.at.least(44);
      await click(button(element));
      await element.updateComplete;
      document.removeEventListener('banner-dismiss', hear);
      expect(isShown(element)).to.be.false;
      expect(element.matches(':state(dismissed)')).to.be.true;
      expect(element.innerHTML).to.equal(WORDS);
      expect(heard.map(({ bannerId }) => bannerId)).to.deep.equal([id]);
      expect(stringsIn(heard[0]!)).to.not.include('Thanksgiving');
    });

    it('with the keyboard: the focus goes on to what comes next', async () => {
      const element = await make(`dismissable banner-id="${fresh()}"`);
      expect(button(element).getAttribute('aria-label')).to.equal('Dismiss');
      button(element).focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(isShown(element)).to.be.false;
      expect(document.activeElement).to.equal(next(element));
    });

    it('where nothing comes next, to what came before', async () => {
      const element = await make(`dismissable banner-id="${fresh()}"`);
      next(element).remove();
      element.insertAdjacentHTML('beforebegin', '<button id="first">Menu</button>');
      button(element).focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect((document.activeElement as HTMLElement).id).to.equal('first');
    });

    it('is remembered while the page lives, and nothing is stored', async () => {
      const id = fresh();
      const element = await make(`dismissable banner-id="${id}"`);
      button(element).click();
      expect(isShown(await make(`dismissable banner-id="${id}"`)), 'the same again').to.be.false;
      expect(isShown(await make(`banner-id="${id}"`)), 'one that cannot be dismissed').to.be.true;
      expect(sessionStorage.length + localStorage.length).to.equal(0);
      expect(document.cookie).to.equal('');
    });

    it('one of another name, or with other words, shows again; another number is no other words', async () => {
      const id = fresh();
      const number = (text: string) => `<p>Closed. Call <a href="tel:911">${text}</a></p>`;
      const element = await make(`dismissable banner-id="${id}"`, number('(210) 555-0142'));
      button(element).click();
      await element.updateComplete;
      expect(isShown(await make(`dismissable banner-id="${fresh()}"`, number('1')))).to.be.true;
      expect(isShown(await make(`dismissable banner-id="${id}"`))).to.be.true;
      expect(isShown(await make(`dismissable banner-id="${id}"`, number('(830) 555-0199')))).to.be
        .false;
      element.querySelector('p')!.firstChild!.textContent = 'Closed tomorrow as well. Call ';
      await waitUntil(() => isShown(element), 'its words have changed');
      element.bannerId = fresh();
      await element.updateComplete;
      expect(isShown(element)).to.be.true;
    });

    it('with `remember` it is kept for the visit, as a digest, and only once the visitor has pressed', async () => {
      const id = fresh();
      const element = await make(`dismissable remember banner-id="${id}"`);
      expect(sessionStorage.length).to.equal(0);
      button(element).click();
      expect(Object.keys(sessionStorage)).to.deep.equal([STORAGE_KEY]);
      expect(sessionStorage.getItem(STORAGE_KEY)).to.match(/^[a-z0-9]{1,7}$/);
      expect(localStorage.length).to.equal(0);
    });

    it('what an earlier page of the visit has stored counts, with `remember` alone', async () => {
      const id = fresh();
      // As the page before left it: this one has not seen it pressed.
      const print = fingerprint(id, 'Closed on Thursday for Thanksgiving. Hours');
      sessionStorage.setItem(STORAGE_KEY, `zzz ${print}`);
      expect(isShown(await make(`dismissable remember banner-id="${id}"`))).to.be.false;
      expect(isShown(await make(`dismissable banner-id="${id}"`))).to.be.true;
      expect(isShown(await make(`dismissable remember banner-id="${fresh()}"`))).to.be.true;
    });

    it('a browser that stores nothing remembers while the page lives', async () => {
      const { setItem, getItem } = Storage.prototype;
      Storage.prototype.setItem = Storage.prototype.getItem = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      try {
        const id = fresh();
        const element = await make(`dismissable remember banner-id="${id}"`);
        button(element).click();
        await element.updateComplete;
        expect(isShown(element)).to.be.false;
        expect(isShown(await make(`dismissable remember banner-id="${id}"`))).to.be.false;
      } finally {
        Object.assign(Storage.prototype, { setItem, getItem });
      }
      expect(spy.lines).to.be.empty;
    });
  });

  it('speaks the page’s language', async () => {
    const element = await parsed<SiteBanner>(
      `<div lang="es"><site-banner dismissable banner-id="${fresh()}">Cerrado</site-banner></div>`,
      'site-banner',
    );
    await waitUntil(() => part(element, 'dismiss')?.getAttribute('aria-label') === 'Cerrar');
    expect(part(element, 'banner')!.getAttribute('aria-label')).to.equal('Anuncio');
  });

  describe('before the script', () => {
    /** The page as clinic-elements.css alone shows it. */
    async function unborn(markup: string): Promise<HTMLElement> {
      const frame = document.createElement('iframe');
      const css = hostRules('site-banner') + lightStyles.cssText;
      frame.srcdoc = `<!doctype html><style>${css}</style>${markup}`;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const page = frame.contentDocument!;
      return page.querySelector('site-banner')!;
    }
    afterEach(() => document.querySelector('iframe')?.remove());

    it('one without dates is there to read', async () => {
      const element = await unborn(`<site-banner>${WORDS}</site-banner>`);
      expect(getComputedStyle(element).visibility).to.equal('visible');
    });

    it('one with dates keeps its room, does not flash, and shows after a second where no script comes', async () => {
      const element = await unborn(`<site-banner ${DATES}>${WORDS}</site-banner>`);
      expect(getComputedStyle(element).visibility).to.equal('hidden');
      expect(element.offsetHeight).to.be.at.least(48);
      await waitUntil(() => getComputedStyle(element).visibility === 'visible', 'it shows');
    });
  });
});
