// What the clinic's facts say of one place and of one clinician.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ClinicFacts } from '../../src/clinic/facts.js';
import { clinicianOf, countryOf, placeOf } from '../../src/clinic/people-and-places.js';

const FACTS: ClinicFacts = {
  phone: '(210) 555-0142',
  hours: 'Mo-Fr 08:00-17:00',
  timeZone: 'America/Chicago',
  links: { booking: '/book/' },
  places: [
    { id: 'north', name: 'North' },
    { id: 'river', phone: '(830) 555-0177', hours: 'Mo 09:00-12:00' },
  ],
  clinicians: [
    { id: 'ana', name: 'Ana Ruiz', places: ['river', 'gone', 'north'] },
    { id: 'tom', name: 'Tom Okafor', phone: '(210) 555-0199', booking: '/book/tom/' },
  ],
};

it('a place has the clinic’s number and hours where it has none of its own', () => {
  assert.equal(placeOf(FACTS, 'north')?.phone, '(210) 555-0142');
  assert.equal(placeOf(FACTS, 'north')?.hours, 'Mo-Fr 08:00-17:00');
  assert.equal(placeOf(FACTS, 'river')?.phone, '(830) 555-0177');
  assert.equal(placeOf(FACTS, 'river')?.hours, 'Mo 09:00-12:00');
  assert.equal(placeOf(FACTS, 'river')?.timeZone, 'America/Chicago');
});

it('a clinician is called where they are, and booked where everybody is', () => {
  const ana = clinicianOf(FACTS, 'ana');
  assert.equal(ana?.phone, '(830) 555-0177');
  assert.equal(ana?.booking, '/book/');
  assert.deepEqual(
    ana?.at.map(({ id }) => id),
    ['river', 'north'],
  );
  assert.equal(clinicianOf(FACTS, 'tom')?.phone, '(210) 555-0199');
  assert.equal(clinicianOf(FACTS, 'tom')?.booking, '/book/tom/');
});

it('white space round an id, as editors leave it, names nobody else', () => {
  assert.equal(placeOf(FACTS, ' north ')?.name, 'North');
  assert.equal(clinicianOf(FACTS, ' tom\n')?.name, 'Tom Okafor');
});

it('the clinic is in the country of its places, where they are in one', () => {
  const at = (...countries: (string | undefined)[]) =>
    countryOf({ places: countries.map((country, id) => ({ id: `${id}`, address: { country } })) });
  assert.equal(at('US', undefined, 'US'), 'US');
  assert.equal(at('US', 'MX'), undefined);
  assert.equal(at(), undefined);
  assert.equal(countryOf({}), undefined);
});

it('nobody and nothing is made up', () => {
  assert.equal(placeOf(FACTS, 'constructor'), undefined);
  assert.equal(clinicianOf(FACTS, 'nobody'), undefined);
  assert.equal(placeOf({}, 'north'), undefined);
  assert.equal(clinicianOf({}, 'ana'), undefined);
});
