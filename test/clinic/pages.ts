// Pages as clinics write them, and what SEO plugins print on them: for tests in Node and in browsers.

export const HOME = 'https://clinic.example/';
export const ARTICLE = `${HOME}blog/back-pain/`;

/** A clinic with two places. */
export const TWO_PLACES = {
  name: 'Canyon Spine Clinic',
  legalName: 'Canyon Spine PLLC',
  url: HOME,
  logo: '/logo.png',
  phone: '(210) 555-0142',
  trackedPhones: ['(830) 555-0199'],
  email: 'desk@clinic.example',
  timeZone: 'America/Chicago',
  hours: 'Mo-Fr 08:00-17:00',
  holidays: '2026-12-25 closed Christmas Day',
  places: [
    {
      id: 'north',
      name: 'Canyon Spine North',
      url: '/north/',
      phone: '210-555-0143',
      address: {
        street: '100 Elm Street\nSuite 4',
        locality: 'San Antonio',
        region: 'TX',
        postalCode: '78205',
        country: 'US',
      },
      geo: { latitude: 29.42, longitude: -98.49 },
      map: 'https://maps.example/north',
    },
    {
      id: 'south',
      name: 'Canyon Spine South',
      hours: 'Mo-Th 09:00-16:00',
      address: { street: '7 Oak Road', locality: 'Pleasanton', region: 'TX', country: 'US' },
    },
  ],
  clinicians: [
    {
      id: 'ruiz',
      name: 'Ana Ruiz',
      credentials: 'MD, FAAOS',
      jobTitle: 'Spine surgeon',
      specialties: ['Spine surgery'],
      languages: ['en', 'es'],
      accepting: 'yes',
      image: '/ruiz.jpg',
      url: '/team/ana-ruiz/',
      npi: '1234567893',
      places: ['north'],
    },
    { id: 'lee', name: 'Sam Lee', credentials: 'PT, DPT', places: ['north', 'south'] },
  ],
};

/** The same with one. */
export const ONE_PLACE = {
  ...TWO_PLACES,
  places: TWO_PLACES.places.slice(0, 1),
  clinicians: TWO_PLACES.clinicians.slice(0, 1),
};

export interface PageParts {
  head?: string;
  canonical?: string;
  lang?: string;
}

export const page = (
  body: string,
  { head = '', canonical = ARTICLE, lang = 'en' }: PageParts = {},
): string =>
  `<!doctype html><html lang="${lang}"><head><title>Back pain | Canyon</title>` +
  `${canonical && `<link rel="canonical" href="${canonical}">`}${head}</head><body>${body}</body></html>`;

export const CRUMBS =
  '<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/blog/">Blog</a></li>' +
  '<li aria-current="page">Back pain</li></ol></nav>';

/** Written in children: the page reads well without a script. */
export const WRITTEN = `${CRUMBS}<main><article-hero>
  <img src="/walk.jpg" alt="Two people walk" width="1200" height="800">
  <p><a rel="tag" href="/blog/">Recovery</a></p>
  <h1>Back pain: <em>when</em> to<br>call</h1>
  <p>By <a rel="author" href="/team/ana-ruiz/">Ana Ruiz, MD, FAAOS</a> on
    <time datetime="2026-03-04">March 4</time>, updated <time datetime="2026-09-01">September 1</time></p>
</article-hero>
<medical-review>Medically reviewed by <a href="/team/sam-lee/">Sam Lee, PT, DPT</a> on
  <time datetime="2026-09-02">September 2, 2026</time></medical-review>
<p>Most back pain goes by itself.</p></main>`;

/** The same in attributes. */
export const ATTRIBUTES = `${CRUMBS}<main><article-hero heading="Back pain: when to call" image="/walk.jpg"
  image-alt="Two people walk" author="Ana Ruiz" credentials="MD, FAAOS" author-href="/team/ana-ruiz/"
  published="2026-03-04" modified="2026-09-01"></article-hero>
<medical-review reviewer="Sam Lee" credentials="PT, DPT" reviewer-href="/team/sam-lee/"
  reviewed="2026-09-02"></medical-review><p>Most back pain goes by itself.</p></main>`;

/** And when the elements have upgraded: their children are marked as made. */
export const UPGRADED = ATTRIBUTES.replace(
  '</article-hero>',
  '<img data-clinic-made="picture" src="https://clinic.example/walk.jpg" alt="Two people walk">' +
    '<h1 data-clinic-made="heading">Back pain: when to call</h1><p data-clinic-made="byline">By ' +
    '<a rel="author" href="https://clinic.example/team/ana-ruiz/">Ana Ruiz</a> · <time ' +
    'datetime="2026-03-04">March 4, 2026</time> · Updated <time datetime="2026-09-01">September 1, 2026</time>' +
    '</p></article-hero>',
).replace(
  '</medical-review>',
  '<p data-clinic-made="review">Medically reviewed by <a href="https://clinic.example/team/sam-lee/">Sam Lee, ' +
    'PT, DPT</a> on <time datetime="2026-09-02">September 2, 2026</time></p></medical-review>',
);

export const CONTACT = `<h1>Find us</h1>
<clinic-location place="north"><h2>Canyon Spine North</h2></clinic-location>
<provider-card provider="ruiz"></provider-card><provider-card provider="lee"></provider-card>`;

const script = (graph: object, attributes = ''): string =>
  `<script type="application/ld+json"${attributes}>${JSON.stringify(graph)}</script>`;

/** What Yoast SEO prints on a post: Article, WebPage, ImageObject, BreadcrumbList, WebSite, Organization, Person. */
export const YOAST = script(
  {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Article',
        '@id': `${ARTICLE}#article`,
        isPartOf: { '@id': ARTICLE },
        author: { name: 'Ana Ruiz', '@id': `${HOME}#/schema/person/1f2e` },
        headline: 'Back pain: when to call',
        datePublished: '2026-03-04T14:00:00+00:00',
        dateModified: '2026-09-01T14:00:00+00:00',
        mainEntityOfPage: { '@id': ARTICLE },
        publisher: { '@id': `${HOME}#organization` },
        image: { '@id': `${ARTICLE}#primaryimage` },
        inLanguage: 'en-US',
      },
      {
        '@type': 'WebPage',
        '@id': ARTICLE,
        url: ARTICLE,
        name: 'Back pain: when to call - Canyon Spine Clinic',
        isPartOf: { '@id': `${HOME}#website` },
        breadcrumb: { '@id': `${ARTICLE}#breadcrumb` },
        inLanguage: 'en-US',
      },
      {
        '@type': 'BreadcrumbList',
        '@id': `${ARTICLE}#breadcrumb`,
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Home', item: HOME },
          { '@type': 'ListItem', position: 2, name: 'Back pain: when to call' },
        ],
      },
      {
        '@type': 'WebSite',
        '@id': `${HOME}#website`,
        url: HOME,
        name: 'Canyon Spine Clinic',
        publisher: { '@id': `${HOME}#organization` },
      },
      {
        '@type': 'Organization',
        '@id': `${HOME}#organization`,
        name: 'Canyon Spine Clinic',
        url: HOME,
        logo: {
          '@type': 'ImageObject',
          '@id': `${HOME}#/schema/logo/image/`,
          url: `${HOME}logo.png`,
        },
      },
      { '@type': 'Person', '@id': `${HOME}#/schema/person/1f2e`, name: 'Ana Ruiz' },
    ],
  },
  ' class="yoast-schema-graph"',
);

/** What Rank Math prints with its Local SEO module: the clinic with its number, the page, the post. */
export const RANK_MATH = script(
  {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Place', '@id': `${HOME}#place`, address: { '@type': 'PostalAddress' } },
      {
        '@type': ['MedicalClinic', 'Organization'],
        '@id': `${HOME}#organization`,
        name: 'Canyon Spine Clinic',
        url: HOME,
        telephone: '+1-210-555-0142',
        location: { '@id': `${HOME}#place` },
      },
      {
        '@type': 'WebPage',
        '@id': `${ARTICLE}#webpage`,
        url: ARTICLE,
        name: 'Back pain: when to call',
        datePublished: '2026-03-04T08:00:00-06:00',
        inLanguage: 'en-US',
        breadcrumb: { '@id': `${ARTICLE}#breadcrumb` },
      },
      { '@type': 'Person', '@id': `${HOME}author/ana/`, name: 'Ana Ruiz' },
      {
        '@type': 'BlogPosting',
        '@id': `${ARTICLE}#richSnippet`,
        headline: 'Back pain: when to call',
        datePublished: '2026-03-04T08:00:00-06:00',
        dateModified: '2026-09-01T08:00:00-06:00',
        author: { '@id': `${HOME}author/ana/`, name: 'Ana Ruiz' },
        publisher: { '@id': `${HOME}#organization` },
        image: { '@id': `${HOME}walk.jpg` },
        inLanguage: 'en-US',
        mainEntityOfPage: { '@id': `${ARTICLE}#webpage` },
      },
      {
        '@type': 'BreadcrumbList',
        '@id': `${ARTICLE}#breadcrumb`,
        itemListElement: [{ '@type': 'ListItem', position: 1, name: 'Home', item: HOME }],
      },
    ],
  },
  ' class="rank-math-schema"',
);

/** What All in One SEO prints. */
export const AIOSEO = script(
  {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'BlogPosting',
        '@id': `${ARTICLE}#blogposting`,
        name: 'Back pain: when to call',
        headline: 'Back pain: when to call',
        author: { '@id': `${HOME}author/ana/#author` },
        publisher: { '@id': `${HOME}#organization` },
        datePublished: '2026-03-04T08:00:00-06:00',
        dateModified: '2026-09-01T08:00:00-06:00',
        inLanguage: 'en-US',
        mainEntityOfPage: { '@id': `${ARTICLE}#webpage` },
        isPartOf: { '@id': `${ARTICLE}#webpage` },
        image: { '@type': 'ImageObject', url: `${HOME}walk.jpg` },
      },
      {
        '@type': 'BreadcrumbList',
        '@id': `${ARTICLE}#breadcrumblist`,
        itemListElement: [{ '@type': 'ListItem', position: 1, name: 'Home', item: HOME }],
      },
      {
        '@type': 'Organization',
        '@id': `${HOME}#organization`,
        name: 'Canyon Spine Clinic',
        url: HOME,
      },
      {
        '@type': 'Person',
        '@id': `${HOME}author/ana/#author`,
        url: `${HOME}author/ana/`,
        name: 'Ana Ruiz',
      },
      {
        '@type': 'WebPage',
        '@id': `${ARTICLE}#webpage`,
        url: ARTICLE,
        name: 'Back pain: when to call',
        inLanguage: 'en-US',
        breadcrumb: { '@id': `${ARTICLE}#breadcrumblist` },
        isPartOf: { '@id': `${HOME}#website` },
      },
      { '@type': 'WebSite', '@id': `${HOME}#website`, url: HOME },
    ],
  },
  ' class="aioseo-schema"',
);
