import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { safeImage, safeLink, safeResource } from '../../src/foundation/safe-url.js';

const BASE = 'https://clinic.example/articles/knee/';
const LINK_SCHEMES = ['http:', 'https:', 'mailto:', 'tel:', 'sms:'];

/** Spellings that a browser reads as a scheme that runs code, or that hides where it leads. */
const HOSTILE = [
  'javascript:alert(1)',
  'jAvAsCrIpT:alert(1)',
  ' javascript:alert(1)',
  '“javascript:alert(1)”',
  '\u0001javascript:alert(1)',
  '\u0000\u001fjavascript:alert(1)',
  'java\nscript:alert(1)',
  'java\r\nscript:alert(1)',
  'java\tscript:alert(1)',
  'j\na\nv\na\nscript:alert(1)',
  'javascript\n:alert(1)',
  '\u00a0javascript:alert(1)',
  '\ufeffjavascript:alert(1)',
  'javascript://clinic.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'blob:https://clinic.example/7a3c',
  'filesystem:https://clinic.example/temporary/x',
  'file:///etc/passwd',
  'view-source:javascript:alert(1)',
  'about:blank',
  'chrome://settings',
  'intent://scan/#Intent;scheme=zxing;end',
  'ftp://clinic.example/',
  'ws://clinic.example/',
  'wss://clinic.example/',
  'w\nss://clinic.example/',
  '\u0001wss:x',
  'https://clinic.example@evil.example/',
  'https://clinic.example%40x:y@evil.example/',
  '//clinic.example@evil.example/',
  '/\\clinic.example@evil.example/',
  'http://',
  'https://exa mple.com/',
  'https://[::1',
  // Such a host passes the URL standard.
  '//evil.example"',
  'https://clinic.example".evil.example/',
];

describe('safeLink', () => {
  const good: [written: string, href: string][] = [
    ['https://clinic.example/a?b=c#d', 'https://clinic.example/a?b=c#d'],
    ['http://clinic.example/', 'http://clinic.example/'],
    ['/knee/', 'https://clinic.example/knee/'],
    ['../hip/', 'https://clinic.example/articles/hip/'],
    ['?page=2', 'https://clinic.example/articles/knee/?page=2'],
    ['#top', 'https://clinic.example/articles/knee/#top'],
    ['//other.example/x', 'https://other.example/x'],
    ['  /knee/\n', 'https://clinic.example/knee/'],
    ['“/knee/”', 'https://clinic.example/knee/'],
    ['”https://clinic.example/″', 'https://clinic.example/'],
    ['tel:+12105550142', 'tel:+12105550142'],
    ['MAILTO:desk@clinic.example', 'mailto:desk@clinic.example'],
    ['sms:+12105550142', 'sms:+12105550142'],
    ['/javascript:alert(1)', 'https://clinic.example/javascript:alert(1)'],
    ['./data:x', 'https://clinic.example/articles/knee/data:x'],
    ['/r%C3%BCcken/ä b', 'https://clinic.example/r%C3%BCcken/%C3%A4%20b'],
  ];
  for (const [written, href] of good) {
    it(`lets ${JSON.stringify(written)} through as ${href}`, () => {
      assert.equal(safeLink(written, BASE), href);
    });
  }

  for (const written of HOSTILE) {
    it(`refuses ${JSON.stringify(written)}, with and without a base`, () => {
      assert.equal(safeLink(written, BASE), undefined);
      assert.equal(safeLink(written), undefined);
      assert.equal(safeResource(written, BASE), undefined);
    });
  }

  it('refuses an address whose host hides behind a password', () => {
    assert.equal(safeLink('https://:clinic.example@evil.example/', BASE), undefined);
    assert.equal(safeResource('https://:clinic.example@evil.example/', BASE), undefined);
  });

  it('has nothing to say where nothing was given', () => {
    for (const nothing of ['', ' ', '\n\t', null, undefined]) {
      assert.equal(safeLink(nothing, BASE), undefined);
      assert.equal(safeImage(nothing, BASE), undefined);
      assert.equal(safeResource(nothing, BASE), undefined);
    }
  });

  it('leaves an address as written on a server, where there is no base', () => {
    assert.equal(safeLink('/knee/'), '/knee/');
    assert.equal(safeLink(' ../hip/?a=b '), '../hip/?a=b');
    assert.equal(safeLink('https://clinic.example/x'), 'https://clinic.example/x');
  });

  it('left as written, it is safe on an http page and on an https page', () => {
    // Relative on a page of its own scheme, absolute and with a user name on another.
    for (const written of [
      'https:clinic.example@evil.example',
      'http:clinic.example@evil.example',
    ]) {
      const href = safeLink(written);
      for (const page of href === undefined ? [] : ['http://a.example/', 'https://a.example/'])
        assert.equal(new URL(href!, page).username, '', `${written} on ${page}`);
    }
  });

  it('does not throw where the base is none', () => {
    assert.equal(safeLink('/knee/', 'about:blank'), undefined);
    assert.equal(safeLink('/knee/', 'no base'), undefined);
    assert.equal(safeLink('https://clinic.example/', 'about:blank'), 'https://clinic.example/');
  });
});

describe('safeImage', () => {
  it('lets pictures through, those in the address itself too', () => {
    assert.equal(safeImage('/a.jpg', BASE), 'https://clinic.example/a.jpg');
    assert.equal(safeImage('data:image/png;base64,AAAA', BASE), 'data:image/png;base64,AAAA');
    assert.equal(safeImage('data:image/svg+xml,%3Csvg/%3E', BASE), 'data:image/svg+xml,%3Csvg/%3E');
  });

  it('refuses what is no picture', () => {
    for (const written of [
      ...HOSTILE.filter((each) => !/^https?:\/\/?$/.test(each)),
      'data:,x',
      'data:text/plain,image/',
      'data:application/javascript,alert(1)',
      'tel:911',
      'mailto:a@b.example',
    ]) {
      assert.equal(safeImage(written, BASE), undefined, written);
    }
  });
});

describe('safeResource', () => {
  it('gives the address to fetch from or to post to', () => {
    assert.equal(safeResource('/lead', BASE)?.href, 'https://clinic.example/lead');
    assert.equal(safeResource('http://clinic.example/lead', BASE)?.protocol, 'http:');
  });

  it('refuses what cannot be fetched', () => {
    for (const written of ['tel:911', 'mailto:a@b.example', 'data:image/png;base64,AAAA'])
      assert.equal(safeResource(written, BASE), undefined, written);
  });

  it('gives only what a Request can be made of', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.webUrl(), fc.string({ unit: 'binary' })), (written) => {
        const url = safeResource(written, BASE);
        if (url) new Request(url, { method: 'POST' });
      }),
      { numRuns: 2000 },
    );
  });
});

/** A scheme in any letter case, with anything that a URL parser skips around and inside it. */
const skipped = fc.constantFrom('', '\t', '\n', '\r', '\r\n');
const leading = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\u0001',
  '\u001f',
  '\t',
  '\n',
  '\u00a0',
  '\ufeff',
);
const scheme = fc
  .constantFrom(
    ...['javascript', 'data', 'vbscript', 'blob', 'filesystem', 'file', 'ftp', 'about', 'http'],
    ...['https', 'tel', 'mailto', 'sms', 'ws', 'wss', 'x', ''],
  )
  .chain((name) =>
    fc
      .array(fc.tuple(fc.boolean(), skipped), { minLength: name.length, maxLength: name.length })
      .map((marks) =>
        [...name]
          .map((letter, index) => {
            const [upper, gap] = marks[index]!;
            return (upper ? letter.toUpperCase() : letter) + gap;
          })
          .join(''),
      ),
  );
const hostile = fc
  .tuple(
    fc.array(leading, { maxLength: 3 }),
    scheme,
    fc.constantFrom(':', '\t:', ':\n', '&colon;', '%3A', '：', ''),
    fc.oneof(
      fc.string(),
      fc.constantFrom('alert(1)', '//x@evil.example/', '//:p@evil.example', '//evil.example', '/x'),
    ),
  )
  .map(([before, name, colon, rest]) => before.join('') + name + colon + rest);

describe('whatever a page gives', () => {
  const anything = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.webUrl(), fc.string());

  it('a link never runs code, hides its host or throws', () => {
    fc.assert(
      fc.property(anything, fc.option(fc.constant(BASE), { nil: undefined }), (written, base) => {
        const href = safeLink(written, base);
        if (href === undefined) return;
        const { protocol, username, password } = new URL(href, BASE);
        assert.ok(LINK_SCHEMES.includes(protocol), `${JSON.stringify(written)} gives ${protocol}`);
        assert.equal(username, '');
        assert.equal(password, '');
      }),
      { numRuns: 20_000 },
    );
  });

  it('a picture is fetched by http or is in the address itself', () => {
    fc.assert(
      fc.property(anything, (written) => {
        const href = safeImage(written, BASE);
        if (href === undefined) return;
        assert.match(href, /^(?:https?:|data:image\/)/);
      }),
      { numRuns: 5000 },
    );
  });
});
