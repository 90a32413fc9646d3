// What a visitor and an author meet in open-hours. When it turns is in open-hours.node.test.ts, which special
// days are told in test/calls.
import '../../src/testing.js';
import '../../src/elements/open-hours/define.js';
import '../../src/locales/on-demand.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { OpenHours } from '../../src/elements/open-hours/open-hours.js';
import { lightStyles, pageStyles } from '../../src/elements/open-hours/open-hours.styles.js';
import { hostRules } from '../../src/foundation/host-rules.js';
import { parsed, watchConsole, words as plain } from './support.js';

const USUAL = 'Mo-Fr 08:00-17:00; Sa 09:00-12:00';
const WEDNESDAY = '2026-03-04T15:00-06:00';

const attributes = (more: Record<string, string> = {}): string =>
  Object.entries({ hours: USUAL, 'time-zone': 'America/Chicago', start: 'monday', ...more })
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
const markup = (more?: Record<string, string>, children = ''): string =>
  `<open-hours ${attributes(more)}>${children}</open-hours>`;

const part = (element: OpenHours, name: string): HTMLElement | null =>
  element.renderRoot.querySelector(`[part="${name}"]`);
const headings = (element: OpenHours): string[] =>
  [...element.renderRoot.querySelectorAll('h2, h3, h4, h5, h6')].map(
    (heading) => `${heading.localName} ${words(heading)}`,
  );
/** Engines write `a. m.` and `a.m.`, with spaces of their own. */
const words = (node: Node | null | undefined): string =>
  plain(node).replace(/\b([ap])\. ?m\./g, '$1.m.');
/** What is seen of a node: without what only assistive technology is told. */
function seen(node: Element): string {
  const copy = node.cloneNode(true) as Element;
  for (const unseen of copy.querySelectorAll('.unseen')) unseen.remove();
  return words(copy);
}
/** What assistive technology is told. */
function told(node: Element): string {
  const copy = node.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove();
  return words(copy);
}
const lines = (element: OpenHours, read = seen): string[] =>
  [...element.renderRoot.querySelectorAll('tr')].map((row) =>
    [...row.children].map(read).join(' | '),
  );
const isMade = (element: OpenHours): boolean => !!part(element, 'table');

/** An element with its table. */
async function made(more?: Record<string, string>, children?: string): Promise<OpenHours> {
  const element = await parsed<OpenHours>(markup(more, children), 'open-hours');
  await waitUntil(() => isMade(element), 'the table');
  return element;
}

/** A phone's screen. False in WebKitGTK, whose window has a least width, and no command to narrow it. */
const narrow = (): Promise<boolean> =>
  setViewport({ width: 360, height: 640 }).then(
    () => innerWidth <= 400,
    () => false,
  );

describe('<open-hours>', () => {
  const { now } = Date;
  const { innerWidth: width, innerHeight: height } = window;
  let spy: ReturnType<typeof watchConsole>;
  const itIs = (time: string): void => {
    Date.now = () => Date.parse(time);
  };

  beforeEach(() => {
    itIs(WEDNESDAY);
    spy = watchConsole();
  });
  afterEach(async () => {
    spy.restore();
    Date.now = now;
    if (innerWidth !== width) await setViewport({ width, height });
  });

  describe('the table', () => {
    it('a visitor reads the week, a line for each day, and which is today', async () => {
      const element = await made();
      expect(lines(element)).to.deep.equal([
        'Monday | 8 AM – 5 PM',
        'Tuesday | 8 AM – 5 PM',
        'Wednesday Today | 8 AM – 5 PM',
        'Thursday | 8 AM – 5 PM',
        'Friday | 8 AM – 5 PM',
        'Saturday | 9 AM – 12 PM',
        'Sunday | Closed',
      ]);
      expect(spy.lines).to.be.empty;
    });

    it('is a table for assistive technology: a name, a head for each line, no dash', async () => {
      const element = await made();
      expect(words(element.renderRoot.querySelector('caption'))).to.equal('Opening hours');
      expect(
        element.renderRoot.querySelectorAll('tr > th[scope="row"]:first-child'),
      ).to.have.length(7);
      expect(lines(element, told)[2]).to.equal('Wednesday Today | 8 AM to 5 PM');
      const times = [...element.renderRoot.querySelectorAll('tr:first-child time')];
      expect(times.map((time) => time.getAttribute('datetime'))).to.deep.equal(['08:00', '17:00']);
    });

    it('marks today by weight and a word, not by colour alone', async () => {
      const element = await made();
      const weight = (selector: string) =>
        Number(getComputedStyle(element.renderRoot.querySelector(selector)!).fontWeight);
      expect(weight('[part="today"] td')).to.be.greaterThan(weight('[part="day"] td'));
      expect(words(part(element, 'today')!.querySelector('.mark'))).to.equal('Today');
    });

    it('says whether the clinic is open now, in the words of the call button', async () => {
      const element = await made();
      expect(words(part(element, 'state'))).to.match(/^Open now Until 5 PM/);
      expect(element.matches(':state(open):state(made)')).to.be.true;
      itIs('2026-03-04T17:00-06:00');
      dispatchEvent(new Event('focus'));
      await element.updateComplete;
      expect(words(part(element, 'state'))).to.match(/^Closed now Opens tomorrow at 8 AM/);
      expect(element.matches(':state(closed)')).to.be.true;
      expect(element.matches(':state(open)')).to.be.false;
    });

    it('shows several times of a day, nights and whole days', async () => {
      const element = await made({
        hours: 'Mo 08:00-12:00,13:30-17:00; Fr 22:00-02:00; Sa 00:00-24:00; Su 18:00-24:00',
      });
      const week = lines(element);
      expect(week[0]).to.equal('Monday | 8 AM – 12 PM 1:30 PM – 5 PM');
      expect(week.slice(4)).to.deep.equal([
        'Friday | 10 PM – 2 AM',
        'Saturday | Open 24 hours',
        'Sunday | 6 PM – 12 AM',
      ]);
      expect((await made({ hours: '24/7' })).renderRoot.querySelectorAll('time')).to.be.empty;
    });

    it('a narrow screen has each time of a day on a line of its own', async function () {
      if (!(await narrow())) this.skip();
      const element = await made({ hours: 'Mo 08:00-12:00,13:00-17:00' });
      const [first, second] = [...element.renderRoot.querySelectorAll('.window')].map((window) =>
        window.getBoundingClientRect(),
      );
      expect(second!.top).to.be.at.least(first!.bottom);
      expect(second!.right).to.be.closeTo(first!.right, 1);
    });

    it('begins as the author says, or as the language of the page has it', async () => {
      const first = async (start: string, lang = 'en'): Promise<string> => {
        const element = await parsed<OpenHours>(
          `<div lang="${lang}">${markup({ start })}</div>`,
          'open-hours',
        );
        await waitUntil(() => isMade(element));
        return lines(element)[0]!.split(' ')[0]!;
      };
      expect(await first('monday')).to.equal('Monday');
      expect(await first('sunday')).to.equal('Sunday');
      expect(await first('today')).to.equal('Wednesday');
      expect(await first('', 'en-GB')).to.equal('Monday');
      const knowsWeeks =
        'weekInfo' in Intl.Locale.prototype || 'getWeekInfo' in Intl.Locale.prototype;
      const usual = knowsWeeks ? 'Sunday' : 'Monday';
      for (const start of ['', 'constructor', 'friday']) expect(await first(start)).to.equal(usual);
    });

    it('compact: days in a row with the same hours are one line, and read out in full', async () => {
      const element = await made({ compact: '' });
      expect(lines(element)).to.deep.equal([
        'Mon – Fri Today | 8 AM – 5 PM',
        'Saturday | 9 AM – 12 PM',
        'Sunday | Closed',
      ]);
      expect(lines(element, told)[0]).to.equal('Monday to Friday Today | 8 AM to 5 PM');
      element.compact = false;
      await element.updateComplete;
      expect(lines(element)).to.have.length(7);
    });

    it('follows its attributes', async () => {
      const element = await made();
      element.hours = 'Mo-Su 10:00-11:00';
      await waitUntil(() => lines(element)[6] === 'Sunday | 10 AM – 11 AM');
      element.timeZone = 'Pacific/Kiritimati';
      await waitUntil(() => part(element, 'today')?.textContent?.includes('Thursday'));
      element.holidays = '2026-03-08 closed Day off';
      await waitUntil(() => lines(element)[6] === 'Sunday Mar 8 · Day off | Closed');
    });

    it('takes objects as structured data has them', async () => {
      const element = await fixture<OpenHours>(
        html`<open-hours
          start="monday"
          time-zone="America/Chicago"
          .hours=${[{ dayOfWeek: ['Monday', 'Tuesday'], opens: '08:00', closes: '12:00' }]}
        ></open-hours>`,
      );
      await waitUntil(() => isMade(element));
      expect(lines(element).slice(0, 3)).to.deep.equal([
        'Monday | 8 AM – 12 PM',
        'Tuesday | 8 AM – 12 PM',
        'Wednesday Today | Closed',
      ]);
    });
  });

  describe('holidays', () => {
    const holidays =
      '2026-03-05 closed Founder’s Day; 2026-03-24/2026-03-25 08:00-12:00 Spring break; 2026-05-01 closed';

    it('of this week stand beside their day, with their date', async () => {
      const element = await made({ holidays });
      expect(lines(element)[3]).to.equal('Thursday Mar 5 · Founder’s Day | Closed');
    });

    it('of the next four weeks stand below, under a heading of the next level', async () => {
      const element = await made({ holidays, heading: 'When we are here', 'heading-level': '3' });
      expect(headings(element)).to.deep.equal(['h3 When we are here', 'h4 Holidays']);
      expect(lines(element).slice(7)).to.deep.equal(['Spring break March 24 – 25 | 8 AM – 12 PM']);
      const captions = [...element.renderRoot.querySelectorAll('caption')].map(words);
      expect(captions).to.deep.equal(['When we are here', 'Holidays']);
    });

    it('of no name are told by their date', async () => {
      const element = await made({ holidays: '2026-03-17 closed' });
      expect(lines(element)[7]).to.equal('Tuesday, March 17 | Closed');
    });

    it('are not spoken of where there are none', async () => {
      const element = await made({ holidays: '2026-05-01 closed' });
      expect(headings(element)).to.be.empty;
      expect(element.renderRoot.querySelectorAll('table')).to.have.length(1);
    });
  });

  describe('turning over', () => {
    it('at the clinic’s midnight another line is today, and the table is the same one', async () => {
      itIs('2026-03-04T23:59:59-06:00');
      const element = await made();
      const table = part(element, 'table');
      itIs('2026-03-05T00:00:00-06:00');
      dispatchEvent(new Event('focus'));
      await element.updateComplete;
      expect(lines(element).filter((line) => line.includes('Today'))).to.deep.equal([
        'Thursday Today | 8 AM – 5 PM',
      ]);
      expect(part(element, 'table') === table).to.be.true;
    });

    it('on the night when the clock is put forward it turns too, and times stay as they are', async () => {
      itIs('2026-03-08T23:30-05:00');
      const element = await made({ hours: 'Su 01:30-03:30; Mo 08:00-17:00' });
      expect(lines(element)[6]).to.equal('Sunday Today | 1:30 AM – 3:30 AM');
      itIs('2026-03-09T00:00-05:00');
      dispatchEvent(new Event('focus'));
      await element.updateComplete;
      expect(lines(element)[0]).to.equal('Monday Today | 8 AM – 5 PM');
    });

    it('not while it is out of the page; it catches up when it is back', async () => {
      const element = await made();
      const home = element.parentElement!;
      element.remove();
      itIs('2026-03-05T12:00-06:00');
      dispatchEvent(new Event('focus'));
      await element.updateComplete;
      expect(words(part(element, 'today'))).to.match(/^Wednesday/);
      home.append(element);
      await waitUntil(() => words(part(element, 'today')).startsWith('Thursday'));
    });
  });

  describe('the author’s children', () => {
    const list = '<ul id="own"><li>Monday to Friday 8 to 5</li></ul>';

    it('are out of sight once the table is there, and still in the page', async () => {
      const element = await made({}, list);
      expect(element.querySelector('#own')!.checkVisibility()).to.be.false;
      expect(element.innerHTML).to.equal(list);
    });

    it('stay where the hours cannot be read in full, and the author is told', async () => {
      const cases: [string, Record<string, string>][] = [
        ['"call us" cannot be read', { hours: 'call us' }],
        ['"Sa if you ring" cannot be read', { hours: 'Mo-Fr 08:00-17:00; Sa if you ring' }],
        ['"Labour Day" cannot be read', { holidays: 'Labour Day' }],
        ['time zone', { 'time-zone': 'Central' }],
      ];
      for (const [problem, more] of cases) {
        const element = await parsed<OpenHours>(markup(more, list), 'open-hours');
        await waitUntil(() => spy.lines.some((line) => line.includes(problem)), problem);
        await element.updateComplete;
        expect(element.querySelector('#own')!.checkVisibility(), problem).to.be.true;
        expect(isMade(element), problem).to.be.false;
        expect(element.matches(':state(open), :state(closed), :state(made)'), problem).to.be.false;
      }
    });

    it('come back where the hours go, and go where hours come', async () => {
      const element = await made({}, list);
      element.hours = '';
      await element.updateComplete;
      expect(element.querySelector('#own')!.checkVisibility()).to.be.true;
      element.hours = USUAL;
      await waitUntil(() => isMade(element));
      expect(element.querySelector('#own')!.checkVisibility()).to.be.false;
    });

    it('a note stays below the table', async () => {
      const element = await made({}, `${list}<p slot="note">Ring twice.</p>`);
      const note = element.querySelector('p')!;
      expect(note.checkVisibility()).to.be.true;
      expect(note.getBoundingClientRect().top).to.be.at.least(
        part(element, 'table')!.getBoundingClientRect().bottom,
      );
    });

    it('a phone number is never hidden, and the author is told where to put it', async () => {
      const number = '<a href="tel:+12105550142">(210) 555-0142</a>';
      const noted = await made({}, `${list}<p slot="note">${number}</p>`);
      expect(noted.querySelector('#own')!.checkVisibility()).to.be.false;
      expect(spy.lines).to.be.empty;
      const element = await made({}, `<p>Weekdays, or call ${number}</p>`);
      expect(element.querySelector('a')!.checkVisibility()).to.be.true;
      expect(spy.lines).to.have.length(1);
      expect(spy.lines[0]).to.include('slot="note"');
    });

    it('a heading of theirs is the table’s, at its level', async () => {
      const element = await made({}, `<h3>Come in</h3>${list}`);
      expect(headings(element)).to.deep.equal(['h3 Come in']);
      expect(element.querySelector('h3')!.checkVisibility(), 'once is enough').to.be.false;
      const unreadable = await parsed<OpenHours>(
        markup({ hours: 'call us' }, `<h3>Come in</h3>${list}`),
        'open-hours',
      );
      expect(headings(unreadable)).to.be.empty;
      expect(unreadable.querySelector('h3')!.checkVisibility()).to.be.true;
    });

    it('where there are none, unreadable hours are shown as they were written', async () => {
      for (const children of ['', '\n  ', '<br><p></p>', '<!-- none -->']) {
        const element = await parsed<OpenHours>(
          markup({ hours: 'Weekdays, by appointment' }, children),
          'open-hours',
        );
        await waitUntil(() => !element.renderRoot.querySelector('.room'), 'it has settled');
        expect(words(element.renderRoot)).to.equal('Weekdays, by appointment');
      }
    });

    it('a saved copy of the page makes its table anew, once', async () => {
      const first = await made({}, list);
      const element = await parsed<OpenHours>(first.outerHTML, 'open-hours');
      await waitUntil(() => isMade(element));
      expect(element.outerHTML).to.equal(first.outerHTML);
      expect(element.renderRoot.querySelectorAll('table')).to.have.length(1);
    });
  });

  describe('languages', () => {
    it('in Spanish, with times and days as people say them there', async () => {
      const element = await parsed<OpenHours>(
        `<div lang="es-US">${markup({ compact: '', holidays: '2026-03-24 closed Fiesta' })}</div>`,
        'open-hours',
      );
      await waitUntil(() => isMade(element) && words(part(element, 'today')).includes('Hoy'));
      expect(lines(element)).to.deep.equal([
        'lun – vie Hoy | 8 a.m. – 5 p.m.',
        'sábado | 9 a.m. – 12 p.m.',
        'domingo | Cerrado',
        'Fiesta martes, 24 de marzo | Cerrado',
      ]);
      expect(lines(element, told)[0]).to.equal('lunes a viernes Hoy | 8 a.m. a 5 p.m.');
      expect(words(part(element, 'state'))).to.match(/^Abierto ahora Hasta las 5 p.m./);
    });

    it('a British page has 24 hours; a language without words is English throughout', async () => {
      const first = async (lang: string): Promise<string> => {
        const element = await parsed<OpenHours>(
          `<div lang="${lang}">${markup()}</div>`,
          'open-hours',
        );
        await waitUntil(() => isMade(element));
        return lines(element)[0]!;
      };
      expect(await first('en-GB')).to.equal('Monday | 08:00 – 17:00');
      expect(await first('ar')).to.equal('Monday | 8 AM – 5 PM');
      expect(await first('"x')).to.equal('Monday | 8 AM – 5 PM');
    });

    it('on a right-to-left page days stand at the right, and a time reads as ever', async () => {
      const element = await parsed<OpenHours>(`<div dir="rtl">${markup()}</div>`, 'open-hours');
      await waitUntil(() => isMade(element));
      const [day, hours] = [...part(element, 'today')!.children].map((cell) =>
        cell.getBoundingClientRect(),
      );
      expect(day!.left).to.be.at.least(hours!.right - 1);
      const [opens, closes] = [...part(element, 'today')!.querySelectorAll('time')];
      expect(opens!.getBoundingClientRect().left).to.be.greaterThan(
        closes!.getBoundingClientRect().right,
      );
      // The digit left of its AM.
      const range = document.createRange();
      const text = opens!.firstChild ?? opens!;
      const node =
        [...opens!.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE) ?? text;
      const at = (offset: number): number => {
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        return range.getBoundingClientRect().left;
      };
      expect(at(0)).to.be.lessThan(at(2));
    });
  });

  it('on paper nothing says what holds only now', async function () {
    const element = await made({ holidays: '2026-03-24 closed Fiesta' });
    const printed = await emulateMedia({ media: 'print' }).then(
      () => true,
      () => false,
    );
    // Only Chromium lets a test print.
    if (!printed) this.skip();
    try {
      expect(part(element, 'state')!.checkVisibility()).to.be.false;
      expect(element.renderRoot.querySelector('.mark')!.checkVisibility()).to.be.false;
      const [today, other] = [part(element, 'today')!, part(element, 'day')!].map((row) => {
        const { fontWeight, backgroundColor } = getComputedStyle(row.querySelector('td')!);
        return `${fontWeight} ${backgroundColor}`;
      });
      expect(today).to.equal(other);
      expect(part(element, 'table')!.checkVisibility()).to.be.true;
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  describe('the page does not move', () => {
    /** The element in a page of its own with the package's sheet, before any script: how high it is. */
    async function heightBefore(children: string, more: Record<string, string>): Promise<number> {
      const frame = await fixture<HTMLIFrameElement>(
        html`<iframe width="352" srcdoc="<!doctype html><title>Before</title>"></iframe>`,
      );
      await waitUntil(() => frame.contentDocument?.title === 'Before');
      const { contentDocument: page } = frame;
      const theme = hostRules('open-hours');
      const style = page!.createElement('style');
      style.textContent = `body { margin: 0 } ${theme}${lightStyles.cssText}${pageStyles.cssText}`;
      page!.head.append(style);
      page!.documentElement.style.fontFamily = getComputedStyle(document.body).fontFamily;
      page!.body.innerHTML = markup(more, children);
      return page!.querySelector('open-hours')!.getBoundingClientRect().height;
    }

    it('its room is there before the script, and the table fills it', async function () {
      if (!(await narrow())) this.skip();
      const list = `<ul>${'<li>A day: 8 to 5</li>'.repeat(13)}</ul>`;
      const cases: [string, Record<string, string>, string?][] = [
        ['alone', {}],
        ['with a heading', { heading: 'Opening hours' }],
        ['closed over lunch', { hours: 'Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-12:00' }],
        ['compact', { compact: '', heading: 'Opening hours' }],
        ['with lower children', { heading: 'Opening hours' }, '<p>Weekdays 8 to 5</p>'],
        ['with higher children', {}, `<h2>Opening hours</h2>${list}<p>Or so.</p><p>Mostly.</p>`],
      ];
      for (const [what, more, children = ''] of cases) {
        const before = await heightBefore(children, more);
        const element = await parsed<OpenHours>(markup(more, children), 'open-hours');
        const waiting = element.getBoundingClientRect().height;
        await waitUntil(() => isMade(element));
        const after = element.getBoundingClientRect().height;
        expect(waiting, `${what}: when the script is there`).to.be.closeTo(before, 1);
        expect(after, `${what}: when the table is there`).to.be.closeTo(before, 1);
      }
    });

    it('nothing moves when the state changes', async () => {
      const element = await made({ holidays: '2026-03-05 closed Founder’s Day' });
      const { height } = element.getBoundingClientRect();
      for (const time of ['04T17:00', '05T00:00', '06T07:00', '06T08:00', '07T12:00']) {
        itIs(`2026-03-${time}-06:00`);
        dispatchEvent(new Event('focus'));
        await element.updateComplete;
        expect(element.getBoundingClientRect().height, time).to.be.closeTo(height, 1);
      }
    });

    it('the browser counts no shift', async function () {
      // Only Chromium counts.
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) this.skip();
      const shifts: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          shifts.push((entry as PerformanceEntry & { value: number }).value);
        }
      });
      observer.observe({ type: 'layout-shift' });
      const place = await fixture<HTMLElement>(html`<div></div>`);
      place.innerHTML = `${markup({ heading: 'Opening hours' })}<p>What comes after.</p>`;
      const element = place.querySelector('open-hours')!;
      await waitUntil(() => isMade(element));
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
      const still = shifts.reduce((sum, shift) => sum + shift, 0);
      // It does see what moves.
      element.style.paddingBlockStart = '100px';
      await waitUntil(() => shifts.length > 0, 'a shift that is one');
      observer.disconnect();
      expect(still).to.equal(0);
    });
  });
});
