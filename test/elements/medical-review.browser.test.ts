// What a visitor and an author meet in medical-review. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/medical-review/define.js';
import { expect, waitUntil } from '@open-wc/testing';
import type { ReviewStaleEvent } from '../../src/elements/medical-review/events.js';
import type { MedicalReview } from '../../src/elements/medical-review/medical-review.js';
import { parsed, pause, stringsIn, watchConsole, words } from './support.js';

const { now } = Date;
const BY = 'reviewer="Ines Okafor" credentials="MD"';

const review = (attributes: string, children = ''): Promise<MedicalReview> =>
  parsed<MedicalReview>(
    `<medical-review ${attributes}>${children}</medical-review>`,
    'medical-review',
  );

/** What one says that is made from attributes, once it is. */
async function says(attributes: string): Promise<string> {
  const element = await review(attributes);
  await waitUntil(() => element.children.length > 0, 'the sentence is made');
  return words(element);
}

const sentence = (datetime: string, more = '') =>
  `<p>Medically reviewed by <a href="/ines/">Ines Okafor, MD</a> on <time datetime="${datetime}">that day</time>.${more}</p>`;

describe('<medical-review>', () => {
  let spy: ReturnType<typeof watchConsole>;
  let events: ReviewStaleEvent[];
  const collect = (event: ReviewStaleEvent) => events.push(event);

  beforeEach(() => {
    Date.now = () => Date.parse('2026-11-25T12:00Z');
    spy = watchConsole();
    events = [];
    document.addEventListener('review-stale', collect);
  });
  afterEach(() => {
    Date.now = now;
    spy.restore();
    document.removeEventListener('review-stale', collect);
  });

  describe('from attributes alone', () => {
    it('makes the sentence as an ordinary child', async () => {
      const element = await review(`${BY} reviewer-href="/ines/" reviewed="2026-03-04"`);
      await waitUntil(() => element.children.length > 0);
      const at = new URL('/ines/', document.baseURI).href;
      expect(element.innerHTML.replace(/ data-clinic-made="\w+"/g, '')).to.equal(
        `<p>Medically reviewed by <span><a href="${at}">Ines Okafor</a>, MD</span> on ` +
          '<time datetime="2026-03-04">March 4, 2026</time></p>',
      );
    });

    it('says as much as it knows', async () => {
      expect(await says('reviewed="2026-03-04"')).to.equal('Medically reviewed on March 4, 2026');
      expect(await says(BY)).to.equal('Medically reviewed by Ines Okafor, MD');
      expect(await says('modified="2026-03-04"')).to.equal('Updated March 4, 2026');
      expect(await says('policy-href="/how/"')).to.equal('How we review');
    });

    it('says both days, whichever came first', async () => {
      for (const modified of ['2026-02-01', '2026-04-01']) {
        const said = await says(`${BY} reviewed="2026-03-04" modified="${modified}"`);
        expect(said).to.match(/on March 4, 2026Updated (?:February|April) 1, 2026$/);
      }
      const warned = spy.lines.filter((line) => line.includes('changed after it was reviewed'));
      expect(warned, 'the second is warned of').to.have.length(1);
    });

    it('never says a day that does not exist, has not come, or would be guessed', async () => {
      for (const day of ['2026-02-30', '2026-11-27', '3/4/26', '04.03.2026', 'March 2026'])
        expect(await says(`${BY} reviewed="${day}" modified="${day}"`), day).to.equal(
          'Medically reviewed by Ines Okafor, MD',
        );
      const all = spy.lines.join('\n');
      for (const word of [
        '"reviewed" must be',
        '"reviewed" lies',
        '"modified" must',
        '"modified" lies',
      ])
        expect(all).to.include(word);
      expect(all, 'no value of the page’s is repeated').to.not.include('3/4/26');
    });

    it('says the day as it is written, whatever the visitor’s clock', async () => {
      Date.now = () => Date.parse('2026-03-03T14:00Z');
      expect(await says(`${BY} reviewed="2026-03-04T01:00+10:00"`)).to.match(/on March 4, 2026$/);
    });

    it('links to no address that could run code', async () => {
      const element = await review(
        `${BY} reviewed="2026-03-04" reviewer-href="javascript:alert(1)" policy-href="data:text/html,x"`,
      );
      await waitUntil(() => element.children.length > 0);
      expect(element.querySelector('a')).to.equal(null);
      expect(spy.lines.join()).to.include('"reviewer-href" must').and.include('"policy-href" must');
    });

    it('asks for a person’s credentials, and not for a clinic’s', async () => {
      await says('reviewer="Fernhollow Clinic" reviewer-type="organization" reviewed="2026-03-04"');
      await says('reviewer="Ines Okafor, MD" reviewed="2026-03-04"');
      expect(spy.lines).to.be.empty;
      await says('reviewer="Ines Okafor" reviewed="2026-03-04"');
      expect(spy.lines.join()).to.include('"credentials"');
    });

    it('follows its attributes', async () => {
      const element = await review(`${BY} reviewed="2026-03-04"`);
      await waitUntil(() => element.children.length > 0);
      element.reviewed = '2026-05-06';
      await element.updateComplete;
      expect(words(element)).to.equal('Medically reviewed by Ines Okafor, MD on May 6, 2026');
      element.reviewer = element.reviewed = undefined;
      await element.updateComplete;
      expect(element.children.length).to.equal(0);
    });
  });

  describe('a review that is too old', () => {
    it('is told of as it was, with a state and one event that says its day alone', async () => {
      const element = await review(`${BY} reviewed="2023-03-04"`);
      await waitUntil(() => element.matches(':state(stale)'));
      expect(words(element)).to.match(/on March 4, 2023$/);
      element.credentials = 'MD, PhD';
      await element.updateComplete;
      const home = element.parentElement!;
      element.remove();
      home.append(element);
      await element.updateComplete;
      expect(events).to.have.length(1);
      const [{ reviewed, bubbles, composed, cancelable }] = events as [ReviewStaleEvent];
      expect([reviewed, bubbles, composed, cancelable]).to.deep.equal([
        '2023-03-04',
        true,
        true,
        false,
      ]);
      expect(stringsIn(events[0]!)).to.not.include('Okafor');
      expect(spy.lines.join()).to.include('have the text reviewed again');
    });

    it('is one by what the clinic allows', async () => {
      const old = async (staleAfter: string) => {
        const element = await review(`${BY} reviewed="2025-06-01" stale-after="${staleAfter}"`);
        await waitUntil(() => element.children.length > 0);
        return element.matches(':state(stale)');
      };
      expect(await old('P1Y')).to.be.true;
      expect(await old('12')).to.be.true;
      expect(await old('P24M')).to.be.false;
      expect(await old('none')).to.be.false;
      expect(await old('')).to.be.false;
    });

    it('is none any more once it was reviewed again', async () => {
      const element = await review(`${BY} reviewed="2023-03-04"`);
      await waitUntil(() => element.matches(':state(stale)'));
      element.reviewed = '2026-03-04';
      await element.updateComplete;
      expect(element.matches(':state(stale)')).to.be.false;
    });
  });

  describe('the author’s sentence', () => {
    it('stays as it is, whatever the attributes say', async () => {
      const written = sentence('2026-03-04');
      const element = await review('reviewer="No" reviewed="2020-01-01"', written);
      await pause(100);
      expect(element.innerHTML).to.equal(written);
      expect(spy.lines).to.be.empty;
    });

    it('stays in sight with a day that has not come, and the developer is told', async () => {
      const element = await review('', sentence('2027-01-01'));
      await waitUntil(() => spy.lines.length);
      expect(spy.lines.join()).to.include('a day that has not come: mend the sentence');
      expect(element.querySelector('time')!.checkVisibility()).to.be.true;
    });

    it('is asked for a day that can be read', async () => {
      await review('', '<p>Medically reviewed by Ines Okafor, MD</p>');
      await waitUntil(() => spy.lines.some((line) => line.includes('has no <time')));
      await review('', '<p>Medically reviewed on <time>March 4, 2026</time></p>');
      await waitUntil(() => spy.lines.some((line) => line.includes('the day of the review needs')));
    });

    it('tells the day of a change by how it is marked, or by its place', async () => {
      const change = (mark: string) =>
        ` Updated <time ${mark} datetime="2026-06-01">June 1</time>.`;
      for (const mark of ['class="updated"', 'itemprop="dateModified"', '']) {
        spy.restore();
        spy = watchConsole();
        const element = await review('stale-after="P1M"', sentence('2026-03-04', change(mark)));
        await waitUntil(() => element.matches(':state(stale)'));
        expect(events.at(-1)!.reviewed, mark).to.equal('2026-03-04');
      }
      const first = `<p><time class="updated" datetime="2026-06-01">June 1</time>, reviewed <time datetime="2026-05-01">May 1</time></p>`;
      await review('stale-after="P1M"', first);
      await waitUntil(() => events.at(-1)!.reviewed === '2026-05-01', 'whichever comes first');
    });

    it('takes the place of one that was made, when it comes later', async () => {
      const element = await review(`${BY} reviewed="2026-03-04" modified="2026-03-05"`);
      await waitUntil(() => element.children.length === 2);
      element.append('Reviewed by Ines Okafor, MD');
      await waitUntil(() => element.children.length === 0);
      expect(words(element)).to.equal('Reviewed by Ines Okafor, MD');
    });
  });
});
