import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { createNumberBook, type NumberBook } from '../../src/calls/number-book.js';
import {
  useCallTracking,
  type CallTrackingOptions,
  type CallTrackingTools,
} from '../../src/calls/tracking/call-tracking.js';

const OWN = '(210) 555-0142';
const OTHER = '(210) 555-0150';
const TRACKED = '(830) 555-0199';

type Fetch = CallTrackingTools['fetch'];

/** A page whose clock goes when the test says so. */
class World implements CallTrackingTools {
  page_: Record<string, unknown> = {};
  loaded = false;
  readonly warnings: string[] = [];
  readonly requests: { address: URL; init: RequestInit }[] = [];
  answer: Fetch = () => Promise.resolve(Response.json({}));
  readonly listeners = new Set<(event: Event) => void>();
  #time = 0;
  #timers = new Set<{ at: number; run: () => void }>();
  readonly #onLoad = new Set<() => void>();

  page = (): object => this.page_;
  base = (): string => 'https://clinic.example/articles/knee/';
  fetch: Fetch = (address, init) => {
    this.requests.push({ address, init });
    return this.answer(address, init);
  };
  timer = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.#time + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };
  onLoad = (callback: () => void): (() => void) => {
    if (this.loaded) return this.timer(0, callback);
    this.#onLoad.add(callback);
    return () => this.#onLoad.delete(callback);
  };
  listen = (type: string, callback: (event: Event) => void): (() => void) => {
    assert.equal(type, 'number-swap');
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  };
  warn = (tag: string, message: string): void => void this.warnings.push(`<${tag}>: ${message}`);

  /** What is still waited for. */
  get waits(): number {
    return this.#timers.size + this.#onLoad.size;
  }
  load(): void {
    this.loaded = true;
    for (const callback of [...this.#onLoad]) {
      this.#onLoad.delete(callback);
      callback();
    }
  }
  pass(ms: number): void {
    for (const end = this.#time + ms; ;) {
      const [next] = [...this.#timers].sort((a, b) => a.at - b.at);
      if (!next || next.at > end) return void (this.#time = end);
      this.#time = next.at;
      this.#timers.delete(next);
      next.run();
    }
  }
  /** Runs until every promise has had its turn. */
  settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  hear(detail: unknown): void {
    for (const hear of [...this.listeners]) hear({ detail } as unknown as Event);
  }
}

let world: World;
let book: NumberBook;
beforeEach(() => {
  world = new World();
  book = createNumberBook();
});
const use = (kind: string, numbers: string[], options: CallTrackingOptions = {}): (() => void) =>
  useCallTracking(kind, { ...options, numbers }, book, world);
const shown = (own = OWN): string | undefined => book.shown(own)?.text;

/** A script as domain.md describes CallRail's: it empties the list and keeps one callback. */
class CallRail {
  readonly asked: string[][] = [];
  readonly swapped: unknown[] = [];
  #callback?: (answer: unknown) => void;
  swap = (node: unknown): void => void this.swapped.push(node);
  getSwapNumbers = (numbers: string[], callback: (answer: unknown) => void): void => {
    this.asked.push(numbers.splice(0));
    this.#callback = callback;
  };
  answer(answer: unknown): void {
    const callback = this.#callback;
    this.#callback = undefined;
    callback?.(answer);
  }
}

describe('CallRail', () => {
  let script: CallRail;
  beforeEach(() => {
    script = new CallRail();
    world.page_.CallTrk = script;
  });

  it('is asked for ten digits, and its answer is shown', () => {
    use('callrail', [OWN]);
    assert.deepEqual(script.asked, [['2105550142']]);
    assert.equal(shown(), OWN);
    script.answer({ '2105550142': '8305550199' });
    assert.equal(shown(), TRACKED);
    assert.deepEqual(
      book.swaps().map(({ source }) => source),
      ['callrail'],
    );
  });

  it('is asked once for a number, however many elements and spellings there are', () => {
    for (const written of [OWN, '210.555.0142', 'tel:+12105550142', OWN]) {
      use('CallRail ', [written, written]);
    }
    script.answer({ '2105550142': '8305550199' });
    assert.equal(shown(), TRACKED);
    use('callrail', [OWN]);
    assert.deepEqual(script.asked, [['2105550142']]);
  });

  it('hears one question after the other: it would forget the first', () => {
    use('callrail', [OWN]);
    use('callrail', [OTHER]);
    use('callrail', ['(210) 555-0160']);
    assert.equal(script.asked.length, 1);
    script.answer({ '2105550142': '8305550199' });
    assert.deepEqual(script.asked[1], ['2105550150', '2105550160']);
    script.answer({ '2105550150': '8305550188' });
    assert.deepEqual([shown(), shown(OTHER)], [TRACKED, '(830) 555-0188']);
  });

  it('that never answers holds the next question up for five seconds only', () => {
    use('callrail', [OWN]);
    use('callrail', [OTHER]);
    world.pass(4999);
    assert.equal(script.asked.length, 1);
    world.pass(1);
    assert.deepEqual(script.asked[1], ['2105550150']);
  });

  it('that answers late, or twice, is heard and asked nothing twice', () => {
    let callback: ((answer: unknown) => void) | undefined;
    script.getSwapNumbers = (numbers, given) => {
      script.asked.push(numbers.splice(0));
      callback ??= given;
    };
    use('callrail', [OWN]);
    use('callrail', [OTHER]);
    world.pass(5000);
    use('callrail', ['(210) 555-0160']);
    callback!({ '2105550142': '8305550199' });
    callback!({ '2105550142': '8305550199' });
    assert.equal(shown(), TRACKED);
    assert.deepEqual(script.asked, [['2105550142'], ['2105550150']], 'the third still waits');
  });

  it('may answer at once', () => {
    script.getSwapNumbers = (numbers, callback) => {
      script.asked.push(numbers.splice(0));
      callback({ '2105550142': '8305550199', '2105550150': '8305550188' });
    };
    use('callrail', [OWN]);
    use('callrail', [OTHER]);
    assert.deepEqual([shown(), shown(OTHER)], [TRACKED, '(830) 555-0188']);
    assert.equal(world.waits, 0);
  });

  for (const answer of [
    undefined,
    null,
    {},
    [],
    '8305550199',
    { '2105550142': null },
    { '2105550142': '' },
    { '2105550142': '911' },
    { '2105550142': '988' },
    { '2105550142': 'none' },
    { '2105550142': { national_string: 8305550199 } },
    Object.defineProperty({}, '2105550142', {
      get: () => {
        throw new Error('hostile');
      },
    }),
  ]) {
    it(`that answers ${JSON.stringify(answer)} changes nothing, and the next number is asked about`, () => {
      use('callrail', [OWN]);
      use('callrail', [OTHER]);
      script.answer(answer);
      assert.equal(shown(), OWN);
      assert.equal(script.asked.length, 2);
    });
  }

  it('that throws does not throw at the page', () => {
    script.getSwapNumbers = () => {
      throw new Error('vendor');
    };
    delete world.page_.CallTrk;
    use('callrail', [OWN]);
    world.page_.CallTrk = script;
    world.load();
    world.pass(5000);
    assert.equal(shown(), OWN);
  });

  it('hears of a number without its extension, which stays behind the answer', () => {
    use('callrail', [`${OWN} ext. 7`]);
    use('callrail', [OWN]);
    assert.deepEqual(script.asked, [['2105550142']]);
    script.answer({ '2105550142': '8305550199' });
    assert.equal(shown(`${OWN} ext. 7`), `${TRACKED} ext. 7`);
    assert.equal(shown(), TRACKED);
  });

  it('learns nothing but the number', () => {
    const values: unknown[][] = [];
    script.getSwapNumbers = (...given: unknown[]) => void values.push(given);
    use('callrail', [OWN], { id: 'secret', src: '/secret' });
    assert.deepEqual(
      values.map(([numbers, callback, ...more]) => [numbers, typeof callback, more]),
      [[['2105550142'], 'function', []]],
    );
  });
});

describe('a script that comes late', () => {
  it('is found when the page has loaded', () => {
    use('callrail', [OWN]);
    const script = (world.page_.CallTrk = new CallRail());
    world.load();
    assert.deepEqual(script.asked, [['2105550142']]);
    assert.equal(world.waits, 1, 'the wait for its answer is all there is');
  });

  it('is found a few seconds later, with every number that came meanwhile in one question', () => {
    use('callrail', [OWN]);
    use('callrail', [OTHER]);
    world.load();
    world.pass(3000);
    const script = (world.page_.CallTrk = new CallRail());
    world.pass(4000);
    assert.deepEqual(script.asked, [['2105550142', '2105550150']]);
  });

  it('is given up after ten seconds, without a word', () => {
    use('callrail', [OWN]);
    use('google', [OWN], { id: 'AW-123456789/AbCdEf' });
    use('call-tracking-metrics', [OWN]);
    world.load();
    world.pass(10_000);
    assert.equal(world.waits, 0);
    assert.deepEqual(world.warnings, []);
  });

  it('is asked after all when an element comes after that', () => {
    use('callrail', [OWN]);
    world.load();
    world.pass(10_000);
    const script = (world.page_.CallTrk = new CallRail());
    use('callrail', [OTHER]);
    assert.deepEqual(script.asked, [['2105550142', '2105550150']]);
  });

  it('is not waited for when nobody wants to know any more, and not asked', () => {
    const stops = [use('callrail', [OWN]), use('callrail', [OWN])];
    stops[0]!();
    stops[0]!();
    assert.equal(world.waits, 1);
    stops[1]!();
    assert.equal(world.waits, 0);
    const script = (world.page_.CallTrk = new CallRail());
    world.load();
    world.pass(10_000);
    assert.deepEqual(script.asked, []);
  });

  it('may be a trap', () => {
    Object.defineProperty(world.page_, 'CallTrk', {
      get: () => {
        throw new Error('hostile');
      },
    });
    world.page_.__ctm = new Proxy(
      {},
      {
        get: () => {
          throw new Error('hostile');
        },
      },
    );
    world.page_.gtag = 'no function';
    use('callrail', [OWN]);
    use('call-tracking-metrics', [OWN]);
    use('google', [OWN], { id: 'AW-123456789/AbCdEf' });
    world.load();
    world.pass(10_000);
    assert.equal(shown(), OWN);
  });
});

describe('an answer after the end', () => {
  it('changes nothing, and is there for whoever wants the number next', () => {
    const script = (world.page_.CallTrk = new CallRail());
    const stop = use('callrail', [OWN]);
    stop();
    script.answer({ '2105550142': '8305550199' });
    assert.equal(shown(), OWN);
    use('callrail', [OWN]);
    assert.equal(shown(), TRACKED);
    assert.equal(script.asked.length, 1);
  });

  it('that was shown already is not shown again over what a script wrote since', () => {
    const script = (world.page_.CallTrk = new CallRail());
    use('callrail', [OWN]);
    script.answer({ '2105550142': '8305550199' });
    book.swap(OWN, '(830) 555-0177', 'page');
    use('callrail', [OWN]);
    assert.equal(shown(), '(830) 555-0177');
  });

  it('stays shown when the element that asked goes', () => {
    const script = (world.page_.CallTrk = new CallRail());
    const stop = use('callrail', [OWN]);
    script.answer({ '2105550142': '8305550199' });
    stop();
    assert.equal(shown(), TRACKED);
  });
});

describe('this file twice on a page', () => {
  it('asks once', async () => {
    const script = (world.page_.CallTrk = new CallRail());
    const again = (await import(
      new URL('../../src/calls/tracking/call-tracking.ts?again', import.meta.url).href
    )) as { useCallTracking: typeof useCallTracking };
    assert.notEqual(again.useCallTracking, useCallTracking);
    use('callrail', [OWN]);
    again.useCallTracking('callrail', { numbers: [OWN] }, book, world);
    script.answer({ '2105550142': '8305550199' });
    again.useCallTracking('callrail', { numbers: [OWN] }, book, world);
    assert.equal(script.asked.length, 1);
  });
});

describe('Google', () => {
  type Config = [
    string,
    string,
    { phone_conversion_number: string; phone_conversion_callback: (...n: unknown[]) => void },
  ];
  let commands: Config[];
  const id = 'AW-123456789/AbCd_E-f';
  beforeEach(() => {
    commands = [];
    world.page_.gtag = (...command: Config) => void commands.push(command);
  });
  const answer = (...numbers: unknown[]): void =>
    commands[0]![2].phone_conversion_callback(...numbers);

  it('is told the conversion and the number as the page shows it, once', () => {
    use('google', ['tel:+12105550142'], { id: ` ${id} ` });
    use('google', [OWN], { id });
    assert.deepEqual(
      commands.map(([command, to, { phone_conversion_number }]) => [
        command,
        to,
        phone_conversion_number,
      ]),
      [['config', id, OWN]],
    );
    answer('(830) 555-0199', '+18305550199');
    assert.equal(shown(), TRACKED);
  });

  it('is told nothing of emergency and short codes, nor of what is no number', () => {
    use('google', ['911', '988', '711', 'call us', ''], { id });
    assert.deepEqual(commands, []);
    assert.equal(world.waits, 0);
  });

  it('that throws at one number is told the next', () => {
    const gtag = world.page_.gtag as (...command: Config) => void;
    world.page_.gtag = (...command: Config) => {
      gtag(...command);
      throw new Error('vendor');
    };
    use('google', [OWN, OTHER], { id });
    assert.equal(commands.length, 2);
  });

  it('is told of each conversion', () => {
    use('google', [OWN], { id });
    use('google', [OWN], { id: 'AW-123456789/Other' });
    assert.deepEqual(
      commands.map(([, to]) => to),
      [id, 'AW-123456789/Other'],
    );
  });

  it('shows what is dialled, even if the two that come differ', () => {
    use('google', [OWN], { id });
    answer('(830) 555-0199', '+18305550111');
    assert.deepEqual(book.shown(OWN), { text: TRACKED, href: 'tel:+18305550199' });
  });

  it('is heard by the form for phones where the other cannot be dialled', () => {
    use('google', ['+44 20 7946 0123'], { id });
    answer('020 7946 0999', '+442079460999');
    assert.equal(book.shown('+44 20 7946 0123')?.href, 'tel:+442079460999');
  });

  for (const numbers of [[], [undefined], [null, 7], ['911', '911'], ['no number'], [{}]]) {
    it(`that calls back with ${JSON.stringify(numbers)} changes nothing`, () => {
      use('google', [OWN], { id });
      answer(...numbers);
      assert.equal(shown(), OWN);
    });
  }

  for (const wrong of [undefined, null, '', 'AW-123456789', 'G-ABCDEF', 'AW-1/a b', 'AW-1/a"x']) {
    it(`is not told anything with tracking-id ${JSON.stringify(wrong)}, and the developer is`, () => {
      use('google', [OWN], { id: wrong });
      assert.deepEqual(commands, []);
      assert.match(world.warnings.join(), /tracking="google".*"tracking-id" must be like AW-/);
    });
  }
});

describe('a JSON endpoint', () => {
  const src = '/numbers.json';
  const give = async (body: unknown, init?: ResponseInit, numbers = [OWN]): Promise<void> => {
    world.answer = () =>
      Promise.resolve(
        body instanceof Response ? body : new Response(JSON.stringify(body) ?? '', init),
      );
    use('json', numbers, { src });
    await world.settled();
  };

  for (const [what, body] of Object.entries({
    'a map': { '+12105550142': '+18305550199', '+12105550150': '+18305550188' },
    'a list': [
      { number: '+12105550142', trackingNumber: TRACKED },
      { number: 7 },
      null,
      'x',
      { number: OTHER, trackingNumber: TRACKED },
    ],
    'amp-call-tracking’s': { phoneNumber: '18305550199', formattedPhoneNumber: '1 (830) 555-0199' },
    'the same without its optional part': { phoneNumber: '18305550199' },
  })) {
    it(`may answer with ${what}`, async () => {
      await give(body);
      assert.equal(shown(), TRACKED);
      assert.equal(shown(OTHER), OTHER, 'nobody asked for it');
      assert.deepEqual(world.warnings, []);
    });
  }

  it('shows what it dials where the two of amp-call-tracking differ', async () => {
    await give({ phoneNumber: '18305550111', formattedPhoneNumber: TRACKED });
    assert.deepEqual(book.shown(OWN), { text: TRACKED, href: 'tel:+18305550199' });
  });

  it('is asked once for all numbers, those that come later too', async () => {
    world.answer = () =>
      Promise.resolve(
        Response.json({ '+12105550142': '+18305550199', '+12105550150': '+18305550188' }),
      );
    use('json', [OWN], { src });
    use('json', [OWN], { src: 'https://clinic.example/numbers.json' });
    await world.settled();
    use('json', [OTHER], { src });
    assert.deepEqual([shown(), shown(OTHER)], [TRACKED, '(830) 555-0188']);
    assert.equal(world.requests.length, 1);
  });

  it('learns no number and no path of the page, and is asked past every cache', async () => {
    await give({});
    const [{ address, init }] = world.requests as [(typeof world.requests)[0]];
    assert.equal(address.href, 'https://clinic.example/numbers.json');
    const { signal, ...rest } = init;
    assert.ok(signal, 'it can be ended');
    assert.deepEqual(rest, {
      credentials: 'same-origin',
      cache: 'no-store',
      referrerPolicy: 'strict-origin',
    });
  });

  it('may say that a visitor is not tracked', async () => {
    for (const nothing of [{}, []]) {
      book = createNumberBook();
      await give(nothing);
    }
    assert.equal(shown(), OWN);
    assert.deepEqual(world.warnings, []);
  });

  it('that gives one number answers the one that asked first, and the developer hears of the rest', async () => {
    await give({ phoneNumber: '8305550199' }, {}, [OWN, OTHER]);
    assert.deepEqual([shown(), shown(OTHER)], [TRACKED, OTHER]);
    assert.match(world.warnings.join(), /one number for several/);
  });

  it('that gives one number leaves one alone that comes later', async () => {
    await give({ phoneNumber: '8305550199' });
    assert.deepEqual(world.warnings, []);
    use('json', [OTHER], { src });
    await world.settled();
    assert.equal(shown(OTHER), OTHER);
    assert.match(world.warnings.join(), /one number for several/);
  });

  it('that gives an emergency code or no number changes nothing', async () => {
    await give([
      { number: OWN, trackingNumber: '911' },
      { number: OTHER, trackingNumber: 'soon' },
      { number: '911', trackingNumber: TRACKED },
    ]);
    assert.deepEqual([shown(), shown('911')], [OWN, '911']);
    assert.deepEqual(book.swaps(), []);
  });

  for (const [what, body, problem] of [
    ['is HTML', new Response('<!doctype html>'), 'unreadable'],
    ['is empty', new Response(null, { status: 204 }), 'unreadable'],
    ['is a text', 'x', 'unreadable'],
    ['is null', null, 'unreadable'],
    ['says something else', { error: 'not found' }, 'unreadable'],
    ['has the wrong types', { phoneNumber: 8305550199 }, 'unreadable'],
    ['is missing', new Response('{}', { status: 404 }), 'HTTP 404'],
    [
      'is longer than 64 KiB',
      { '+12105550142': '+18305550199', pad: 'x'.repeat(65_536) },
      'unreadable',
    ],
  ] as const) {
    it(`whose answer ${what} changes nothing, with one warning`, async () => {
      await give(body);
      use('json', [OTHER], { src });
      await world.settled();
      assert.equal(shown(), OWN);
      assert.deepEqual(world.warnings, [
        `<… tracking="json">: "tracking-src" gives no numbers (${problem}); see docs/call-tracking.md.`,
      ]);
      assert.equal(world.requests.length, 1);
    });
  }

  it('is waited for five seconds', async () => {
    world.answer = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal!.addEventListener('abort', () => reject(signal!.reason as Error));
      });
    use('json', [OWN], { src });
    world.pass(4999);
    await world.settled();
    assert.deepEqual(world.warnings, []);
    world.pass(1);
    await world.settled();
    assert.match(world.warnings.join(), /no answer/);
    assert.equal(world.waits, 0);
  });

  it('that cannot be asked at all changes nothing', async () => {
    world.answer = () => {
      throw new TypeError('refused by the policy');
    };
    use('json', [OWN], { src });
    await world.settled();
    assert.equal(shown(), OWN);
    assert.equal(world.warnings.length, 1);
  });

  for (const wrong of [
    undefined,
    '',
    'javascript:alert(1)',
    'data:application/json,{}',
    'https://clinic.example@evil.example/',
  ]) {
    it(`is not asked at ${JSON.stringify(wrong)}, and the developer is told`, () => {
      use('json', [OWN], { src: wrong });
      assert.deepEqual(world.requests, []);
      assert.match(world.warnings.join(), /"tracking-src" is no address/);
    });
  }

  it('may say anything: nothing throws, and only numbers that can be dialled are shown', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(OWN, TRACKED, '911', '+12105550142', 'tel:988', '*21*8305550199#'),
    );
    const value = fc.oneof(text, fc.jsonValue(), fc.constant(null));
    const body = fc.oneof(
      fc.json(),
      fc.dictionary(
        fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'phoneNumber')),
        value,
      ),
      fc.array(
        fc.record(
          { number: value, trackingNumber: value },
          { requiredKeys: [] },
        ) as fc.Arbitrary<unknown>,
      ),
      fc.record(
        { phoneNumber: value, formattedPhoneNumber: value },
        { requiredKeys: [] },
      ) as fc.Arbitrary<unknown>,
    );
    let swapped = 0;
    await fc.assert(
      fc.asyncProperty(body, async (said) => {
        const page = new World();
        const numbers = createNumberBook();
        page.answer = () =>
          Promise.resolve(new Response(typeof said === 'string' ? said : JSON.stringify(said)));
        useCallTracking('json', { numbers: [OWN], src }, numbers, page);
        await page.settled();
        for (const { own, shown: now } of numbers.swaps()) {
          swapped++;
          assert.equal(own.href, 'tel:+12105550142');
          assert.match(now.href, /^tel:\+\d{7,15}(?:;ext=\d{1,7})?$/);
        }
        assert.ok(page.warnings.length <= 1, page.warnings.join());
      }),
      { numRuns: 500 },
    );
    assert.ok(swapped > 0, 'some of these answers were good');
    assert.equal(({} as Record<string, unknown>).phoneNumber, undefined);
  });
});

describe('an event', () => {
  it('says which number to show, and the last one holds', () => {
    use('event', [OWN]);
    world.hear({ number: '210.555.0142', trackingNumber: '+18305550199' });
    assert.equal(shown(), TRACKED);
    world.hear({ number: OWN, trackingNumber: '(830) 555-0177' });
    assert.equal(shown(), '(830) 555-0177');
    world.hear({ number: OWN, trackingNumber: OWN });
    assert.deepEqual(book.swaps(), []);
  });

  it('for a number that nobody wants yet is kept for it', () => {
    use('event', [OWN]);
    world.hear({ number: OTHER, trackingNumber: TRACKED });
    assert.equal(shown(OTHER), OTHER);
    use('event', [OTHER]);
    assert.equal(shown(OTHER), TRACKED);
  });

  it('is listened to once, and no longer than somebody wants to know', () => {
    const stops = [use('event', [OWN]), use('event', [OTHER])];
    assert.equal(world.listeners.size, 1);
    stops[0]!();
    assert.equal(world.listeners.size, 1);
    world.hear({ number: OWN, trackingNumber: TRACKED });
    assert.equal(shown(), OWN);
    stops[1]!();
    assert.equal(world.listeners.size, 0);
  });

  it('may carry anything: nothing throws, and only numbers that can be dialled are shown', () => {
    const trap = new Proxy(() => {}, {
      get: () => {
        throw new Error('hostile');
      },
    });
    const field = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
      fc.constantFrom<unknown>(OWN, TRACKED, '911', trap, {
        toString: () => {
          throw new Error('hostile');
        },
      }),
      fc.string(),
    );
    const detail = fc.oneof(
      field,
      fc.record({ number: field, trackingNumber: field }),
      fc.record({ number: fc.constant(OWN), trackingNumber: field }),
      fc.constant(
        Object.defineProperty({ number: OWN }, 'trackingNumber', {
          get: () => {
            throw new Error('hostile');
          },
        }),
      ),
    );
    use('event', [OWN, '911']);
    let heard = 0;
    fc.assert(
      fc.property(detail, (said) => {
        world.hear(said);
        for (const { own, shown: now } of book.swaps()) {
          heard++;
          assert.equal(own.href, 'tel:+12105550142');
          assert.match(now.href, /^tel:\+\d{7,15}(?:;ext=\d{1,7})?$/);
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(heard > 0, 'some of these events were good');
  });
});

describe('tracking', () => {
  it('of an unknown kind does nothing and says which there are', () => {
    for (const kind of ['whatconverts', 'constructor', '__proto__']) {
      use(kind, [OWN])();
    }
    assert.deepEqual(new Set(world.warnings), new Set([world.warnings[0]]));
    assert.match(
      world.warnings[0]!,
      /must be one of callrail, call-tracking-metrics, google, json, event\./,
    );
  });

  it('without a kind is not asked for', () => {
    use(' ', [OWN])();
    assert.deepEqual([world.warnings, world.waits, world.listeners.size], [[], 0, 0]);
  });
});
