import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Graph } from '../../src/clinic/graph.js';
import type { GraphNode } from '../../src/clinic/graph-context.js';
import { structuredData } from '../../src/structured-data.js';
import {
  AIOSEO,
  ARTICLE,
  ATTRIBUTES,
  CONTACT,
  CRUMBS,
  HOME,
  ONE_PLACE,
  page,
  RANK_MATH,
  TWO_PLACES,
  UPGRADED,
  WRITTEN,
  YOAST,
} from './pages.js';
import { vocabularyProblems } from './vocabulary.js';

const now = Date.parse('2026-11-25T12:00Z');

/* Everything that the tests below have made: the vocabulary is asked once. */
const made: GraphNode[] = [];

function nodesOf(html: string, facts: unknown = TWO_PLACES, address?: string): GraphNode[] {
  const text = structuredData(html, facts, { now, address });
  const nodes = text ? (JSON.parse(text) as Graph)['@graph'] : [];
  made.push(...nodes);
  return nodes;
}

const ofType = (nodes: GraphNode[], type: string): GraphNode | undefined =>
  nodes.find((node) => [node['@type']].flat().includes(type));

const one = (html: string, type: string, facts?: unknown): GraphNode =>
  ofType(nodesOf(html, facts), type) ?? assert.fail(`no ${type}`);

describe('the graph of an article', () => {
  it('says the article, its page, the way to it, the clinic and the people, each by its id', () => {
    const nodes = nodesOf(page(WRITTEN));
    assert.deepEqual(
      nodes.map((node) => node['@id']).sort(),
      [
        `${ARTICLE}#article`,
        `${ARTICLE}#breadcrumbs`,
        `${ARTICLE}#webpage`,
        `${HOME}#clinic`,
        `${HOME}#clinician-lee`,
        `${HOME}#clinician-ruiz`,
      ].sort(),
    );
    assert.deepEqual(ofType(nodes, 'Article'), {
      '@id': `${ARTICLE}#article`,
      '@type': 'Article',
      headline: 'Back pain: when to call',
      image: `${HOME}walk.jpg`,
      datePublished: '2026-03-04',
      dateModified: '2026-09-01',
      inLanguage: 'en',
      author: { '@id': `${HOME}#clinician-ruiz` },
      mainEntityOfPage: { '@id': `${ARTICLE}#webpage` },
      publisher: { '@id': `${HOME}#clinic` },
    });
    assert.deepEqual(ofType(nodes, 'MedicalWebPage'), {
      '@id': `${ARTICLE}#webpage`,
      '@type': 'MedicalWebPage',
      url: ARTICLE,
      inLanguage: 'en',
      name: 'Back pain: when to call',
      lastReviewed: '2026-09-02',
      reviewedBy: { '@id': `${HOME}#clinician-lee` },
      breadcrumb: { '@id': `${ARTICLE}#breadcrumbs` },
      publisher: { '@id': `${HOME}#clinic` },
    });
    assert.deepEqual(ofType(nodes, 'BreadcrumbList')?.itemListElement, [
      { '@type': 'ListItem', position: 1, name: 'Home', item: HOME },
      { '@type': 'ListItem', position: 2, name: 'Blog', item: `${HOME}blog/` },
      { '@type': 'ListItem', position: 3, name: 'Back pain' },
    ]);
  });

  it('is the same in children, in attributes, and after the elements have upgraded', () => {
    const written = structuredData(page(WRITTEN), TWO_PLACES, { now });
    assert.equal(structuredData(page(ATTRIBUTES), TWO_PLACES, { now }), written);
    assert.equal(structuredData(page(UPGRADED), TWO_PLACES, { now }), written);
  });

  it('takes the children where they say something else than the attributes', () => {
    const body = ATTRIBUTES.replace(
      '</article-hero>',
      '<h1>Hip pain</h1><p class="byline">By Sam Lee</p></article-hero>',
    );
    const article = one(page(body), 'Article');
    assert.equal(article.headline, 'Hip pain');
    assert.deepEqual(article.author, { '@id': `${HOME}#clinician-lee` });
  });

  it('takes Open Graph where nothing is shown', () => {
    const head = `<meta property="og:type" content="article"><meta property="og:title" content="Sciatica">
      <meta property="og:url" content="${ARTICLE}?utm_source=x#top"><meta property="og:image" content="/o.jpg">
      <meta property="article:published_time" content="2026-01-02T09:00:00-06:00">`;
    const article = one(page('<p>Words</p>', { head, canonical: '' }), 'Article');
    assert.equal(article['@id'], `${ARTICLE}#article`);
    assert.equal(article.headline, 'Sciatica');
    assert.equal(article.image, `${HOME}o.jpg`);
    assert.equal(article.datePublished, '2026-01-02T09:00:00-06:00');
  });

  it('knows the page by its own address where none is canonical, without what only tracking needs', () => {
    const address = 'https://clinic.example/?p=7&utm_source=mail&gclid=1#top';
    const nodes = nodesOf(page('<h1>Hours</h1>', { canonical: '' }), TWO_PLACES, address);
    assert.equal(ofType(nodes, 'WebPage')?.url, 'https://clinic.example/?p=7');
  });

  it('reads breadcrumbs of themes without a list, and leaves those that are microdata', () => {
    const yoast =
      '<p class="yoast-breadcrumbs"><span><a href="/">Home</a></span> » <span><a href="/b/">Blog</a></span> » ' +
      '<span class="breadcrumb_last" aria-current="page">Back pain</span></p>';
    assert.deepEqual(
      (one(page(yoast), 'BreadcrumbList').itemListElement as { name: string }[]).map(
        ({ name }) => name,
      ),
      ['Home', 'Blog', 'Back pain'],
    );
    const microdata = CRUMBS.replace('<ol>', '<ol itemtype="https://schema.org/BreadcrumbList">');
    assert.equal(ofType(nodesOf(page(microdata)), 'BreadcrumbList'), undefined);
    const alone = '<nav aria-label="breadcrumb"><a href="/">Home</a></nav>';
    assert.equal(ofType(nodesOf(page(alone)), 'BreadcrumbList'), undefined);
  });

  it('says nothing of a page that shows nothing, and has no facts', () => {
    assert.equal(structuredData('', {}, { now }), '');
    assert.equal(structuredData(page('<p>Hello</p>'), {}, { now }), '');
  });
});

describe('what a graph must not say', () => {
  const review = (attributes: string) =>
    one(page(`<h1>Hip</h1><medical-review ${attributes}></medical-review>`), 'MedicalWebPage');

  it('a review that has not taken place, or a date that is none', () => {
    for (const date of ['2027-01-01', '2026-02-30', '04/05/2026', '26-04-05', 'soon', '']) {
      const { lastReviewed, reviewedBy } = review(`reviewer="Sam Lee" reviewed="${date}"`);
      assert.equal(lastReviewed, undefined, date);
      assert.deepEqual(
        reviewedBy,
        { '@id': `${HOME}#clinician-lee` },
        'still, somebody reviewed it',
      );
    }
    assert.equal(review('reviewer="Sam Lee" reviewed="2026-11-26"').lastReviewed, '2026-11-26');
  });

  it('a publication that is yet to come, or a change before it', () => {
    const article = (attributes: string) =>
      one(page(`<article-hero heading="Hip" ${attributes}></article-hero>`), 'Article');
    assert.equal(article('published="2028-01-01"').datePublished, undefined);
    const { dateModified } = article('published="2026-03-04" modified="2025-03-04"');
    assert.equal(dateModified, undefined);
  });

  it('a date of the change for that of the review, or of the publication', () => {
    const sentence =
      '<h1>Hip</h1><medical-review>Updated <time datetime="2026-09-09">x</time>. Reviewed by Jo Doe, MD on ' +
      '<time datetime="2026-05-05">y</time>.</medical-review>';
    assert.equal(one(page(sentence), 'MedicalWebPage').lastReviewed, '2026-05-05');
    const hero =
      '<article-hero><h1>Hip</h1><p>Last modified: <time datetime="2026-09-09">x</time></p></article-hero>';
    const article = one(page(hero), 'Article');
    assert.equal(article.datePublished, undefined);
    assert.equal(article.dateModified, '2026-09-09');
  });

  it('a number that a call-tracking script has written, wherever it wrote it', () => {
    const swapped = '(830) 555-0199';
    const place =
      `<clinic-location name="Elsewhere" street="9 Ash Way" locality="Poth" phone="${swapped}">` +
      `<a href="tel:+18305550199">${swapped}</a></clinic-location>`;
    const written =
      `<clinic-location><h2>Poth</h2><address>9 Ash Way,<br>Poth, TX<br><a href="tel:+18305550199">` +
      `${swapped}</a></address></clinic-location>`;
    for (const body of [place, written]) {
      const text = structuredData(page(body), TWO_PLACES, { now });
      assert.match(text, /9 Ash Way/);
      assert.doesNotMatch(text, /0199/);
    }
    const tracked = { trackedPhones: [swapped], name: 'Canyon' };
    assert.doesNotMatch(structuredData(page(place), tracked, { now }), /0199/);
    const own = structuredData(page(place.replaceAll(swapped, '210.555.0143')), TWO_PLACES, {
      now,
    });
    assert.match(own, /"telephone":"\+12105550143","address":\{[^}]*9 Ash Way/);
  });

  it('911, or a code for text messages, as the number of a clinic', () => {
    for (const phone of ['911', '988', '74741'])
      assert.equal(one(page(''), 'MedicalClinic', { name: 'Canyon', phone }).telephone, undefined);
  });

  it('hours of which something cannot be read', () => {
    const clinic = (hours: unknown) =>
      one(page(''), 'MedicalClinic', { name: 'Canyon', timeZone: 'America/Chicago', hours });
    assert.equal(clinic('Mo-Fr 08:00-17:00; Sa sometimes').openingHoursSpecification, undefined);
    assert.ok(clinic('Mo-Fr 08:00-17:00').openingHoursSpecification, 'hours that can be read');
  });

  it('anything that ends the script that it stands in', () => {
    const evil = 'Back </script><script>alert(1)</script><!--';
    const facts = { name: evil, phone: '(210) 555-0142' };
    const text = structuredData(page(`<h1>${evil.replaceAll('<', '&lt;')}</h1>`), facts, { now });
    assert.doesNotMatch(text, /</);
    assert.equal(
      (JSON.parse(text) as Graph)['@graph'].find(({ name }) => name === evil)?.name,
      evil,
    );
  });

  it('what is hidden, or waits in a template', () => {
    const body =
      '<div hidden><clinic-location place="north"></clinic-location></div>' +
      '<template><h1>Later</h1></template><noscript><h1>Never</h1></noscript>';
    assert.deepEqual(
      nodesOf(page(body)).map((node) => node['@id']),
      [`${HOME}#clinic`],
    );
  });
});

describe('the clinic and its places', () => {
  it('is a MedicalClinic where it has one place, and that place', () => {
    const nodes = nodesOf(page(CONTACT.replace(/<provider.*/s, '')), ONE_PLACE);
    assert.deepEqual(ofType(nodes, 'MedicalClinic'), {
      '@id': `${HOME}#clinic`,
      '@type': 'MedicalClinic',
      name: 'Canyon Spine Clinic',
      legalName: 'Canyon Spine PLLC',
      url: HOME,
      logo: `${HOME}logo.png`,
      telephone: '+12105550142',
      email: 'desk@clinic.example',
      address: {
        '@type': 'PostalAddress',
        streetAddress: '100 Elm Street, Suite 4',
        addressLocality: 'San Antonio',
        addressRegion: 'TX',
        postalCode: '78205',
        addressCountry: 'US',
      },
      geo: { '@type': 'GeoCoordinates', latitude: 29.42, longitude: -98.49 },
      hasMap: 'https://maps.example/north',
      openingHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(
            (day) => `https://schema.org/${day}`,
          ),
          opens: '08:00',
          closes: '17:00',
        },
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: ['https://schema.org/Saturday', 'https://schema.org/Sunday'],
          opens: '00:00',
          closes: '00:00',
        },
      ],
      specialOpeningHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          opens: '00:00',
          closes: '00:00',
          validFrom: '2026-12-25',
          validThrough: '2026-12-25',
          name: 'Christmas Day',
        },
      ],
    });
    assert.equal(nodes.length, 2, 'the page and the clinic');
  });

  it('is an organization with several, of which those that are shown are MedicalClinics', () => {
    const nodes = nodesOf(page(CONTACT.replace(/<provider.*/s, '')));
    assert.equal(ofType(nodes, 'MedicalOrganization')?.telephone, '+12105550142');
    const north = nodes.find((node) => node['@id'] === `${HOME}#place-north`);
    assert.equal(north?.telephone, '+12105550143');
    assert.deepEqual(north?.parentOrganization, { '@id': `${HOME}#clinic` });
    assert.equal(nodes.length, 3, 'South is not on this page');
  });

  it('knows a place by its street or name, where its id is not said', () => {
    for (const words of ['street="7 Oak Road"', 'name="canyon spine south"']) {
      const nodes = nodesOf(page(`<clinic-location ${words}></clinic-location>`));
      assert.ok(
        nodes.some((node) => node['@id'] === `${HOME}#place-south`),
        words,
      );
    }
  });

  it('says a place that no facts know, as the page writes it', () => {
    const body =
      '<clinic-location><h2>Canyon <b>East</b></h2><address>1 Fig Lane,<br>Poth, TX 78147</address></clinic-location>';
    const east = one(page(body), 'MedicalClinic', {});
    assert.equal(east.name, 'Canyon East');
    assert.equal(east.address, '1 Fig Lane, Poth, TX 78147');
  });
});

describe('people', () => {
  it('are physicians where they are shown, have the degree, and practise somewhere', () => {
    const nodes = nodesOf(page(CONTACT));
    const ruiz = nodes.find((node) => node['@id'] === `${HOME}#clinician-ruiz`);
    assert.deepEqual(ruiz?.['@type'], ['Person', 'IndividualPhysician']);
    assert.equal(ruiz.name, 'Ana Ruiz');
    assert.equal(ruiz.honorificSuffix, 'MD, FAAOS');
    assert.deepEqual(ruiz.practicesAt, [{ '@id': `${HOME}#place-north` }]);
    assert.equal(ruiz.isAcceptingNewPatients, true);
    assert.deepEqual(ruiz.knowsLanguage, ['en', 'es']);
    const lee = nodes.find((node) => node['@id'] === `${HOME}#clinician-lee`);
    assert.equal(lee?.['@type'], 'Person', 'a physical therapist is no physician');
    assert.deepEqual(lee.workLocation, [
      { '@id': `${HOME}#place-north` },
      { '@id': `${HOME}#place-south` },
    ]);
  });

  it('are one person, who wrote the article and has a card below it', () => {
    const nodes = nodesOf(page(WRITTEN + CONTACT));
    const named = nodes.filter((node) => node.name === 'Ana Ruiz');
    assert.equal(named.length, 1);
    assert.deepEqual(named[0]?.['@type'], ['Person', 'IndividualPhysician']);
    assert.equal(named[0].isAcceptingNewPatients, true);
  });

  it('have no NPI that cannot be one', () => {
    const [ruiz] = TWO_PLACES.clinicians;
    const facts = { ...TWO_PLACES, clinicians: [{ ...ruiz, npi: '1234567890' }] };
    const body = '<provider-card provider="ruiz"></provider-card>';
    assert.equal(one(page(body), 'Person', facts).identifier, undefined);
    assert.equal((one(page(body), 'Person').identifier as { value: string }).value, '1234567893');
  });

  const reviewer = (attributes: string, words = '') => {
    const html = page(`<h1>Hip</h1><medical-review ${attributes}>${words}</medical-review>`);
    const nodes = nodesOf(html);
    const { reviewedBy } = ofType(nodes, 'MedicalWebPage') ?? assert.fail('no page');
    const id = (reviewedBy as { '@id': string } | undefined)?.['@id'];
    return nodes.find((node) => node['@id'] === id);
  };

  it('may be the clinic, or another organization', () => {
    assert.equal(reviewer('reviewer="Canyon Spine Clinic"')?.['@id'], `${HOME}#clinic`);
    assert.equal(reviewer('reviewer="Alamo Rehab Group"')?.['@type'], 'Organization');
    const said = reviewer('reviewer="Alamo" reviewer-type="organization"');
    assert.equal(said?.['@type'], 'Organization');
    assert.equal(reviewer('reviewer="Jo Group" reviewer-type="person"')?.['@type'], 'Person');
  });

  it('are known by name however it is written, or by their page', () => {
    for (const name of ['Ana Ruiz', 'Dr. Ana Ruiz, MD', 'ANA RUIZ, M.D., FAAOS'])
      assert.equal(reviewer(`reviewer="${name}"`)?.['@id'], `${HOME}#clinician-ruiz`, name);
    const link = 'Checked by <a href="/team/ana-ruiz/">our surgeon</a>';
    assert.equal(reviewer('', link)?.['@id'], `${HOME}#clinician-ruiz`);
  });

  it('have names without their titles', () => {
    const words =
      'Medically reviewed by Dr. Jo Doe, PA-C, MSc on <time datetime="2026-05-05">May 5</time>';
    const { name, honorificPrefix, honorificSuffix } = reviewer('', words) ?? assert.fail('nobody');
    assert.deepEqual([honorificPrefix, name, honorificSuffix], ['Dr.', 'Jo Doe', 'PA-C, MSc']);
    const spanish = 'Revisado por Jo Doe, MD el <time datetime="2026-05-05">5 de mayo</time>';
    assert.equal(reviewer('', spanish)?.name, 'Jo Doe');
    assert.equal(reviewer('reviewer="Jo Doe, Jr."')?.name, 'Jo Doe, Jr.');
  });

  it('are not guessed from a sentence without a name', () => {
    const vague = 'Our team read this on <time datetime="2026-05-05">May 5</time>';
    assert.equal(reviewer('', vague), undefined);
  });
});

describe('beside another graph', () => {
  it('adds the review to the page that Yoast describes, and the number to its organization', () => {
    const nodes = nodesOf(page(WRITTEN, { head: YOAST }), ONE_PLACE);
    const ids = nodes.map((node) => node['@id']);
    assert.deepEqual(
      ids.sort(),
      [`${ARTICLE}`, `${ARTICLE}#reviewer`, `${HOME}#organization`].sort(),
    );
    assert.deepEqual(ofType(nodes, 'MedicalWebPage'), {
      '@id': ARTICLE,
      '@type': 'MedicalWebPage',
      lastReviewed: '2026-09-02',
      reviewedBy: { '@id': `${ARTICLE}#reviewer` },
      publisher: { '@id': `${HOME}#organization` },
    });
    const clinic = ofType(nodes, 'MedicalClinic');
    assert.equal(clinic?.telephone, '+12105550142');
    assert.equal(clinic.name, undefined, 'Yoast has said it');
  });

  it('leaves a clinic that Rank Math has described with its number', () => {
    const nodes = nodesOf(page(WRITTEN, { head: RANK_MATH }));
    assert.deepEqual(
      nodes.map((node) => node['@id']).sort(),
      [`${ARTICLE}#webpage`, `${HOME}#clinician-lee`].sort(),
    );
    assert.deepEqual(ofType(nodes, 'Person')?.worksFor, { '@id': `${HOME}#organization` });
  });

  it('adds to what All in One SEO says', () => {
    const nodes = nodesOf(page(WRITTEN, { head: AIOSEO }));
    assert.deepEqual(
      nodes.map((node) => node['@id']).sort(),
      [`${ARTICLE}#webpage`, `${HOME}#organization`, `${HOME}#clinician-lee`].sort(),
    );
  });

  it('is silent where nothing is missing', () => {
    const body = WRITTEN.replace(/<medical-review.*<\/medical-review>/s, '');
    assert.deepEqual(nodesOf(page(body, { head: RANK_MATH })), []);
  });

  it('keeps ours where the other speaks of other pages', () => {
    const list = `<script type="application/ld+json">${JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Article', '@id': `${HOME}blog/hip/#article`, headline: 'Hip' },
        { '@type': 'WebPage', '@id': `${HOME}blog/hip/` },
      ],
    })}</script>`;
    assert.deepEqual(nodesOf(page(WRITTEN, { head: list })), nodesOf(page(WRITTEN)));
  });

  it('names an organization that has no id by its name', () => {
    const business = `<script type="application/ld+json">${JSON.stringify({
      '@context': 'http://schema.org',
      '@type': 'http://schema.org/LocalBusiness',
      name: 'Canyon Spine Clinic',
      telephone: '210-555-0142',
    })}</script>`;
    const nodes = nodesOf(page(WRITTEN, { head: business }));
    assert.equal(ofType(nodes, 'MedicalOrganization'), undefined);
    assert.deepEqual(ofType(nodes, 'Article')?.publisher, {
      '@type': 'MedicalOrganization',
      name: 'Canyon Spine Clinic',
      url: HOME,
    });
  });

  it('does not hear scripts that are no JSON, nor its own', () => {
    const head =
      '<script type="application/ld+json">{ oops</script><script type="application/ld+json">null</script>' +
      `<script type="application/ld+json" id="clinic-graph">${structuredData(page(WRITTEN), TWO_PLACES, { now })}</script>`;
    assert.deepEqual(nodesOf(page(WRITTEN, { head })), nodesOf(page(WRITTEN)));
  });
});

describe('any page and any facts', () => {
  const own = ['+12105550142', '+12105550143'];
  const numbersIn = (text: string) =>
    [...text.matchAll(/"telephone":"([^"]*)"/g)].map(([, number]) => number);

  const words = fc.constantFrom(
    'Ana Ruiz, MD',
    '2026-03-04',
    '2027-13-45',
    '(830) 555-0199',
    'north',
    'javascript:alert(1)',
    '/x',
    'https://[',
    '</script>',
    '\u202e',
    ',',
    '',
  );
  const attribute = fc.tuple(
    fc.constantFrom(
      ...['heading', 'author', 'author-href', 'published', 'modified', 'reviewer', 'reviewed'],
      ...['place', 'provider', 'name', 'street', 'phone', 'hours', 'href', 'class', 'datetime'],
      ...['rel', 'property', 'content', 'aria-label', 'image', 'src', 'id', 'type'],
    ),
    fc.oneof(words, fc.string()),
  );
  const tag = fc.constantFrom(
    ...[
      'article-hero',
      'medical-review',
      'clinic-location',
      'provider-card',
      'time',
      'a',
      'h1',
      'nav',
    ],
    ...['li', 'address', 'base', 'meta', 'link', 'img', 'template', 'script', 'svg', 'table', 'p'],
  );
  const soup = fc
    .array(
      fc.oneof(
        fc
          .tuple(tag, fc.array(attribute, { maxLength: 4 }))
          .map(
            ([name, attributes]) =>
              `<${name}${attributes.map(([key, value]) => ` ${key}="${value.replaceAll('"', '')}"`).join('')}>`,
          ),
        tag.map((name) => `</${name}>`),
        words,
        fc.string(),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  it('never throw, and say no number but the clinic’s own', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const text = structuredData(html, TWO_PLACES, { now, address: ARTICLE });
        assert.doesNotMatch(text, /</);
        assert.deepEqual((JSON.parse(text) as Graph)['@context'], 'https://schema.org');
        for (const number of numbersIn(text))
          assert.ok(own.includes(number!), `${number} is the clinic's own`);
      }),
      { numRuns: 400 },
    );
  });

  it('never throw where another script says anything at all', () => {
    const hostile = fc.letrec((tie) => ({
      thing: fc.dictionary(
        fc.constantFrom(
          '@id',
          '@type',
          '@graph',
          'name',
          'url',
          'telephone',
          '__proto__',
          'author',
        ),
        fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom(
            'Organization',
            'Article',
            'WebPage',
            'Person',
            'Canyon Spine Clinic',
            ARTICLE,
          ),
          fc.jsonValue() as fc.Arbitrary<unknown>,
          tie('thing'),
          fc.array(tie('thing'), { maxLength: 3 }),
        ),
      ),
    })).thing;
    fc.assert(
      fc.property(hostile, (said) => {
        const json = JSON.stringify(said).replaceAll('<', '\\u003c');
        const head = `<script type="application/ld+json">${json}</script>`;
        const text = structuredData(page(WRITTEN, { head }), TWO_PLACES, { now });
        assert.doesNotThrow(() => text && JSON.parse(text));
      }),
      { numRuns: 100 },
    );
  });

  it('never throw, whatever the facts', () => {
    const facts = fc.oneof(
      fc.jsonValue(),
      fc.record(
        Object.fromEntries(
          Object.entries(TWO_PLACES).map(([key, value]) => [
            key,
            fc.oneof(fc.constant(value), fc.jsonValue()),
          ]),
        ),
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(facts, (hostile) => {
        const text = structuredData(page(WRITTEN + CONTACT), hostile, { now });
        assert.doesNotThrow(() => JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it('bear elements that are nested without an end', () => {
    const deep = `<article-hero>${'<b>'.repeat(20_000)}<time datetime="2026-03-04">`;
    assert.match(structuredData(page(deep), TWO_PLACES, { now }), /#clinic/);
  });
});

describe('the vocabulary of schema.org', () => {
  it('has every type, property and value that the graphs above say', () => {
    assert.ok(made.length > 100, 'the tests above have made graphs');
    const each = new Map(made.map((node) => [JSON.stringify(node), node]));
    assert.deepEqual(vocabularyProblems([...each.values()]), []);
  });

  it('would be missed: what it does not have is found', () => {
    const bad = [
      { '@id': '#a', '@type': 'Article', lastReviewed: '2026-01-01' },
      { '@id': '#b', '@type': 'MedicalClinik', name: 'x' },
      { '@id': '#c', '@type': 'MedicalClinic', geo: { '@type': 'PostalAddress' } },
      { '@id': '#d', '@type': ['Person', 'IndividualPhysician'], openingHour: 'Mo' },
    ];
    const found = vocabularyProblems(bad).map((problem) => problem.split(' ')[0]);
    assert.deepEqual([...new Set(found)], ['#a', '#b', '#c', '#d']);
  });
});
