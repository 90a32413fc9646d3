// Made-up ways in which people write phone numbers, and what else stands where a number should.
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Area codes in use, of the United States, Canada and the Caribbean; toll-free, premium and others. */
const AREAS = '210 212 312 415 512 617 713 830 915 416 604 787 242 876 800 888 833 822 900 500 710';
const SIGNS = [
  '-',
  '.',
  ' ',
  '',
  ' - ',
  '/',
  '\u00a0',
  '\u2011',
  '\u2013',
  '\u2212',
  '·',
  '~',
  '_',
];
const EXTENSIONS = [
  ' x',
  'x',
  ' ext. ',
  ' ext ',
  ' Extension: ',
  ';ext=',
  ',',
  ', ',
  ' #',
  ' extensión ',
];
const RARE_EXTENSIONS = [',,', ' int ', ' доб. ', ' ~', ' anexo ', ' e', ' option ', ' (x'];
const WORDS = [
  'SPINE',
  'FLOWERS',
  'MATTRESS',
  'CARE',
  'GO FEDEX',
  'Smiles',
  '4-HEARING',
  'flowers',
];
const PROSE = [
  ...['Call 210-555-0142', '(210) 555-0142 or (210) 555-0143', 'office@clinic.example', 'N/A', ''],
  ...['Suite 210', '210 Main Street', '8:00-17:00', '2026-11-25', '78205-0142', '$2,105,550,142'],
  ...[
    '*21*2105550142#',
    '#31#2105550142',
    '*67 210 555 0142',
    '210-555-0142 / 43',
    '310-0142',
    '+1 1 312 555 0142',
    '+49 30 555 0142 00000',
  ],
  ...['https://clinic.example/?tel=2105550142', '210-555-0142 FAX', '(210) 555-XXXX', '0142'],
  ...['tel:+12105550142?_gl=1*a*b', '[210] 555-0142', '210-555-0142 / 0143', '123-45-6789'],
];
const SHORT = [
  '911',
  '9-1-1',
  '988',
  '711',
  '211',
  '112',
  '999',
  '741741',
  '98765',
  '116117',
  '111',
];
const DIGITS = ['٠', '۰', '०', '০', '๐', '０', '𝟎'].map((zero) => zero.codePointAt(0)!);
const INVISIBLE = ['\u200e', '\u202d', '\u200b', '\u00ad', '\u2060', '\ufeff'];

/** Endless writings, the same for the same seed. */
export function* writings(seed: number): Generator<string> {
  const random = chance(seed);
  const below = (count: number) => Math.floor(random() * count);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
  const areas = AREAS.split(' ');
  const countries = getCountries();

  const parts = () => {
    const area = random() < 0.8 ? one(areas) : `${2 + below(8)}${digits(2)}`;
    const exchange = random() < 0.3 ? '555' : `${2 + below(8)}${digits(2)}`;
    return [area, exchange, digits(4)] as const;
  };
  const american = () => {
    const [area, exchange, line] = parts();
    const [first, second] =
      random() < 0.8 ? [one(SIGNS)].flatMap((s) => [s, s]) : [one(SIGNS), one(SIGNS)];
    const prefix = one([
      '',
      '',
      '',
      '1 ',
      '1-',
      '1',
      '+1 ',
      '+1',
      '+1-',
      '(+1) ',
      'tel:',
      'tel:+1',
      '001 ',
      '++1 ',
    ]);
    const bracketed = random() < 0.4 ? `(${area})${one([' ', '', '-', '  '])}` : area + first;
    return prefix + bracketed + exchange + second + line;
  };
  const extended = () =>
    american() +
    one(random() < 0.8 ? EXTENSIONS : RARE_EXTENSIONS) +
    digits(1 + below(random() < 0.9 ? 7 : 12)) +
    one(['', '', '', ')', '#', ' ']);
  const lettered = () =>
    one(['', '1-', '+1 ', '1 ']) +
    one([...parts().slice(0, 1), `(${one(areas)})`]) +
    one(['-', ' ', '.']) +
    one(['', '', '555-', '5']) +
    one(WORDS) +
    one(['', '', '', ' x7']);
  const nearMiss = () => {
    const digitsOnly = parts().join('');
    return one([
      digitsOnly.slice(1),
      digitsOnly + digits(1 + below(3)),
      `1${digitsOnly.slice(0, 9)}`,
      `+1${digitsOnly}${digits(1)}`,
      `${below(2)}${digitsOnly.slice(1)}`,
      `${digitsOnly.slice(0, 3)}${below(2)}${digitsOnly.slice(4)}`,
      `${one(['211', '911', '290', '999'])}${digitsOnly.slice(3)}`,
      `${digitsOnly.slice(0, 3)}${one(['211', '411', '911'])}${digitsOnly.slice(6)}`,
      `${digitsOnly.slice(3, 6)}-${digitsOnly.slice(6)}`,
      digits(1 + below(16)),
      `+${digits(1 + below(17))}`,
    ]);
  };
  const abroad = () => {
    const number = getExampleNumber(one(countries), examples)!;
    const international = number.formatInternational();
    const [code, ...rest] = international.split(' ');
    return one([
      international,
      international,
      number.number,
      number.getURI(),
      international.replaceAll(' ', '-'),
      `${code} (0)${rest.join(' ')}`,
      `(${code}) ${rest.join(' ')}`,
      `${code} (0${rest.join(' ')})`,
      number.formatNational(),
      `00${number.number.slice(1)}`,
      `011 ${international.slice(1)}`,
      `${international} ext. ${digits(2)}`,
      `${code} ${digits(4 + below(10))}`,
      international.replace(/\d$/, ''),
      international + digits(1),
    ]);
  };
  const foreignSigns = (written: string) => {
    const zero = one(DIGITS);
    const signs =
      random() < 0.7
        ? written.replace(/\d/g, (d) => String.fromCodePoint(zero + Number(d)))
        : written;
    if (random() < 0.5) return signs;
    const apart = [...signs];
    apart.splice(below(apart.length + 1), 0, one(INVISIBLE));
    return apart.join('');
  };
  const slip = (written: string) => {
    const at = below(written.length + 1);
    const put = one([...'0123456789+()-./ xX#*,;A', '', '']);
    return written.slice(0, at) + put + written.slice(at + below(3));
  };
  const kinds: [number, () => string][] = [
    [30, american],
    [12, extended],
    [8, lettered],
    [12, nearMiss],
    [14, abroad],
    [8, () => foreignSigns(one([american, extended, abroad])())],
    [10, () => slip(one([american, extended, lettered, abroad])())],
    [3, () => one(PROSE)],
    [3, () => one(SHORT)],
  ];
  const total = kinds.reduce((sum, [weight]) => sum + weight, 0);
  for (;;) {
    let left = random() * total;
    yield kinds.find(([weight]) => (left -= weight) < 0)![1]();
  }
}
