// What a visitor and an author meet in condition-checker. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/condition-checker/define.js';
import '../../src/elements/contact-form/define.js';
import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { nothing } from 'lit';
import type { ConditionChecker } from '../../src/elements/condition-checker/condition-checker.js';
import type { ContactForm } from '../../src/elements/contact-form/contact-form.js';
import { es } from '../../src/locales/messages/es.js';
import { registerLocale } from '../../src/foundation/locale.js';
import { kneeTree } from '../../stories/checker-trees.js';
import { click, Network, never, pause, stringsIn, watchConsole, words } from './support.js';

interface Given {
  tree?: object;
  expired?: string;
  country?: string;
  phone?: string;
  form?: string;
  lang?: string;
}

const inside = <Found extends Element = HTMLElement>(
  element: ConditionChecker | ContactForm,
  selector: string,
): Found | null => element.renderRoot.querySelector<Found>(selector);
const textOf = (element: ConditionChecker, selector: string) => words(inside(element, selector));
const question = (element: ConditionChecker) => textOf(element, '.place .heading');
const focused = (element: ConditionChecker | ContactForm): Element | null =>
  (element.renderRoot as ShadowRoot).activeElement;

/** The element at its start. */
async function checker({
  tree = kneeTree(),
  expired,
  country = 'US',
  phone = '(210) 555-0142',
  form,
  lang,
}: Given = {}): Promise<ConditionChecker> {
  const element = await fixture<ConditionChecker>(
    html`<condition-checker
      country=${country}
      phone=${phone}
      expired=${expired ?? nothing}
      form=${form ?? nothing}
      lang=${lang ?? nothing}
      .tree=${tree}
    ></condition-checker>`,
  );
  await waitUntil(() => inside(element, '[part="start"], .notice'), 'the start', { timeout: 5000 });
  return element;
}

function button(element: ConditionChecker, label: string): HTMLElement {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (each) => words(each) === label,
  );
  if (!found) throw new Error(`no button "${label}"`);
  return found;
}

/** What stands above it, e.g. a form whose code comes, may still move it. */
async function still(target: Element): Promise<void> {
  let top = NaN;
  for (let frame = 0; frame < 60 && target.getBoundingClientRect().top !== top; frame++) {
    top = target.getBoundingClientRect().top;
    await nextFrame();
    await nextFrame();
  }
}

async function press(element: ConditionChecker, label: string): Promise<void> {
  const target = button(element, label);
  await still(target);
  await click(target);
  await element.updateComplete;
}

async function choose(element: ConditionChecker, ...labels: string[]): Promise<void> {
  for (const label of labels) {
    const option = [...element.renderRoot.querySelectorAll('.option')].find((each) =>
      words(each).startsWith(label),
    );
    if (!option) throw new Error(`no option "${label}"`);
    await still(option);
    await click(option);
    await element.updateComplete;
  }
}

async function write(element: ConditionChecker, text: string): Promise<void> {
  inside(element, '#answer')!.focus();
  await sendKeys({ type: text });
}

/** Answers everything, so that it ends at "Have it looked at this week": what other tests begin with. */
async function toTheEnd(element: ConditionChecker): Promise<void> {
  const next = async (answer?: string): Promise<void> => {
    if (answer) inside(element, `[value="${answer}"]`)!.click();
    inside(element, '[part="next"], [part="start"]')!.click();
    await element.updateComplete;
  };
  await next();
  await next('knee');
  await next('swollen');
  await write(element, '45');
  await next();
  await next('days');
}

const checkedOf = (element: ConditionChecker) =>
  [...element.renderRoot.querySelectorAll<HTMLInputElement>('.option input')]
    .filter(({ checked }) => checked)
    .map(({ value }) => value);

describe('<condition-checker>', () => {
  describe('its start', () => {
    it('says what it is, who reviewed it and when, and whom to call', async () => {
      const element = await checker();
      expect(textOf(element, '.heading')).to.equal('Sore knee: where to turn');
      expect(textOf(element, '.review')).to.equal(
        'Reviewed by Ines Marlow, MD on September 1, 2026',
      );
      expect(textOf(element, '.start')).to.contain('it cannot tell what you have');
      expect(inside<HTMLAnchorElement>(element, '.hotline a')!.href).to.equal('tel:911');
      expect(inside(element, '.notice')).to.be.null;
    });

    it('keeps the author’s words in sight until somebody starts, and brings them back', async () => {
      const element = await fixture<ConditionChecker>(
        html`<condition-checker country="US" .tree=${kneeTree()}
          ><h3>Knees</h3>
          <p>In an emergency call <a href="tel:911">911</a>.</p></condition-checker
        >`,
      );
      await waitUntil(() => inside(element, '[part="start"]'));
      const paragraph = element.querySelector('p')!;
      expect(paragraph.checkVisibility()).to.be.true;
      expect(inside(element, '.hotline'), 'the number is there already').to.be.null;
      await press(element, 'Start');
      expect(paragraph.checkVisibility()).to.be.false;
      expect(textOf(element, 'h3.heading'), 'the heading stays').to.equal('Knees');
      expect(inside(element, 'legend h4'), 'a question is one below').to.exist;
      expect(inside(element, '.hotline a'), 'and the number').to.exist;
      await press(element, 'Back');
      expect(paragraph.checkVisibility()).to.be.true;
      expect(focused(element) === button(element, 'Start')).to.be.true;
    });

    it('shows nothing of what it makes ready while nobody waits', async () => {
      const element = await checker();
      const before = element.renderRoot.textContent;
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(inside(element, 'form, fieldset, .result')).to.be.null;
      expect(element.renderRoot.textContent).to.equal(before);
    });

    it('says of an example that it is one, and names nobody who answers for it', async () => {
      const element = await checker({ tree: kneeTree({ example: true }) });
      expect(textOf(element, '.notice')).to.contain('do not rely on it');
      expect(inside(element, '.review')).to.be.null;
    });

    it('says that its review is too old, and goes on', async () => {
      const { lines, restore } = watchConsole();
      const element = await checker({
        tree: kneeTree({ reviewedOn: '2020-03-01', reviewMonths: 12 }),
      });
      restore();
      expect(textOf(element, '.notice')).to.contain('held until March 1, 2021');
      expect(lines.join()).to.contain('too old');
      await press(element, 'Start');
      expect(question(element)).to.equal('Where does it hurt most?');
    });

    it('does not start with a review that is too old, where the author says stop', async () => {
      const tree = kneeTree({ reviewedOn: '2020-03-01', reviewMonths: 12 });
      const element = await checker({ tree, expired: 'stop' });
      expect(inside(element, '[part="start"]')).to.be.null;
      expect(inside<HTMLAnchorElement>(element, 'a.button')!.href).to.equal('tel:+12105550142');
      expect(inside(element, '.hotline a')).to.exist;
    });

    it('does not start before the day of its review', async () => {
      const element = await checker({ tree: kneeTree({ reviewedOn: '2199-01-01' }) });
      expect(inside(element, '[part="start"]')).to.be.null;
    });

    it('does not start without reviewer, day and disclaimer, and says what to mend', async () => {
      for (const lack of ['reviewedBy', 'reviewedOn', 'disclaimer']) {
        const codes: string[] = [];
        const { lines, restore } = watchConsole();
        const element = await fixture<ConditionChecker>(
          html`<condition-checker
            country="US"
            .tree=${kneeTree({ [lack]: undefined })}
            @checker-error=${(event: GlobalEventHandlersEventMap['checker-error']) =>
              codes.push(event.code)}
            ><p id="words">Call us.</p></condition-checker
          >`,
        );
        await waitUntil(() => codes.length, lack);
        restore();
        expect(codes).to.deep.equal(['not-a-tree']);
        expect(lines.join('\n'), lack).to.contain(lack);
        await element.updateComplete;
        expect(inside(element, '[part="start"]')).to.be.null;
        expect(element.querySelector('p')!.checkVisibility()).to.be.true;
        element.remove();
      }
    });
  });

  describe('its tree', () => {
    let network: Network;
    afterEach(() => network.restore());

    it('comes from "src", without cookies', async () => {
      network = new Network(() => Response.json(kneeTree()));
      const element = await fixture<ConditionChecker>(
        html`<condition-checker src="/knee.json" country="US"></condition-checker>`,
      );
      await waitUntil(() => inside(element, '[part="start"]'));
      expect(network.calls.map(({ url }) => url.pathname)).to.deep.equal(['/knee.json']);
    });

    it('comes from JSON between the tags, also where that comes later', async () => {
      network = new Network(never);
      const element = await fixture<ConditionChecker>(
        html`<condition-checker country="US"></condition-checker>`,
      );
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify(kneeTree());
      element.append(script);
      await waitUntil(() => inside(element, '[part="start"]'));
      expect(network.calls).to.be.empty;
    });

    it('is asked for again when the visitor wants that', async () => {
      network = new Network((_, index) =>
        index ? Response.json(kneeTree()) : new Response('', { status: 503 }),
      );
      const { restore } = watchConsole();
      const element = await fixture<ConditionChecker>(
        html`<condition-checker src="/knee.json" country="US"></condition-checker>`,
      );
      await waitUntil(() => inside(element, '.notice'));
      restore();
      expect(textOf(element, '.hotline')).to.contain('911');
      await press(element, 'Try again');
      await waitUntil(() => inside(element, '[part="start"]'));
      expect(inside(element, '.notice')).to.be.null;
    });

    it('keeps room while it is on its way, and none where there is none', async () => {
      network = new Network(never);
      const height = async (src?: string) => {
        const element = await fixture<ConditionChecker>(
          html`<condition-checker src=${src ?? nothing}></condition-checker>`,
        );
        return element.offsetHeight;
      };
      expect((await height('/knee.json')) - (await height())).to.be.greaterThan(180);
    });
  });

  describe('a question', () => {
    it('takes the focus with its heading, one after the other', async () => {
      const element = await checker();
      await press(element, 'Start');
      expect(words(focused(element))).to.equal('Where does it hurt most?');
      await choose(element, 'Knee');
      expect(question(element), 'choosing does not go on').to.equal('Where does it hurt most?');
      await press(element, 'Next');
      expect(words(focused(element))).to.equal('Is any of this so?');
      expect(textOf(element, '#progress')).to.equal('Question 2, at most 2 more');
      expect(inside<HTMLProgressElement>(element, 'progress')!.position).to.equal(0.25);
    });

    it('can be answered with keys alone', async () => {
      const element = await checker();
      inside(element, '[part="start"]')!.focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      inside(element, '.option input')!.focus();
      await sendKeys({ press: 'ArrowDown' });
      await element.updateComplete;
      expect(checkedOf(element)).to.deep.equal(['thigh']);
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(question(element)).to.equal('Is any of this so?');
      inside(element, '[value="none"]')!.focus();
      await sendKeys({ press: ' ' });
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      await write(element, '45');
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(question(element)).to.equal('For how long has it hurt?');
    });

    it('says what is missing, beside it and by the focus', async () => {
      const element = await checker();
      await press(element, 'Start');
      await press(element, 'Next');
      expect(textOf(element, '.problem')).to.equal('Choose an answer to go on.');
      expect(inside(element, 'fieldset')!.getAttribute('aria-describedby')).to.contain('problem');
      expect(focused(element) === inside(element, '.option input')).to.be.true;
      await choose(element, 'Knee');
      await press(element, 'Next');
      expect(inside(element, '.problem')).to.be.null;
    });

    it('lets "none of these" stand alone, and the others put it out', async () => {
      const element = await checker();
      await press(element, 'Start');
      await choose(element, 'Knee');
      await press(element, 'Next');
      await choose(element, 'It is swollen', 'It is hot');
      expect(checkedOf(element)).to.deep.equal(['hot', 'swollen']);
      await choose(element, 'None of these');
      expect(checkedOf(element)).to.deep.equal(['none']);
      await choose(element, 'It is swollen');
      expect(checkedOf(element)).to.deep.equal(['swollen']);
      await choose(element, 'It is swollen');
      expect(checkedOf(element)).to.deep.equal([]);
    });

    it('keeps a number that does not fit, and says which would', async () => {
      const element = await checker();
      await press(element, 'Start');
      await choose(element, 'Knee');
      await press(element, 'Next');
      await choose(element, 'None');
      await press(element, 'Next');
      await write(element, '450 years');
      await press(element, 'Next');
      const field = inside<HTMLInputElement>(element, '#answer')!;
      expect(textOf(element, '.problem')).to.contain('in digits');
      expect(field.value).to.equal('450 years');
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(focused(element) === field).to.be.true;
      field.select();
      await sendKeys({ type: '450' });
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(textOf(element, '.problem')).to.equal('Enter a number from 16 to 110.');
    });

    it('loses nothing on the way back and forth, chosen or only half written', async () => {
      const element = await checker();
      await press(element, 'Start');
      await choose(element, 'Foot');
      await press(element, 'Next');
      await choose(element, 'It is swollen');
      await press(element, 'Next');
      await write(element, '4x');
      await press(element, 'Back');
      expect(checkedOf(element)).to.deep.equal(['swollen']);
      await press(element, 'Back');
      expect(checkedOf(element)).to.deep.equal(['foot']);
      await press(element, 'Back');
      await press(element, 'Start');
      expect(checkedOf(element)).to.deep.equal(['foot']);
      await press(element, 'Next');
      expect(checkedOf(element)).to.deep.equal(['swollen']);
      await press(element, 'Next');
      expect(inside<HTMLInputElement>(element, '#answer')!.value).to.equal('4x');
    });

    it('may be passed over where it is optional', async () => {
      const element = await checker();
      await press(element, 'Start');
      expect(() => button(element, 'Skip this question')).to.throw();
      await choose(element, 'Knee');
      await press(element, 'Next');
      await choose(element, 'None');
      await press(element, 'Next');
      await write(element, '45');
      await press(element, 'Next');
      await press(element, 'Skip this question');
      expect(question(element)).to.equal('Give it a week of easy days');
      expect(textOf(element, '.summary')).to.contain('Skipped');
    });

    it('about a place of the body can be answered on the picture, which follows the list', async () => {
      const element = await checker();
      await press(element, 'Start');
      const shape = (region: string) => inside(element, `svg [data-region="${region}"]`)!;
      await waitUntil(() => shape('knee'));
      await click(shape('knee'));
      await element.updateComplete;
      expect(checkedOf(element)).to.deep.equal(['knee']);
      await choose(element, 'Foot');
      expect(shape('foot').classList.contains('is')).to.be.true;
      expect(shape('knee').classList.contains('is')).to.be.false;
      await click(shape('head'));
      expect(checkedOf(element), 'nobody asked about the head').to.deep.equal(['foot']);
      expect(inside(element, 'figure')!.getAttribute('aria-hidden')).to.equal('true');
    });

    it('is asked in the page’s language', async () => {
      registerLocale('es', es);
      const element = await checker({ lang: 'es-US' });
      await press(element, 'Empezar');
      expect(question(element)).to.equal('¿Dónde le duele más?');
      expect(textOf(element, '#progress')).to.equal('Pregunta 1, como máximo 3 más');
      expect(textOf(element, '.hotline')).to.contain('llame ahora al 911');
    });

    it('says which language a text is in that is not the page’s', async () => {
      const element = await checker({ lang: 'fr' });
      await press(element, 'Start');
      expect(inside(element, '.place')!.lang, 'the words of ours').to.equal('en');
      expect(inside(element, '.heading [lang]'), 'the tree speaks English too').to.be.null;
    });
  });

  describe('its end', () => {
    it('comes at once with an emergency: the call, and nothing beside it', async () => {
      const element = await checker();
      await press(element, 'Start');
      await choose(element, 'Knee');
      await press(element, 'Next');
      await choose(element, 'The leg looks crooked');
      await press(element, 'Next');
      expect(words(focused(element))).to.equal('Call for help now');
      expect(textOf(element, '.level')).to.equal('Emergency');
      const [first, ...more] = element.renderRoot.querySelectorAll<HTMLAnchorElement>('a.call');
      expect(first!.href).to.equal('tel:911');
      expect(words(first)).to.equal('Call 911 now');
      expect(first!.offsetHeight).to.be.greaterThan(60);
      expect(more).to.be.empty;
      expect(inside(element, '.reading, .handover, [aria-expanded]')).to.be.null;
    });

    it('names no emergency number that is not certain', async () => {
      const { restore } = watchConsole();
      const element = await checker({ country: 'ZZ' });
      await press(element, 'Start');
      expect(textOf(element, '.hotline')).to.contain('your local emergency number');
      restore();
    });

    it('says what to do, what to read and what it was made of', async () => {
      const element = await checker();
      await toTheEnd(element);
      expect(words(focused(element))).to.equal('Have it looked at this week');
      expect(textOf(element, '.level')).to.equal('Soon');
      expect(inside(element, '.call')!.getAttribute('href')).to.equal('tel:+12105550142');
      const read = [...element.renderRoot.querySelectorAll<HTMLAnchorElement>('.reading a')];
      expect(read.map((link) => link.pathname)).to.deep.equal([
        '/articles/your-first-visit/',
        '/articles/rest/',
      ]);
      expect(textOf(element, '.result')).to.contain('it cannot tell what you have');
      expect(textOf(element, '.summary')).to.contain('How old are you? 45 years');
      expect(inside(element, '.hotline a')).to.exist;
    });

    it('lets an answer be changed, and comes back', async () => {
      const element = await checker();
      await toTheEnd(element);
      await click(inside(element, '[aria-label="Change your answer: Is any of this so?"]')!);
      await element.updateComplete;
      expect(checkedOf(element)).to.deep.equal(['swollen']);
      await choose(element, 'None of these');
      await press(element, 'Next');
      expect(question(element)).to.equal('Give it a week of easy days');
    });

    it('forgets everything with "Start again"', async () => {
      const element = await checker();
      await toTheEnd(element);
      await press(element, 'Start again');
      expect(focused(element) === button(element, 'Start')).to.be.true;
      await press(element, 'Start');
      expect(checkedOf(element)).to.deep.equal([]);
    });

    it('forgets everything when a browser brings the page back', async () => {
      const element = await checker();
      await toTheEnd(element);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
      await element.updateComplete;
      expect(inside(element, '.result')).to.exist;
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await element.updateComplete;
      expect(inside(element, '.result')).to.be.null;
      await press(element, 'Start');
      expect(checkedOf(element)).to.deep.equal([]);
    });
  });

  describe('hand-over', () => {
    const TEXT =
      /^Sore knee: where to turn \(version 1\.2\.0\)[^]*\n– It is swollen\n[^]*\n– 45 years/;

    async function withForm(form: unknown): Promise<[ConditionChecker, ContactForm]> {
      const place = await fixture<HTMLElement>(html`<div>${form}</div>`);
      const element = await checker();
      await toTheEnd(element);
      return [element, place.querySelector('contact-form')!];
    }
    const OWN = html`<contact-form fields="name message"></contact-form>`;
    const AUTHORED = html`<contact-form
      ><form>
        <label>Name <input name="name" /></label><label>Why <textarea name="why"></textarea></label>
        <button>Send</button>
      </form></contact-form
    >`;
    const messageOf = (form: ContactForm) =>
      inside<HTMLTextAreaElement>(form, 'textarea') ?? form.querySelector('textarea')!;

    it('shows what would be added, lets it be changed, and adds it below what is there', async () => {
      const [element, form] = await withForm(OWN);
      const message = messageOf(form);
      message.value = 'Good morning.';
      await press(element, 'Ask for a visit');
      expect(words(focused(element))).to.equal('Add your answers to your message?');
      const area = inside<HTMLTextAreaElement>(element, 'textarea')!;
      expect(area.value).to.match(TEXT);
      expect(message.value, 'nothing before they agree').to.equal('Good morning.');
      area.focus();
      area.setSelectionRange(area.value.length, area.value.length);
      await sendKeys({ type: ' My left one.' });
      const shown = area.value;
      await press(element, 'Add to my message');
      await form.updateComplete;
      expect(shown).to.match(/My left one\.$/);
      expect(message.value).to.equal(`Good morning.\n\n${shown}`);
      expect(focused(form) === message).to.be.true;
      expect(inside(element, '.handover')).to.be.null;
    });

    it('gives the form alone to who does not want that', async () => {
      const [element, form] = await withForm(OWN);
      await press(element, 'Ask for a visit');
      await press(element, 'No, just the form');
      await waitUntil(() => focused(form));
      expect(messageOf(form).value).to.equal('');
      expect(focused(form) === inside(form, '[name="name"]')).to.be.true;
    });

    it('fills a form of the author’s, whatever its field is called', async () => {
      const [element, form] = await withForm(AUTHORED);
      await press(element, 'Ask for a visit');
      await press(element, 'Add to my message');
      await form.updateComplete;
      expect(messageOf(form).value).to.match(TEXT);
      expect(document.activeElement === messageOf(form)).to.be.true;
    });

    it('fills a shielded form', async () => {
      const [element, form] = await withForm(
        html`<contact-form shielded
          ><form>
            <label>Message <textarea name="message"></textarea></label><button>Send</button>
          </form></contact-form
        >`,
      );
      await waitUntil(() => inside(form, 'textarea'));
      await press(element, 'Ask for a visit');
      await press(element, 'Add to my message');
      await form.updateComplete;
      expect(messageOf(form).value).to.match(TEXT);
      expect(focused(form) === messageOf(form)).to.be.true;
    });

    it('says that a form has no room for it, and keeps the text', async () => {
      const [element, form] = await withForm(html`<contact-form fields="name"></contact-form>`);
      await press(element, 'Ask for a visit');
      await press(element, 'Add to my message');
      expect(textOf(element, '.problem')).to.contain('no room');
      expect(inside<HTMLTextAreaElement>(element, 'textarea')!.value).to.match(TEXT);
      await press(element, 'No, just the form');
      await waitUntil(() => focused(form));
      expect(focused(form) === inside(form, '[name="name"]')).to.be.true;
    });

    it('is not offered where the page has no form', async () => {
      const { restore } = watchConsole();
      const element = await checker();
      await toTheEnd(element);
      restore();
      expect(() => button(element, 'Ask for a visit')).to.throw();
    });

    it('goes to the form that the author names', async () => {
      const place = await fixture<HTMLElement>(html`
        <div>${OWN}<contact-form id="second" fields="message"></contact-form></div>
      `);
      const element = await checker({ form: 'second' });
      await toTheEnd(element);
      await press(element, 'Ask for a visit');
      await press(element, 'Add to my message');
      const [first, second] = place.querySelectorAll('contact-form');
      expect(messageOf(first!).value).to.equal('');
      expect(messageOf(second!).value).to.match(TEXT);
    });
  });

  describe('privacy', () => {
    it('keeps answers and outcome out of events, address, title, storage, console and page', async () => {
      const types = new Set<string>();
      const said: string[] = [];
      const dispatched: string[] = [];
      const real = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event) {
        dispatched.push(event.type);
        return real.call(this, event);
      };
      const listen = (event: Event): void => {
        types.add(event.type);
        said.push(stringsIn(event));
      };
      const TYPES = ['input', 'beforeinput', 'keydown', 'keyup', 'change', 'submit', 'formdata'];
      const names = ['checker-start', 'checker-finish', 'checker-error', ...TYPES];
      for (const name of names) addEventListener(name, listen);
      const { lines, restore } = watchConsole();
      const network = new Network(never);
      const address = location.href;
      const { title } = document;
      const history = window.history.length;
      await fixture(html`<contact-form fields="message"></contact-form>`);
      const element = await checker();
      const before = element.outerHTML;
      const attributes = document.documentElement.outerHTML.length;
      await toTheEnd(element);
      await pause(50);
      for (const name of names) removeEventListener(name, listen);
      EventTarget.prototype.dispatchEvent = real;
      restore();
      network.restore();

      expect([...types].sort().filter((type) => type.startsWith('checker'))).to.deep.equal([
        'checker-finish',
        'checker-start',
      ]);
      expect(dispatched.filter((type) => type.startsWith('checker'))).to.have.length(2);
      for (const type of TYPES) expect(types.has(type), `${type} stays inside`).to.be.false;
      expect(said.join('\n')).not.to.match(/45|swollen|knee|soon/i);
      expect(element.outerHTML).to.equal(before);
      expect(document.documentElement.outerHTML.length).to.equal(attributes);
      expect([location.href, document.title, window.history.length]).to.deep.equal([
        address,
        title,
        history,
      ]);
      expect(lines).to.be.empty;
      expect(network.calls).to.be.empty;
      expect(Object.keys(localStorage).concat(Object.keys(sessionStorage))).to.be.empty;
      for (const level of ['emergency', 'urgent', 'soon', 'routine', 'self'])
        expect(matchesState(element, level), level).to.be.false;
    });

    it('asks recorders to pass it over', async () => {
      const element = await checker();
      const place = inside(element, '.inside')!;
      expect(place.hasAttribute('data-hj-suppress')).to.be.true;
      expect(place.classList.contains('ph-no-capture')).to.be.true;
    });
  });
});

/** Whether the element shows an inner state, to who asks by a selector. */
function matchesState(element: Element, name: string): boolean {
  try {
    return element.matches(`:state(${name})`);
  } catch {
    return false; // no custom states in this browser
  }
}
