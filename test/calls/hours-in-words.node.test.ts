// The clinic's state in words, by the clinic's clock, for visitors anywhere.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { ClinicClock, stateInWords } from '../../src/calls/hours-in-words.js';
import { stateAt } from '../../src/calls/opening-hours.js';
import { parseOpeningHours } from '../../src/calls/parse-opening-hours.js';
import { callCtaHours } from '../../src/locales/en/call-cta-hours.js';
import { es } from '../../src/locales/messages/es.js';

const CHICAGO = 'America/Chicago';

/** With single plain spaces: engines put narrow and unbreakable ones into times. */
const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** A visitor whose clock is in this zone. */
const visitorIn = (timeZone: string): void => {
  process.env.TZ = timeZone;
};
const home = process.env.TZ;
afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

function said(
  time: string,
  { source = 'Mo-Fr 08:00-17:00; Sa 09:00-12:00', holidays = '', language = 'en' } = {},
): string {
  const { hours } = parseOpeningHours(source, { timeZone: CHICAGO, holidays });
  const now = Date.parse(time);
  const words = language.startsWith('es') ? es.callCtaHours : callCtaHours;
  const { headline, detail } = stateInWords(stateAt(hours!, now), CHICAGO, language, words, now);
  return plain(`${headline} | ${detail}`);
}

describe('the state in words', () => {
  it('says until when, and from when on', () => {
    visitorIn(CHICAGO);
    for (const [time, expected] of [
      ['2026-03-04T15:00-06:00', 'Open now | Until 5 PM'],
      ['2026-03-04T07:20-06:00', 'Opening soon | Opens at 8 AM'],
      ['2026-03-04T05:20-06:00', 'Closed now | Opens at 8 AM'],
      ['2026-03-04T19:30-06:00', 'Closed now | Opens tomorrow at 8 AM'],
      ['2026-03-06T19:30-06:00', 'Closed now | Opens tomorrow at 9 AM'],
      ['2026-03-07T14:00-06:00', 'Closed now | Opens Monday at 8 AM'],
    ] as const) {
      assert.equal(said(time), expected, time);
    }
  });

  it('an evening that ends after midnight ends today', () => {
    visitorIn(CHICAGO);
    const night = { source: 'Fr 20:00-02:00' };
    assert.equal(said('2026-02-27T23:00-06:00', night), 'Open now | Until 2 AM');
    assert.equal(said('2026-02-28T01:00-06:00', night), 'Open now | Until 2 AM');
    const long = { source: 'Fr 08:00-24:00; Sa 00:00-09:30' };
    assert.equal(said('2026-02-27T23:00-06:00', long), 'Open now | Until Saturday at 9:30 AM');
  });

  it('a far opening is told by its date', () => {
    visitorIn(CHICAGO);
    assert.equal(
      said('2026-12-21T12:00-06:00', { holidays: '2026-12-20/2027-01-03 closed Winter break' }),
      'Closed for Winter break | Opens January 4 at 8 AM',
    );
  });

  it('names the zone where the visitor’s clock shows another time, and only there', () => {
    for (const [zone, expected] of [
      [CHICAGO, 'Open now | Until 5 PM'],
      // Another name for the same time.
      ['America/Winnipeg', 'Open now | Until 5 PM'],
      ['Asia/Tokyo', 'Open now | Until 5 PM CST'],
      ['America/New_York', 'Open now | Until 5 PM CST'],
      ['Asia/Kathmandu', 'Open now | Until 5 PM CST'],
    ] as const) {
      visitorIn(zone);
      assert.equal(said('2026-03-04T15:00-06:00'), expected, zone);
    }
  });

  it('Saskatchewan’s clock is Chicago’s in winter and not in summer', () => {
    visitorIn('America/Regina');
    assert.equal(said('2026-03-04T15:00-06:00'), 'Open now | Until 5 PM');
    assert.equal(said('2026-07-01T15:00-05:00'), 'Open now | Until 5 PM CDT');
  });

  it('in Spanish the hour decides the article, and the clock has 24 hours where people say so', () => {
    visitorIn(CHICAGO);
    const morning = { source: 'Mo-Fr 08:00-13:00', language: 'es-US' };
    assert.equal(said('2026-03-04T10:00-06:00', morning), 'Abierto ahora | Hasta la 1 p.m.');
    assert.equal(
      said('2026-03-04T10:00-06:00', { ...morning, language: 'es' }),
      'Abierto ahora | Hasta las 13:00',
    );
  });

  it('a language that no browser knows is English', () => {
    visitorIn(CHICAGO);
    assert.equal(said('2026-03-04T15:00-06:00', { language: '"x' }), 'Open now | Until 5 PM');
  });
});

describe('a clock on UTC', () => {
  const calendar = (language: string) => new ClinicClock('UTC', language);
  const day = (date: string) => Date.parse(date);

  it('writes times of day in the language, and noon and midnight as twelve', () => {
    const times = [0, 60, 720, 780, 1439, 1440, 1590].map((minutes) => minutes * 60_000);
    const written = (language: string) =>
      times.map((time) => plain(calendar(language).time(time))).join(', ');
    assert.equal(written('en'), '12 AM, 1 AM, 12 PM, 1 PM, 11:59 PM, 12 AM, 2:30 AM');
    assert.equal(written('en-GB'), '00:00, 01:00, 12:00, 13:00, 23:59, 00:00, 02:30');
    assert.equal(written('es'), '0:00, 1:00, 12:00, 13:00, 23:59, 0:00, 2:30');
  });

  it('writes dates, whatever the visitor’s clock shows', () => {
    visitorIn('Pacific/Kiritimati');
    assert.equal(calendar('en').date(day('2026-11-26'), 'long'), 'Thursday, November 26');
    assert.equal(calendar('es').date(day('2026-11-26'), 'long'), 'jueves, 26 de noviembre');
    assert.equal(calendar('en').weekday(day('2026-11-26'), 'short'), 'Thu');
    assert.equal(calendar('en').dates(day('2026-11-26'), day('2026-11-26')), 'Nov 26');
    assert.equal(plain(calendar('en').dates(day('2026-11-26'), day('2026-11-27'))), 'Nov 26 – 27');
  });

  it('a zone has a name that holds all year', () => {
    const clock = new ClinicClock(CHICAGO, 'en');
    assert.equal(clock.zone(day('2026-01-15')), 'Central Time');
    assert.equal(clock.zone(day('2026-07-15')), 'Central Time');
    assert.equal(new ClinicClock(CHICAGO, 'es').zone(day('2026-07-15')), 'hora central');
  });
});
