// What an author meets in clinic-info. What other elements make of it is in clinic-facts.browser.test.ts.
import '../../src/testing.js';
import '../../src/elements/clinic-info/define.js';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { publishFacts } from '../../src/clinic/load-facts.js';
import { pageFacts } from '../../src/clinic/page-facts.js';
import type { ClinicFacts } from '../../src/clinic/facts.js';
import type { ClinicInfo } from '../../src/elements/clinic-info/clinic-info.js';
import type { ClinicInfoErrorEvent } from '../../src/elements/clinic-info/events.js';
import { Network, never, stringsIn, watchConsole, type Answer } from './support.js';

const answering =
  (json: unknown): Answer =>
  () =>
    Response.json(json);
/** An address that no test has asked before: a page asks for each once. */
const fresh = (): string => `/clinic.json?test=${++asked}`;
let asked = 0;

const known = (): ClinicFacts | undefined => pageFacts.facts;
const named = (name: string): Promise<void> =>
  waitUntil(() => known()?.name === name, `the name is ${known()?.name}, not ${name}`);
const withScript = (json: string): string => `<script type="application/json">${json}</script>`;

async function make(attributes: Record<string, string> = {}, children = ''): Promise<ClinicInfo> {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('clinic-info');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = children;
  holder.append(element);
  await element.updateComplete;
  return element;
}

const settled = (element: ClinicInfo): Promise<void> =>
  waitUntil(() => element.matches(':state(settled)'), 'it is not settled');

describe('<clinic-info>', () => {
  let network: Network;
  let spy: ReturnType<typeof watchConsole>;
  let events: Event[];
  const hear = (event: Event) => events.push(event);

  beforeEach(() => {
    network = new Network(answering({ name: 'Fernhollow' }));
    spy = watchConsole();
    events = [];
    for (const type of ['clinic-info-load', 'clinic-info-error'])
      document.addEventListener(type, hear);
  });
  afterEach(() => {
    network.restore();
    spy.restore();
    for (const type of ['clinic-info-load', 'clinic-info-error'])
      document.removeEventListener(type, hear);
    publishFacts(undefined);
  });

  describe('the page’s structured data', () => {
    const graph = () => document.head.querySelector('#clinic-graph')?.textContent;

    it('says what the facts say, follows them, and goes with the element', async () => {
      const element = await make(
        {},
        withScript('{"name":"Fernhollow","url":"https://a.example/"}'),
      );
      await waitUntil(() => graph()?.includes('Fernhollow'), 'the graph is there');
      expect(JSON.parse(graph()!)).to.have.property('@context', 'https://schema.org');
      element.facts = { name: 'Millbrook', url: 'https://a.example/' };
      await waitUntil(() => graph()?.includes('Millbrook'), 'the graph follows');
      element.remove();
      expect(graph()).to.equal(undefined);
    });

    it('goes with the facts, where these are taken away', async () => {
      const element = await make(
        {},
        withScript('{"name":"Fernhollow","url":"https://a.example/"}'),
      );
      await waitUntil(() => graph()?.includes('Fernhollow'), 'the graph is there');
      element.querySelector('script')!.remove();
      await waitUntil(() => !known(), 'they are forgotten');
      await waitUntil(() => !graph(), 'the graph is gone');
      element.facts = { name: 'Millbrook', url: 'https://a.example/' };
      await waitUntil(() => graph()?.includes('Millbrook'), 'there are facts again');
    });

    it('is left out where the author says so, also later', async () => {
      const json = withScript('{"name":"Fernhollow","url":"https://a.example/"}');
      const element = await make({ 'no-structured-data': '' }, json);
      await settled(element);
      expect(graph()).to.equal(undefined);
      element.noStructuredData = false;
      await waitUntil(() => graph()?.includes('Fernhollow'), 'the graph is there');
      element.noStructuredData = true;
      await waitUntil(() => !graph(), 'the graph is gone');
    });
  });

  it('takes the facts from a file', async () => {
    const element = await make({ src: fresh() });
    await named('Fernhollow');
    await settled(element);
    expect(events.map(({ type }) => type)).to.deep.equal(['clinic-info-load']);
    expect(pageFacts.base).to.contain('/clinic.json?test=');
    expect(spy.lines).to.be.empty;
  });

  it('says nothing of the facts in its event', async () => {
    void make({ src: fresh() });
    const event = await oneEvent(document, 'clinic-info-load');
    expect(stringsIn(event)).not.to.contain('Fernhollow');
  });

  it('takes them from JSON between its tags, with no request', async () => {
    const element = await make({}, withScript('{ "name": "Inside" }'));
    await named('Inside');
    await settled(element);
    expect(network.calls).to.be.empty;
    expect(events.map(({ type }) => type)).to.deep.equal(['clinic-info-load']);
  });

  it('takes them from a script, and tells that script nothing that it knows', async () => {
    const element = await make();
    element.facts = { name: 'Given' };
    await named('Given');
    element.facts = { name: 'Given again' };
    await named('Given again');
    expect(network.calls).to.be.empty;
    expect(events).to.be.empty;
  });

  it('is not to be seen, makes no request and knows nothing where nothing is given', async () => {
    const element = await make({}, '<p>Words</p>');
    await settled(element);
    expect(getComputedStyle(element).display).to.equal('none');
    expect(network.calls).to.be.empty;
    expect(known()).to.equal(undefined);
    expect(spy.lines).to.be.empty;
  });

  it('asks once for an address, however often and by however many it is asked for', async () => {
    const src = fresh();
    const element = await make({ src });
    await named('Fernhollow');
    element.remove();
    publishFacts(undefined);
    await make({ src: `${src}#part` });
    await named('Fernhollow');
    expect(network.calls).to.have.length(1);
    expect(network.calls[0]!.method).to.equal('GET');
  });

  it('has its addresses absolute, from where the file is', async () => {
    network.answer = answering({ name: 'Fernhollow', url: '/home/' });
    await make({ src: fresh() });
    await named('Fernhollow');
    expect(known()!.url).to.equal(`${location.origin}/home/`);
  });

  describe('with JSON and a file', () => {
    it('the JSON holds until the file is there', async () => {
      let answer: (response: Response) => void = () => {};
      network.answer = () => new Promise((resolve) => (answer = resolve));
      await make({ src: fresh() }, withScript('{ "name": "Inside" }'));
      await named('Inside');
      await waitUntil(() => network.calls.length, 'the file is asked for');
      answer(Response.json({ name: 'Fernhollow' }));
      await named('Fernhollow');
    });

    it('the JSON stays where the file does not come', async () => {
      network.answer = () => new Response('', { status: 503 });
      const element = await make({ src: fresh() }, withScript('{ "name": "Inside" }'));
      await settled(element);
      expect(known()).to.deep.equal({ name: 'Inside' });
    });
  });

  describe('what goes wrong is told with its remedy, and nothing is thrown', () => {
    const failing = async (
      code: string,
      attributes: Record<string, string>,
      children = '',
    ): Promise<ClinicInfoErrorEvent> => {
      const element = await make(attributes, children);
      await settled(element);
      expect(known()).to.equal(undefined);
      expect(spy.lines, spy.lines.join('\n')).to.have.length(1);
      expect(spy.lines[0]).to.contain('<clinic-info>: no facts from');
      expect(events).to.have.length(1);
      const event = events[0] as ClinicInfoErrorEvent;
      expect(event.type).to.equal('clinic-info-error');
      expect(event.code).to.equal(code);
      return event;
    };

    it('an answer of 404', async () => {
      network.answer = () => new Response('Not here', { status: 404 });
      expect((await failing('http', { src: fresh() })).status).to.equal(404);
    });

    it('no network', async () => {
      network.answer = () => Promise.reject(new TypeError('failed'));
      await failing('network', { src: fresh() });
    });

    it('a page in place of the file, as a captive portal sends it', async () => {
      network.answer = () => new Response('<!doctype html><p>Log in</p>');
      await failing('not-json', { src: fresh() });
      expect(spy.lines[0]).to.contain('commas and quotes').and.not.to.contain('Log in');
    });

    it('JSON that is a list', async () => {
      network.answer = answering(['Fernhollow']);
      await failing('not-facts', { src: fresh() });
      expect(spy.lines[0]).to.contain('one object');
    });

    it('more than a megabyte', async () => {
      network.answer = answering({ name: 'x'.repeat(1_000_001) });
      await failing('too-large', { src: fresh() });
      expect(spy.lines[0]).to.contain('1 MB');
    });

    it('an address that runs code, of which nothing is asked', async () => {
      await failing('bad-address', { src: 'javascript:alert(1)' });
      expect(network.calls).to.be.empty;
    });

    it('broken JSON between its tags', async () => {
      await failing('not-json', {}, withScript('{ "name": "Fernhollow", }'));
    });
  });

  it('uses what is good and tells the rest with its path, once', async () => {
    const facts = { name: 'Fernhollow', phone: 5, places: [{ id: 'north', hours: 8 }] };
    network.answer = answering(facts);
    const element = await make({ src: fresh() });
    await named('Fernhollow');
    expect(known()).to.deep.equal({ name: 'Fernhollow', places: [{ id: 'north', hours: [{}] }] });
    element.setAttribute('src', fresh());
    await waitUntil(() => network.calls.length === 2 && events.length === 2, 'read twice');
    const told = spy.lines.join('\n');
    expect(spy.lines, told).to.have.length(2);
    expect(told).to.match(/phone in "src": Put it in quotes/);
    expect(told).to.match(/places\[0\]\.hours in "src": .*Mo-Fr 08:00-17:00/);
  });

  it('does not fill the console with what is wrong', async () => {
    network.answer = answering(
      Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`f${n}`, 1])),
    );
    await settled(await make({ src: fresh() }));
    expect(spy.lines).to.have.length(11);
    expect(spy.lines.at(-1)).to.contain('40 more').and.contain('clinic.schema.json');
  });

  it('takes facts from a script that JSON cannot say for none, and tells', async () => {
    const element = await make();
    const round: Record<string, unknown> = {};
    round.self = round;
    element.facts = round as ClinicFacts;
    await waitUntil(() => spy.lines.length, 'told');
    expect(spy.lines[0]).to.contain('"facts" (not-json)');
    expect(events).to.be.empty;
  });

  describe('changed while the page is there', () => {
    it('follows its address, and what comes too late is dropped', async () => {
      const late: ((response: Response) => void)[] = [];
      network.answer = (_, index) => new Promise((resolve) => (late[index] = resolve));
      const element = await make({ src: fresh() });
      await waitUntil(() => late.length === 1, 'asked');
      element.src = fresh();
      await waitUntil(() => late.length === 2, 'asked again');
      expect(network.calls[0]!.signal!.aborted, 'the first request is given up').to.be.true;
      late[1]!(Response.json({ name: 'Second' }));
      await named('Second');
      late[0]!(Response.json({ name: 'First' }));
      await settled(element);
      expect(known()!.name).to.equal('Second');
      expect(spy.lines).to.be.empty;
    });

    it('follows the JSON between its tags', async () => {
      const element = await make();
      element.innerHTML = withScript('{ "name": "One" }');
      await named('One');
      element.querySelector('script')!.textContent = '{ "name": "Two" }';
      await named('Two');
      element.querySelector('script')!.firstChild!.nodeValue = '{ "name": "Three" }';
      await named('Three');
    });

    it('goes back to its file where a script takes its facts away', async () => {
      const element = await make({ src: fresh() });
      element.facts = { name: 'Given' };
      await named('Given');
      element.facts = undefined;
      await named('Fernhollow');
    });

    it('knows nothing where its address is taken away', async () => {
      const element = await make({ src: fresh() });
      await named('Fernhollow');
      element.removeAttribute('src');
      await waitUntil(() => known() === undefined, 'forgotten');
    });

    it('keeps what is known where the new file does not come', async () => {
      const element = await make({ src: fresh() });
      await named('Fernhollow');
      network.answer = () => new Response('', { status: 500 });
      element.src = fresh();
      await waitUntil(() => events.length === 2, 'failed');
      expect(known()!.name).to.equal('Fernhollow');
    });
  });

  describe('taken out of the page', () => {
    it('gives its request up, and says nothing of that', async () => {
      network.answer = never;
      const element = await make({ src: fresh() });
      await waitUntil(() => network.calls.length, 'asked');
      element.remove();
      expect(network.calls[0]!.signal!.aborted).to.be.true;
      await new Promise((resolve) => setTimeout(resolve));
      expect([...events, ...spy.lines]).to.be.empty;
    });

    it('leaves its facts: they are the clinic’s, and not the element’s', async () => {
      const element = await make({ src: fresh() });
      await named('Fernhollow');
      element.remove();
      expect(known()!.name).to.equal('Fernhollow');
    });
  });

  it('holds alone where there are two, and tells the other; with it gone, the other speaks', async () => {
    const first = await make({}, withScript('{ "name": "First" }'));
    await named('First');
    const second = await make({ src: fresh() });
    await settled(second);
    expect(network.calls).to.be.empty;
    expect(spy.lines).to.have.length(1);
    expect(spy.lines[0]).to.contain('there is one on the page already');
    second.src = fresh();
    await second.updateComplete;
    expect(known()!.name).to.equal('First');
    first.remove();
    await named('Fernhollow');
  });
});
