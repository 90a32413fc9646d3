import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import fernhollow from '../../examples/clinic-site/assets/clinic.json' with { type: 'json' };
import schema from '../../src/clinic/clinic.schema.json' with { type: 'json' };
import type { ClinicFacts } from '../../src/clinic/facts.js';
import { FACTS_LIMITS, parseClinicFacts } from '../../src/clinic/read-facts.js';

const fitsSchema = new Ajv2020({ strict: true }).compile(schema);

/** Every field that there is, in its usual form. */
const WHOLE = {
  name: 'Fernhollow Spine Clinic',
  legalName: 'Fernhollow Spine Clinic PLLC',
  url: 'https://fernhollow.example/',
  logo: '/logo.svg',
  image: '/house.jpg',
  description: 'Back, hip and leg pain.\nExplained plainly.',
  phone: '(210) 555-0142',
  trackedPhones: ['(210) 555-0160'],
  fax: '(210) 555-0143',
  email: 'desk@fernhollow.example',
  emergencyNumber: '911',
  timeZone: 'America/Chicago',
  hours: 'Mo-Fr 08:00-17:00',
  holidays: [
    {
      opens: '00:00',
      closes: '00:00',
      validFrom: '2026-12-25',
      validThrough: '2026-12-25',
      name: 'Christmas Day',
    },
  ],
  links: {
    contact: '/contact/',
    booking: '/book/',
    privacy: '/privacy/',
    reviewPolicy: '/review/',
  },
  places: [
    {
      id: 'north',
      name: 'North',
      url: '/north/',
      image: '/north.jpg',
      imageAlt: 'The house from the street',
      address: {
        street: '18 Fernhollow Lane\nSuite 200',
        locality: 'San Antonio',
        region: 'TX',
        postalCode: '78299',
        country: 'US',
      },
      geo: { latitude: 29.4, longitude: -98.5 },
      phone: '(210) 555-0199',
      fax: '(210) 555-0143',
      tty: '(210) 555-0144',
      email: 'north@fernhollow.example',
      timeZone: 'America/Chicago',
      hours: ['Mo 08:00-12:00', { dayOfWeek: ['Tuesday'], opens: '09:00', closes: '16:00' }],
      holidays: '12-25 closed Christmas Day',
      directions: 'https://maps.example/@29.4,-98.5',
      map: 'https://maps.example/embed?q=north',
      parking: 'Behind the house.',
      transit: 'Bus 42.',
      accessibility: 'Step-free.',
    },
  ],
  clinicians: [
    {
      id: 'marlow',
      name: 'Ines Marlow',
      credentials: 'MD, FAAOS',
      jobTitle: 'Surgeon',
      specialties: ['Sciatica'],
      languages: ['en', 'es-MX'],
      accepting: 'waitlist',
      image: '/marlow.jpg',
      imageAlt: 'Ines Marlow',
      url: '/team/marlow/',
      booking: '/book/?with=marlow',
      phone: '(210) 555-0142',
      npi: '1234567893',
      places: ['north'],
    },
  ],
} satisfies ClinicFacts;

const problems = (json: unknown) => parseClinicFacts(json).problems;
const facts = (json: unknown) => parseClinicFacts(json).facts;
/** A copy with one value in another's place. */
function withValue(path: readonly (string | number)[], value: unknown): Record<string, unknown> {
  const copy = structuredClone(WHOLE) as Record<string, unknown>;
  let at: Record<string | number, unknown> = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1)!] = value;
  return copy;
}

describe('a clinic.json', () => {
  it('is read as it is written, every field of it', () => {
    assert.deepEqual(parseClinicFacts(WHOLE), { facts: WHOLE, problems: [] });
  });

  it('of the example clinic has nothing wrong', () => {
    assert.deepEqual(problems(fernhollow), []);
    assert.ok(fitsSchema(fernhollow), JSON.stringify(fitsSchema.errors));
  });

  it('may be empty, and each of its texts too', () => {
    assert.deepEqual(parseClinicFacts({}), { facts: {}, problems: [] });
    const empty = {
      name: '',
      phone: ' ',
      hours: '',
      url: '',
      places: [{ id: 'n', hours: '', timeZone: '' }],
    };
    assert.deepEqual(parseClinicFacts(empty), { facts: { places: [{ id: 'n' }] }, problems: [] });
    assert.ok(fitsSchema(empty), JSON.stringify(fitsSchema.errors));
  });

  it('may name its schema, say what it is in JSON-LD, and keep notes', () => {
    const json = {
      $schema: './clinic.schema.json',
      '@type': 'MedicalClinic',
      'x-note': 5,
      name: 'A',
    };
    assert.deepEqual(parseClinicFacts(json), { facts: { name: 'A' }, problems: [] });
    assert.ok(fitsSchema(json), JSON.stringify(fitsSchema.errors));
  });

  it('loses what nobody sees, and keeps the lines of an address', () => {
    const json = {
      name: '  Fern\u200bhollow\u202e \n Clinic ',
      places: [{ id: ' a ', address: { street: ' 1 Road \r\n\n Suite 2 ', country: 'us' } }],
    };
    assert.deepEqual(facts(json), {
      name: 'Fernhollow Clinic',
      places: [{ id: 'a', address: { street: '1 Road\nSuite 2', country: 'US' } }],
    });
  });

  it('has its addresses absolute where it is known where the file is', () => {
    const json = { url: '/', image: 'house.jpg', links: { contact: 'https://other.example/c' } };
    assert.deepEqual(
      parseClinicFacts(json, 'https://fernhollow.example/assets/clinic.json').facts,
      {
        url: 'https://fernhollow.example/',
        image: 'https://fernhollow.example/assets/house.jpg',
        links: { contact: 'https://other.example/c' },
      },
    );
  });
});

/** What is wrong, where it is told, and what the remedy speaks of. */
const BAD: [what: string, json: unknown, path: string, remedy: RegExp][] = [
  ['no object', ['Fernhollow'], '', /object/],
  ['null', null, '', /object/],
  ['a name that is a number', { name: 5 }, 'name', /quotes/],
  ['a phone that is a number', { phone: 2105550142 }, 'phone', /quotes.*\(210\)/],
  ['a phone without digits', { phone: 'call us' }, 'phone', /\(210\)/],
  ['a phone that is null', { phone: null }, 'phone', /\(210\)/],
  ['a field by another name', { telephone: '(210) 555-0142' }, 'telephone', /"phone"/],
  ['a field in another spelling', { 'time-zone': 'UTC' }, 'time-zone', /"timeZone"/],
  ['a field that there is not', { colour: 'green' }, 'colour', /Known are name/],
  ['an address that runs code', { url: 'javascript:alert(1)' }, 'url', /https/],
  ['an address with spaces', { links: { contact: '/con tact/' } }, 'links.contact', /https/],
  ['an address that hides its host', withValue(['logo'], 'https://a@b.example/'), 'logo', /https/],
  ['two addresses in an email', { email: 'a@b.example, c@d.example' }, 'email', /one address/],
  ['an emergency number with words', { emergencyNumber: 'call 911' }, 'emergencyNumber', /911/],
  ['one tracked phone without a list', { trackedPhones: '555-0160' }, 'trackedPhones', /list/],
  ['a zone that is an abbreviation', { timeZone: 'EST' }, 'timeZone', /America/],
  ['hours that are a number', withValue(['places', 0, 'hours'], 8), 'places[0].hours', /Mo-Fr/],
  [
    'hours with a time that is a number',
    { hours: [{ dayOfWeek: 'Monday', opens: 8, closes: '17:00' }] },
    'hours[0].opens',
    /"opens": "08:00"/,
  ],
  ['hours with a field misspelt', { hours: { open: '08:00' } }, 'hours.open', /"opens"/],
  ['a place without an id', { places: [{ name: 'North' }] }, 'places[0]', /"id"/],
  ['an id with a space', { places: [{ id: 'north side' }] }, 'places[0].id', /letters/],
  [
    'a country in words',
    withValue(['places', 0, 'address', 'country'], 'USA'),
    'places[0].address.country',
    /At most 2/,
  ],
  [
    'a latitude in quotes',
    withValue(['places', 0, 'geo', 'latitude'], '29.4'),
    'places[0].geo.latitude',
    /without quotes/,
  ],
  [
    'a longitude off the globe',
    withValue(['places', 0, 'geo', 'longitude'], 181),
    'places[0].geo.longitude',
    /180/,
  ],
  ['a clinician without a name', { clinicians: [{ id: 'a' }] }, 'clinicians[0]', /"name"/],
  [
    'a language in words',
    withValue(['clinicians', 0, 'languages', 1], 'Español'),
    'clinicians[0].languages[1]',
    /BCP 47/,
  ],
  [
    '"accepting" that is true',
    withValue(['clinicians', 0, 'accepting'], true),
    'clinicians[0].accepting',
    /"yes"/,
  ],
  [
    'an NPI of nine digits',
    withValue(['clinicians', 0, 'npi'], '123456789'),
    'clinicians[0].npi',
    /ten digits/,
  ],
  ['a description as long as a book', { description: 'x'.repeat(2001) }, 'description', /2000/],
  [
    'too many tracked phones',
    { trackedPhones: Array(101).fill('555-0160') },
    'trackedPhones',
    /100/,
  ],
];

describe('what cannot be used in a clinic.json', () => {
  for (const [what, json, path, remedy] of BAD) {
    it(`is told and left out: ${what}`, () => {
      const told = problems(json);
      const first = told.find((problem) => problem.path === path);
      assert.ok(first, `nothing told at "${path}": ${JSON.stringify(told)}`);
      assert.match(first.message, remedy);
      assert.ok(!fitsSchema(json), 'the schema accepts it');
    });
  }

  it('leaves the rest as it is', () => {
    const json = withValue(['places', 0, 'geo', 'latitude'], 'north');
    const { geo, ...place } = WHOLE.places[0]!;
    assert.ok(geo, 'there was one');
    assert.deepEqual(facts(json), { ...WHOLE, places: [place] });
  });

  it('is an id that is there twice: the first holds', () => {
    const json = {
      places: [
        { id: 'a', name: 'First' },
        { id: 'a', name: 'Second' },
      ],
    };
    assert.deepEqual(facts(json), { places: [{ id: 'a', name: 'First' }] });
    assert.match(problems(json)[0]!.message, /"a" is there twice/);
  });

  it('is a place that a clinician names and nobody has', () => {
    const json = {
      places: [{ id: 'a' }],
      clinicians: [{ id: 'm', name: 'M', places: ['a', 'b'] }],
    };
    assert.deepEqual(facts(json).clinicians, [{ id: 'm', name: 'M', places: ['a'] }]);
    assert.match(problems(json)[0]!.message, /"m" names the place "b"/);
  });

  it('never turns into other hours: they stay hours that nobody can read', () => {
    for (const hours of [8, {}, { open: '08:00' }, { dayOfWeek: 5 }, true, 'x'.repeat(10_001)]) {
      const [place] = facts({ hours: '24/7', places: [{ id: 'a', hours }] }).places!;
      assert.deepEqual(place!.hours, [{}], JSON.stringify(hours).slice(0, 40));
    }
    const some = facts({
      hours: ['Mo 08:00-12:00', 5, null, { dayOfWeek: 'Tuesday', opens: '9:00' }],
    });
    assert.deepEqual(some.hours, [
      'Mo 08:00-12:00',
      {},
      {},
      { dayOfWeek: 'Tuesday', opens: '9:00' },
    ]);
    const many = facts({ holidays: Array(501).fill('12-25 closed') });
    assert.deepEqual(many.holidays, [{}]);
  });

  it('never turns into the clinic’s time zone where a place’s is wrong', () => {
    const [place] = facts({ timeZone: 'UTC', places: [{ id: 'a', timeZone: 'MST' }] }).places!;
    assert.equal(place!.timeZone, '');
  });

  it('is told a hundred times at most', () => {
    const json = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`field${n}`, n]));
    assert.equal(problems(json).length, 100);
  });
});

describe('a hostile clinic.json', () => {
  it('never makes it throw, and no key that is not known comes out', () => {
    const known = JSON.stringify(WHOLE);
    fc.assert(
      fc.property(
        fc.anything({ maxDepth: 6, withNullPrototype: true, withBigInt: true }),
        (json) => {
          for (const key of Object.keys(facts(json))) assert.ok(known.includes(`"${key}":`), key);
        },
      ),
    );
  });

  it('reaches no prototype', () => {
    const json: unknown = JSON.parse(
      '{"__proto__":{"phone":"(210) 555-0100"},"constructor":{"name":"x"},"links":{"__proto__":{"contact":"/x/"}},"hours":{"__proto__":{"opens":"08:00"}},"toString":"x","name":"A"}',
    );
    const { facts: found, problems: told } = parseClinicFacts(json);
    assert.equal(found.phone, undefined);
    assert.deepEqual(found, { name: 'A', links: {}, hours: [{}] });
    assert.equal(Object.getPrototypeOf(found), Object.prototype);
    assert.deepEqual(told.map(({ path }) => path).sort(), [
      '__proto__',
      'constructor',
      'hours.__proto__',
      'links.__proto__',
      'toString',
    ]);
    assert.equal(({} as ClinicFacts).phone, undefined);
  });

  it('inherits nothing: what an object has from elsewhere is not in the file', () => {
    assert.deepEqual(facts(Object.create({ phone: '(210) 555-0100' })), {});
  });

  it('may be as deep as it likes where nobody looks', () => {
    const deep = `{"name":"A","x-deep":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    assert.deepEqual(parseClinicFacts(JSON.parse(deep)), { facts: { name: 'A' }, problems: [] });
  });

  it('keeps nothing of what was read: a copy comes out', () => {
    const json = structuredClone(WHOLE);
    const read = facts(json);
    (json.holidays[0] as { name: string }).name = 'changed';
    json.trackedPhones.push('changed');
    assert.deepEqual(read, WHOLE);
  });
});

/** Damage: another value at any place in a whole file, one more key, or one less. */
const PATHS: (string | number)[][] = [];
(function walk(value: unknown, path: (string | number)[]): void {
  if (path.length) PATHS.push(path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
})(WHOLE, []);
const value = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'x',
    'UTC',
    'US',
    'U',
    '911',
    '1234567890',
    'yes',
    ' yes',
    'en',
    '/a/',
    '//b.example/',
    'https://c.example',
    'HTTPS://c.example/@x',
    'mailto:a@b.example',
    'a:b',
    '#x',
    'Mo 08:00-12:00',
    '(210) 555-0142',
    'a@b.example',
    'ü'.repeat(300),
    '😀'.repeat(300),
    'x'.repeat(301),
    null,
    true,
    0,
    90.5,
    -180,
    [],
    {},
    [''],
    ['x'],
    [1],
    { id: 'x' },
    { id: '' },
    { id: 'x', name: ' ' },
    { opens: '08:00' },
    { opens: ['08:00'] },
    { dayOfWeek: ['Monday', ''] },
    { '@type': 'OpeningHoursSpecification' },
    { latitude: 1, longitude: 2 },
    { latitude: 1 },
  ),
  fc.string({ maxLength: 5 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const damage = fc.record({
  path: fc.constantFrom(...PATHS),
  value,
  extra: fc.option(fc.string({ maxLength: 4 })),
});

/** What the schema cannot say, as its description has it. */
const BEYOND = /is there twice|which is not there/;
const holdsUnseen = (json: unknown): boolean =>
  /[^\S\n ]|[\p{Cc}\p{Cs}\p{DI}\uFFF9-\uFFFB]/u.test(JSON.stringify(json).replace(/\\n/g, ' '));

describe('the published schema', () => {
  it('accepts the whole file', () => {
    assert.ok(fitsSchema(WHOLE), JSON.stringify(fitsSchema.errors));
  });

  it('agrees with parseClinicFacts on damaged files, but for what it cannot say', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 2 }), (damages) => {
        let json: unknown = structuredClone(WHOLE);
        for (const { path, value: next, extra } of damages) {
          let at = json as Record<string | number, unknown> | undefined;
          for (const key of path.slice(0, -1)) at = at?.[key] as typeof at;
          if (typeof at !== 'object' || at === null) continue;
          at[path.at(-1)!] = structuredClone(next);
          if (extra !== null && !Array.isArray(at)) at[extra] = 'x';
        }
        json = JSON.parse(JSON.stringify(json));
        fc.pre(!holdsUnseen(json));
        const told = problems(json).filter(({ message }) => !BEYOND.test(message));
        if (told.length) refused += 1;
        assert.equal(
          fitsSchema(json),
          told.length === 0,
          JSON.stringify([json, told, fitsSchema.errors]),
        );
      }),
      { numRuns: 5000 },
    );
    assert.ok(refused > 1000, `only ${refused} were really damaged`);
  });

  it('accepts what parseClinicFacts made of a damaged file', () => {
    fc.assert(
      fc.property(damage, ({ path, value: next }) => {
        const made: unknown = JSON.parse(JSON.stringify(facts(withValue(path, next))));
        assert.ok(fitsSchema(made), JSON.stringify([made, fitsSchema.errors]));
      }),
      { numRuns: 2000 },
    );
  });

  it('states the limits that the code states', () => {
    const { properties, $defs } = schema;
    assert.equal($defs.line.maxLength, FACTS_LIMITS.line);
    assert.equal($defs.text.maxLength, FACTS_LIMITS.text);
    assert.equal($defs.phone.maxLength, FACTS_LIMITS.phone);
    assert.equal($defs.url.maxLength, FACTS_LIMITS.address);
    assert.equal($defs.timesText.maxLength, FACTS_LIMITS.hours);
    assert.equal($defs.times.anyOf[2]!.maxItems, FACTS_LIMITS.hoursList);
    assert.equal(properties.trackedPhones.maxItems, FACTS_LIMITS.list);
    assert.equal(properties.places.maxItems, FACTS_LIMITS.places);
    assert.equal(properties.clinicians.maxItems, FACTS_LIMITS.clinicians);
  });

  it('knows the fields that the type knows', () => {
    const names = (fields: object) => Object.keys(fields).sort();
    assert.deepEqual(names(schema.properties), names(WHOLE));
    assert.deepEqual(names(schema.properties.links.properties), names(WHOLE.links));
    assert.deepEqual(names(schema.$defs.place.properties), names(WHOLE.places[0]!));
    assert.deepEqual(
      names(schema.$defs.place.properties.address.properties),
      names(WHOLE.places[0]!.address),
    );
    assert.deepEqual(names(schema.$defs.clinician.properties), names(WHOLE.clinicians[0]!));
  });
});
