import { publishFacts } from '../src/clinic/load-facts.js';
import type { ClinicFacts } from '../src/clinic/facts.js';

/** What the stories' clinic says of itself. */
export const FACTS: ClinicFacts = {
  name: 'Fernhollow Spine & Joint',
  phone: '(210) 555-0142',
  timeZone: 'America/Chicago',
  hours: 'Mo-Fr 08:00-17:00; Sa 09:00-12:00',
  holidays: '2026-11-26/2026-11-27 closed Thanksgiving; 12-25 closed Christmas Day',
  links: {
    booking: 'https://fernhollow.example/book/',
    privacy: 'https://fernhollow.example/privacy/',
  },
  places: [
    {
      id: 'north',
      name: 'Fernhollow North',
      url: 'https://fernhollow.example/locations/north/',
      address: {
        street: '1200 Live Oak Avenue\nSuite 300',
        locality: 'San Antonio',
        region: 'TX',
        postalCode: '78205',
        country: 'US',
      },
      fax: '(210) 555-0143',
      tty: '711',
      parking: 'Free in the garage behind the building; take the lift to the third floor.',
      transit: 'Bus 14 to Live Oak and Fourth.',
      accessibility: 'Step-free entrance on Fourth Street, with a door that opens by itself.',
    },
    {
      id: 'river',
      name: 'Fernhollow River Walk',
      phone: '(830) 555-0177',
      hours: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: ['Monday', 'Wednesday'],
          opens: '09:00',
          closes: '13:00',
        },
      ],
      address: {
        street: '8 Mill Lane',
        locality: 'San Antonio',
        region: 'TX',
        postalCode: '78204',
      },
    },
  ],
  clinicians: [
    {
      id: 'ana-ruiz',
      name: 'Ana Ruiz',
      credentials: 'MD, FAAOS',
      jobTitle: 'Orthopedic spine surgeon',
      specialties: ['Lumbar stenosis', 'Minimally invasive surgery'],
      languages: ['en', 'es'],
      accepting: 'yes',
      npi: '1234567893',
      url: 'https://fernhollow.example/team/ana-ruiz/',
      places: ['north', 'river'],
    },
  ],
};

/** A story's `beforeEach`: the page knows the clinic's facts. */
export const knowing =
  (facts: ClinicFacts = FACTS) =>
  (): (() => void) => {
    publishFacts(facts, 'https://fernhollow.example/clinic.json');
    return () => publishFacts(undefined);
  };
