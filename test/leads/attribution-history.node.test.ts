// First and last touch, visits and pages, against a slow plain model; and what storage may hold.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  deserialise,
  extend,
  KEPT_FOR,
  MOST_STORED,
  serialise,
  VISIT_PAUSE,
  type History,
} from '../../src/leads/attribution/history.js';
import { CAMPAIGN, CLICK_IDS, touchOf, type Touch } from '../../src/leads/attribution/touch.js';

const SITE = 'https://clinic.example';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 10, 25);

const touch = (at: number, query = '', referrer = ''): Touch =>
  touchOf({ url: `${SITE}/?${query}`, referrer, at }, { paths: 'full', ownHosts: [] });
const historyOf = (touches: Touch[]): History =>
  touches.reduce<History | undefined>(extend, undefined)!;

describe('who is remembered as having sent a visitor', () => {
  const ad = 'utm_source=google&utm_medium=cpc';

  it('first: the one with whom it began, for good', () => {
    const { first, last } = historyOf([
      touch(START, ad),
      touch(START + DAY, 'utm_source=newsletter'),
      touch(START + 2 * DAY, '', 'https://news.example/'),
    ]);
    assert.equal(first.values.channel, 'paid search');
    assert.equal(last.values.channel, 'referral');
  });

  it('last: a direct visit overwrites nothing', () => {
    const { last, visits } = historyOf([touch(START, ad), touch(START + 3 * DAY)]);
    assert.equal(last.values.utm_source, 'google');
    assert.equal(visits, 2);
  });

  it('last: another page of the site overwrites nothing', () => {
    const inner = touch(START + MINUTE, '', `${SITE}/`);
    assert.equal(historyOf([touch(START, ad), inner]).last.values.utm_source, 'google');
  });

  it('last: coming back from another site in the same visit overwrites no campaign', () => {
    const back = (after: number) =>
      historyOf([touch(START, ad), touch(START + after, '', 'https://bank.example/')]).last.values
        .channel;
    assert.equal(back(VISIT_PAUSE), 'paid search');
    assert.equal(back(VISIT_PAUSE + 1), 'referral');
  });

  it('last: a search minutes after a direct visit says more than that', () => {
    const search = touch(START + MINUTE, '', 'https://www.google.com/');
    assert.equal(historyOf([touch(START), search]).last.values.channel, 'organic');
  });
});

describe('random visits', () => {
  interface Page {
    pause: number;
    query: string;
    referrer: string;
  }
  const page: fc.Arbitrary<Page> = fc.record({
    pause: fc.constantFrom(0, MINUTE, VISIT_PAUSE, VISIT_PAUSE + 1, DAY, 40 * DAY, -MINUTE),
    query: fc.constantFrom('', '', 'utm_source=a', 'utm_source=b&utm_medium=cpc', 'gclid=x'),
    referrer: fc.constantFrom('', `${SITE}/x`, 'https://www.google.com/', 'https://news.example/'),
  });

  /** Looks at the whole list anew for each question. */
  function model(pages: Touch[]): Omit<History, 'since' | 'seen'> {
    let begin = 0;
    for (let index = 1; index < pages.length; index++) {
      const earliest = Math.min(...pages.slice(begin, index).map(({ at }) => at));
      if (pages[index]!.at - earliest > KEPT_FOR) begin = index;
    }
    const kept = pages.slice(begin);
    const startsVisit = (index: number) =>
      index === 0 || kept[index]!.at - kept[index - 1]!.at > VISIT_PAUSE;
    const has = (index: number) => {
      const { values } = kept[index]!;
      return Object.keys(values).some((name) => /^utm_|clid$/.test(name));
    };
    const isDirect = (index: number) => kept[index]!.values.channel === 'direct';
    // The last page that may count: a campaign, or another site at the beginning of a visit or with nothing
    // but direct pages before it.
    const counts = (index: number) =>
      index === 0 ||
      has(index) ||
      (!isDirect(index) &&
        (startsVisit(index) || kept.slice(0, index).every((_, before) => isDirect(before))));
    const indices = kept.map((_, index) => index);
    return {
      first: kept[0]!,
      last: kept[indices.filter(counts).at(-1)!]!,
      visits: indices.filter(startsVisit).length,
      pages: kept.length,
    };
  }

  it('are counted as a plain model counts them', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 30 }), (pages) => {
        let now = START;
        const touches = pages.map(({ pause, query, referrer }) =>
          touch((now += pause), query, referrer),
        );
        const { first, last, visits, pages: count } = historyOf(touches);
        assert.deepEqual({ first, last, visits, pages: count }, model(touches));
      }),
      { numRuns: 3_000 },
    );
  });

  it('are the same when each page is stored and read again', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 12 }), (pages) => {
        let now = START;
        let stored: string | null = null;
        const touches: Touch[] = [];
        for (const { pause, query, referrer } of pages) {
          now += pause;
          touches.push(touch(now, query, referrer));
          stored = serialise(extend(deserialise(stored, now), touches.at(-1)!)) ?? null;
        }
        const kept = deserialise(stored, now)!;
        const { last, visits, pages: count, since, seen } = historyOf(touches);
        assert.deepEqual(
          {
            last: kept.last,
            visits: kept.visits,
            pages: kept.pages,
            since: kept.since,
            seen: kept.seen,
          },
          { last, visits, pages: count, since, seen },
        );
      }),
    );
  });
});

describe('storage', () => {
  const history = historyOf([touch(START, 'utm_source=google&gclid=Cj0'), touch(START + DAY)]);

  it('holds no click id of the first touch', () => {
    const { first, last } = JSON.parse(serialise(history)!) as History;
    assert.equal(first.values.gclid, undefined);
    assert.equal(last.values.gclid, 'Cj0');
  });

  it('is forgotten 90 days after it began, however often the visitor comes', () => {
    const text = serialise(history)!;
    assert.ok(deserialise(text, START + KEPT_FOR), 'kept to the last day');
    assert.equal(deserialise(text, START + KEPT_FOR + 1), undefined);
    const again = extend(history, touch(START + KEPT_FOR + 1));
    assert.deepEqual([again.visits, again.pages, again.first.values.channel], [1, 1, 'direct']);
  });

  it('begins anew at a clock that was ahead', () => {
    const ahead = historyOf([touch(START + 4_000 * DAY, 'utm_source=a'), touch(START)]);
    assert.equal(ahead.since, START);
    assert.equal(extend(ahead, touch(START + KEPT_FOR + 1)).pages, 1);
  });

  it('holds at most so much', () => {
    const query = [...CAMPAIGN, ...CLICK_IDS].map((name) => `${name}=${'x'.repeat(200)}`).join('&');
    assert.equal(serialise(historyOf([touch(START, query)])), undefined);
    const usual = [...CAMPAIGN, ...CLICK_IDS].map((name) => `${name}=${'x'.repeat(60)}`).join('&');
    const text = serialise(historyOf([touch(START, usual)]));
    assert.ok(text && text.length <= MOST_STORED, `a full set fits: ${text?.length}`);
  });

  it('that holds anything else is read as nothing', () => {
    const good = JSON.parse(serialise(history)!) as Record<string, unknown>;
    const bad: (string | null)[] = [
      null,
      '',
      'x',
      'null',
      '[]',
      '{"version":1}',
      ...[
        { version: 2 },
        { first: null },
        { last: { at: 'now', values: {} } },
        { last: { at: 1, values: null } },
        { visits: -1 },
        { pages: 1.5 },
        { since: null },
        { seen: '1' },
      ].map((change) => JSON.stringify({ ...good, ...change })),
      `${serialise(history)!}${' '.repeat(MOST_STORED)}`,
    ];
    for (const text of bad) assert.equal(deserialise(text, START + DAY), undefined, String(text));
  });

  it('that holds more than we wrote gives our names only', () => {
    const text = `{"version":1,"first":{"at":1,"values":{"__proto__":{"utm_source":"x"},"email":"rosa@example.com","utm_medium":7}},
      "last":{"at":1,"values":{"utm_source":"ok","utm_term":"${'x'.repeat(500)}"}},"visits":1,"pages":1,"since":1,"seen":1,"name":"Rosa"}`;
    assert.deepEqual(deserialise(text, 2), {
      first: { at: 1, values: {} },
      last: { at: 1, values: { utm_source: 'ok' } },
      visits: 1,
      pages: 1,
      since: 1,
      seen: 1,
    });
  });

  it('any text is read without throwing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void deserialise(text, 0)));
  });
});
