// What consent tools say, whatever a page made of their globals.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Consent } from '../../src/leads/attribution/consent.js';

type Page = Record<string, unknown>;

/** The `arguments` of a `gtag()` call. */
function command(..._: unknown[]): unknown {
  // eslint-disable-next-line prefer-rest-params
  return arguments;
}
const update = (ad_storage: string, more: Page = {}) =>
  command('consent', 'update', { ad_storage, ...more });

class FakePage extends EventTarget {
  [name: string]: unknown;
  document = new EventTarget();
  navigator: unknown = {};
  constructor(globals: Page = {}) {
    super();
    Object.assign(this, globals);
  }
}

/** What consent was told, answer by answer. */
function follow(globals: Page = {}) {
  const page = new FakePage(globals);
  const answers: string[] = [];
  const consent: Consent = new Consent(page, () =>
    queueMicrotask(() => answers.push(consent.answer)),
  );
  return { page, consent, answers };
}
const answerOf = (globals: Page): string => follow(globals).consent.answer;

it('nobody has answered on a page without consent tools', () => {
  assert.equal(answerOf({}), 'unknown');
});

describe("Google's consent mode", () => {
  it('an update is an answer, a default is none', () => {
    const byDefault = (value: string) => command('consent', 'default', { ad_storage: value });
    assert.equal(answerOf({ dataLayer: [byDefault('granted')] }), 'unknown');
    assert.equal(answerOf({ dataLayer: [byDefault('denied')] }), 'unknown');
    assert.equal(answerOf({ dataLayer: [byDefault('denied'), update('granted')] }), 'granted');
    assert.equal(answerOf({ dataLayer: [byDefault('granted'), update('denied')] }), 'denied');
  });

  it('the last word holds, and a no to sending user data is a no', () => {
    assert.equal(answerOf({ dataLayer: [update('granted'), update('denied')] }), 'denied');
    assert.equal(answerOf({ dataLayer: [update('denied'), update('granted')] }), 'granted');
    assert.equal(
      answerOf({ dataLayer: [update('granted', { ad_user_data: 'denied' })] }),
      'denied',
    );
    assert.equal(
      answerOf({ dataLayer: [command('consent', 'update', { analytics_storage: 'granted' })] }),
      'unknown',
    );
  });

  it('commands that come later are followed, and reach the page as before', () => {
    const { page, consent } = follow({ dataLayer: [] });
    const layer = page.dataLayer as unknown[];
    assert.equal(layer.push({ event: 'page_view' }), 1);
    assert.equal(consent.answer, 'unknown');
    assert.equal(layer.push(update('granted')), 2);
    assert.equal(consent.answer, 'granted');
    layer.push({ event: 'x' }, update('denied'));
    assert.equal(consent.answer, 'denied');
    assert.equal(layer.length, 4);
  });

  it('a tag manager that loads later and takes push over still tells us', () => {
    const { page, consent } = follow({ dataLayer: [] });
    const layer = page.dataLayer as unknown[] & { push: (...entries: unknown[]) => number };
    const before = layer.push;
    layer.push = (...entries) => before.apply(layer, entries);
    layer.push(update('granted'));
    assert.equal(consent.answer, 'granted');
  });

  it("a throwing push of the page's own throws as it did", () => {
    const dataLayer: unknown[] = [];
    dataLayer.push = () => {
      throw new Error('full');
    };
    const { page } = follow({ dataLayer });
    assert.throws(() => (page.dataLayer as unknown[]).push(1), /full/);
  });

  it('the state itself is read and followed, where tools set it without a command', () => {
    const entries: Page = { ad_storage: { default: true } };
    const listeners: (() => void)[] = [];
    const ics = {
      entries,
      addListener: (types: string[], listener: () => void) => {
        assert.deepEqual(types, ['ad_storage', 'ad_user_data']);
        listeners.push(listener);
      },
    };
    const { consent } = follow({ google_tag_data: { ics } });
    assert.equal(consent.answer, 'unknown');
    entries.ad_storage = { default: true, update: false };
    listeners[0]!();
    assert.equal(consent.answer, 'denied');
    entries.ad_storage = { update: true };
    listeners[0]!();
    assert.equal(consent.answer, 'granted');
    entries.ad_user_data = { update: false };
    listeners[0]!();
    assert.equal(consent.answer, 'denied');
  });

  it('tools that load beside us are found when the page has loaded', () => {
    const { page, consent } = follow();
    page.dataLayer = [update('granted')];
    assert.equal(consent.answer, 'unknown');
    page.dispatchEvent(new Event('load'));
    assert.equal(consent.answer, 'granted');
  });
});

describe('the WP Consent API', () => {
  const has = (answer: unknown) => (category: string) => category === 'marketing' && answer;

  it('says what the visitor chose, where they have to agree', () => {
    assert.equal(answerOf({ wp_has_consent: has(true), wp_consent_type: 'optin' }), 'granted');
    assert.equal(answerOf({ wp_has_consent: has(false), wp_consent_type: 'optin' }), 'denied');
    assert.equal(
      answerOf({ wp_has_consent: has(true), wp_fallback_consent_type: 'optin' }),
      'granted',
    );
  });

  it('is no answer where nobody was asked: no consent type, or agreed until they object', () => {
    assert.equal(answerOf({ wp_has_consent: has(true) }), 'unknown');
    assert.equal(answerOf({ wp_has_consent: has(true), wp_consent_type: '' }), 'unknown');
    assert.equal(answerOf({ wp_has_consent: has(true), wp_consent_type: 'optout' }), 'unknown');
    assert.equal(answerOf({ wp_has_consent: has(false), wp_consent_type: 'optout' }), 'denied');
  });

  it('is followed', () => {
    const { page, consent } = follow();
    const change = (detail: unknown) =>
      page.document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail }));
    change({ statistics: 'allow' });
    assert.equal(consent.answer, 'unknown');
    change({ marketing: 'allow' });
    assert.equal(consent.answer, 'granted');
    for (const odd of [null, 'marketing', 7, { marketing: true }, {}]) change(odd);
    assert.equal(consent.answer, 'granted');
    change({ marketing: 'deny' });
    assert.equal(consent.answer, 'denied');
  });

  it('is asked again once its consent type is known', () => {
    const { page, consent } = follow({ wp_has_consent: has(true) });
    page.wp_consent_type = 'optin';
    page.document.dispatchEvent(new Event('wp_consent_type_defined'));
    assert.equal(consent.answer, 'granted');
  });
});

describe("the IAB's framework", () => {
  type Listener = (data: unknown, isSuccess: unknown) => void;
  const withFramework = () => {
    const listeners: Listener[] = [];
    const found = follow({
      __tcfapi: (what: string, version: number, listener: Listener) => {
        assert.deepEqual([what, version], ['addEventListener', 2]);
        listeners.push(listener);
      },
    });
    assert.equal(listeners.length, 1);
    return { ...found, tell: listeners[0]! };
  };
  const data = (consents: Page, more: Page = {}) => ({
    eventStatus: 'useractioncomplete',
    gdprApplies: true,
    purpose: { consents },
    ...more,
  });

  it('needs both: storing on a device, and measuring advertising', () => {
    const { consent, tell } = withFramework();
    tell(data({ 1: true, 7: true }), true);
    assert.equal(consent.answer, 'granted');
    tell(data({ 1: true }), true);
    assert.equal(consent.answer, 'denied');
    tell(data({ 1: true, 7: true }, { eventStatus: 'tcloaded' }), true);
    assert.equal(consent.answer, 'granted');
    tell(data({ 1: 'yes', 7: 1 }), true);
    assert.equal(consent.answer, 'denied');
  });

  it('says nothing while the banner is open, where it does not apply, or when it failed', () => {
    const { consent, tell } = withFramework();
    tell(data({ 1: true, 7: true }, { eventStatus: 'cmpuishown' }), true);
    tell(data({ 1: true, 7: true }, { gdprApplies: false }), true);
    tell(data({ 1: true, 7: true }), false);
    for (const odd of [null, undefined, 'x', 7, []]) tell(odd, true);
    assert.equal(consent.answer, 'unknown');
  });
});

describe('several answers', () => {
  it('a no of one tool outweighs the yes of another', () => {
    assert.equal(
      answerOf({
        dataLayer: [update('granted')],
        wp_has_consent: () => false,
        wp_consent_type: 'optin',
      }),
      'denied',
    );
  });

  it("the page's own word goes before its tools", () => {
    const { consent } = follow({ dataLayer: [update('denied')] });
    consent.say('granted');
    assert.equal(consent.answer, 'granted');
    consent.say('denied');
    assert.equal(consent.answer, 'denied');
  });

  it('nothing overrides Global Privacy Control', () => {
    const { consent } = follow({
      navigator: { globalPrivacyControl: true },
      dataLayer: [update('granted')],
    });
    consent.say('granted');
    assert.equal(consent.answer, 'denied');
  });

  it('a change is told as it comes', async () => {
    const { page, consent, answers } = follow({ dataLayer: [] });
    (page.dataLayer as unknown[]).push(update('granted'));
    await Promise.resolve();
    consent.say('denied');
    await Promise.resolve();
    assert.deepEqual(answers, ['granted', 'denied']);
  });
});

describe('hostile globals', () => {
  const throwing = new Proxy(() => {}, {
    get() {
      throw new Error('get');
    },
    apply() {
      throw new Error('apply');
    },
    has() {
      throw new Error('has');
    },
  });
  const ODD: (() => unknown)[] = [
    () => throwing,
    () => 'x',
    () => [throwing],
    () => [null, 'consent', ['consent', 'update', null], ['consent', 'update', throwing]],
    () => Object.freeze(['x']),
    () => ({ ics: throwing }),
    () => ({ ics: { addListener: throwing, entries: throwing } }),
    () => ({ ics: { addListener: () => {}, entries: 'x' } }),
    () => () => 'granted',
    () => () => {
      throw new Error('no');
    },
    () => (_: unknown, __: unknown, listener: unknown) => {
      if (typeof listener === 'function') Reflect.apply(listener, null, [throwing, true]);
    },
  ];
  const NAMES = [
    'dataLayer',
    'google_tag_data',
    'wp_has_consent',
    'wp_consent_type',
    '__tcfapi',
    'navigator',
  ];

  it('never throw, and never mean yes', () => {
    // Made within the run: fast-check looks into the values that it hands out, and some of these throw.
    const odd = fc.oneof(
      fc
        .anything({ withNullPrototype: true, withDate: true, withMap: true })
        .map((value) => () => value),
      fc.constantFrom(...ODD),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), odd), (makers) => {
        const globals = Object.entries(makers).map(([name, make]) => [name, make()]);
        const { consent, page } = follow(Object.fromEntries(globals) as Page);
        consent.look();
        page.dispatchEvent(new Event('load'));
        assert.notEqual(consent.answer, 'granted');
      }),
      { numRuns: 3_000 },
    );
  });

  it('a getter that throws is as good as none', () => {
    const page = new FakePage();
    for (const name of NAMES) {
      Object.defineProperty(page, name, {
        get() {
          throw new Error(name);
        },
      });
    }
    const consent = new Consent(page, () => {});
    assert.equal(consent.answer, 'unknown');
  });
});
