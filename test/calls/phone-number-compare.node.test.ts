// Our reading of 100,000 made-up writings beside libphonenumber-js's: where they differ, it is on purpose.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import parse, { type PhoneNumber } from 'libphonenumber-js/max';
import { parsePhoneNumber } from '../../src/calls/phone-number.js';
import { writings } from './phone-writings.js';

const COUNT = 100_000;
const SEED = 4;

/** What the library makes of it, in the United States. */
const theirs = (written: string): PhoneNumber | undefined =>
  parse(written, { defaultCountry: 'US', extract: false });
const dialled = (number: PhoneNumber | undefined): string | undefined =>
  number?.isValid() ? number.getURI() : undefined;

const KEYS = '22233344455566677778889999';
const digitsIn = (written: string): string => written.replace(/\D/g, '');

/**
 * Writings that only we read: the same number written so that the library reads it too must give the same,
 * or else fall into one of VERDICTS.
 */
const REWRITTEN: { name: string; why: string; rewrite: (written: string) => string }[] = [
  {
    name: 'digits of any script',
    why: 'Pages are written in Hindi and Thai too; the library knows ASCII, full-width and Arabic digits, and leaves those of an extension as they are.',
    rewrite: (written) =>
      written.replace(/\p{Nd}/gu, (sign) => {
        const code = sign.codePointAt(0)!;
        const zero = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce].find(
          (first) => code >= first && code < first + 10,
        );
        return zero ? String(code - zero) : sign;
      }),
  },
  {
    name: 'invisible signs',
    why: 'Bidi marks, soft hyphens and zero-width spaces come along when a number is copied; nobody sees them.',
    rewrite: (written) => written.replace(/[\u00ad\u200b\u200e\u202d\u2060\ufeff]/g, ''),
  },
  {
    name: 'spaces around it',
    why: 'They come along when a number is copied, and from how markup is laid out.',
    rewrite: (written) => written.trim(),
  },
  {
    name: 'the middle dot',
    why: 'Designers write 210·555·0142.',
    rewrite: (written) => written.replaceAll('·', '.'),
  },
  {
    name: 'a tel: address',
    why: 'What stands in an href is read too, with what linkers between sites put behind it; the library wants a number alone.',
    rewrite: (written) => written.replace(/^\s*tel:\s*([^?]*).*/s, '$1'),
  },
  {
    name: 'a country code in brackets',
    why: '(+1) 210-555-0142 is how many people write it.',
    rewrite: (written) => written.replace(/^\(\+([\d. -]*)\)?/, '+$1'),
  },
  {
    name: 'signs before an extension',
    why: 'A comma, a hash, brackets, "extensión": read as an extension whatever the signs before them are; the library knows some.',
    rewrite: (written) =>
      written.replace(
        /(?<=\d|[A-Z](?=[\s,;(-]))[\s,;()./-]*(?:(?:ext(?:ensi[oó])?n?|x|#)[\s.:=-]*|,\s*)(\d{1,7})\)?\s*$/i,
        ';ext=$1',
      ),
  },
  {
    name: 'letters for digits',
    why: 'Vanity numbers: an area code, and a word in capitals whose first letters are dialled.',
    rewrite: (written) => {
      const [, main = written, extension = ''] = /^(.*?)(;ext=\d+)?$/.exec(written) ?? [];
      if (!/[A-Z][A-Z\d -]*$/.test(main) || !/[A-Z]{2}/.test(main) || /[a-z]|XXX/.test(main))
        return written;
      const digits = digitsIn(main.replace(/[A-Z]/g, (letter) => KEYS[letter.charCodeAt(0) - 65]!));
      return digits.slice(0, digits.startsWith('1') ? 11 : 10) + extension;
    },
  },
];

/** What one of us takes for a number and the other does not. Looks at the writing after REWRITTEN. */
const VERDICTS: {
  name: string;
  why: string;
  holds: (written: string, ours: string | undefined, number: PhoneNumber | undefined) => boolean;
}[] = [
  {
    name: 'services and emergency numbers',
    why: '911, 988, 711, 112: dialled as they are. The library leaves short numbers to another one.',
    holds: (written, ours) => /^tel:\d{3}$/.test(ours ?? '') && ours === `tel:${digitsIn(written)}`,
  },
  {
    name: 'an area code that is not in use',
    why: 'New ones are opened every year and a page is not updated for it; we ask for the form that the plan gives.',
    holds: (_, ours, number) =>
      /^tel:\+1/.test(ours ?? '') && number?.getURI() === ours && number!.isPossible(),
  },
  {
    name: 'a number from elsewhere that the plan there lacks',
    why: 'Plans of other countries are 26 KB; with a plus, seven to fifteen digits are taken as they are. `country` brings the plans.',
    holds: (written, ours, number) =>
      /^tel:\+[2-9]/.test(ours ?? '') &&
      written.startsWith('+') &&
      !number?.isValid() &&
      digitsIn(written).length >= 7,
  },
  {
    name: 'an exchange that cannot be',
    why: '(210) 911-0142 and 411 are not given to subscribers: a slip, or 911 with something before it. Nor does one begin with 0 or 1, as the library lets toll-free numbers do.',
    holds: (_, ours, number) =>
      !ours && /^\+1(?:...[2-9]11|8..[01]..)....$/.test(number?.number ?? ''),
  },
  {
    name: 'the 310 numbers of Canada',
    why: 'They have seven digits and no area code, and are reached from Canada alone.',
    holds: (_, ours, number) => !ours && /^\+1310....$/.test(number?.number ?? ''),
  },
  {
    name: 'dialled from here to abroad',
    why: 'With 011 before it a number cannot be called from its own country; a page writes a plus.',
    holds: (written, ours) => !ours && /^\D*0\D*1\D*1/.test(written),
  },
  {
    name: 'signs that no number is written with',
    why: 'Tildes, square brackets and the like tell of a range, a reference, a slip.',
    holds: (written, ours) => !ours && /[~[\]_*]/.test(written),
  },
  {
    name: 'a hash at the end',
    why: 'It is keyed to end something, or to command the phone; nobody writes it behind a number to be called.',
    holds: (written, ours) => !ours && /#\s*$/.test(written),
  },
  {
    name: 'an extension in other words, or too long',
    why: 'int., anexo, доб., "ext.,": not read here; and no phone system has extensions of eight digits.',
    // What we read has become ";ext=".
    holds: (written, ours, number) =>
      !ours && !!number?.ext && (number.ext.length > 7 || !/[\d)];ext=\d+$/.test(written)),
  },
  {
    name: 'what only a plan can add or take away',
    why: 'Which countries drop a zero, or fill in an area code, is in their plans; without them a zero goes only where brackets set it apart: +44 (0)20, +44 (020).',
    holds: (written, ours, number) =>
      /^\+[2-9]/.test(number?.number ?? '') &&
      [written, written.replace('(0', '')].some((text) => {
        const digits = digitsIn(text.split(';')[0]!);
        return ours?.split(';')[0] === (digits.length < 7 ? undefined : `tel:+${digits}`);
      }),
  },
  {
    name: 'a second 1',
    why: '+1 1 312 … is a slip; the library takes one of them for the 1 that is dialled at home.',
    holds: (written, ours, number) =>
      !ours && /^\D*1\D*1/.test(written) && number?.countryCallingCode === '1',
  },
  {
    name: 'more than fifteen digits',
    why: 'E.164 allows fifteen.',
    holds: (written, ours) => !ours && digitsIn(written.split(';')[0]!).length > 15,
  },
];

it('reads 100,000 writings as libphonenumber-js does, but where it means to differ', () => {
  const counts = new Map([...REWRITTEN, ...VERDICTS].map(({ name }) => [name, 0]));
  const unexplained: string[] = [];
  let same = 0;
  let numbers = 0;
  const made = writings(SEED);
  for (let count = 0; count < COUNT; count++) {
    const written = made.next().value as string;
    const number = parsePhoneNumber(written);
    const ours = number?.href;
    if (ours) numbers++;
    const their = theirs(written);
    if (ours === dialled(their)) {
      same++;
      if (/^tel:\+1/.test(ours ?? '')) assert.equal(number!.text, their!.formatNational(), written);
      continue;
    }
    const reasons = explain(written, ours, their);
    for (const reason of reasons) counts.set(reason, counts.get(reason)! + 1);
    if (!reasons.length) {
      unexplained.push(`${JSON.stringify(written)}: ${ours}, theirs ${dialled(their)}`);
    }
  }
  const table = [...counts].map(([name, count]) => `${String(count).padStart(6)}  ${name}`);
  console.log([`${String(same).padStart(6)}  the same`, ...table].join('\n'));
  assert.deepEqual(unexplained.slice(0, 50), [], `${unexplained.length} unexplained`);
  const stale = [...counts].filter(([, count]) => !count).map(([name]) => name);
  assert.deepEqual(stale, [], 'every explanation is needed');
  assert.ok(numbers > COUNT / 3 && numbers < COUNT * 0.9, `${numbers} numbers among ${COUNT}`);
});

/** The names of all that is needed to explain a difference; none where it cannot be. */
function explain(
  written: string,
  ours: string | undefined,
  their: PhoneNumber | undefined,
): string[] {
  const through = (steps: typeof REWRITTEN) =>
    steps.reduce((text, { rewrite }) => rewrite(text), written);
  const steps = REWRITTEN.filter(({ rewrite }, index) => {
    const before = through(REWRITTEN.slice(0, index));
    return rewrite(before) !== before;
  });
  /** Undefined where something is left over; a verdict's name, or none where we agree. */
  const verdict = (text: string): string | undefined => {
    const number = text === written ? their : theirs(text);
    if (ours === dialled(number)) return '';
    return VERDICTS.find(({ holds }) => holds(text, ours, number))?.name;
  };
  const reason = verdict(through(steps));
  if (reason === undefined) return [];
  // Whatever can be left out was not it.
  let needed = steps;
  for (const step of steps) {
    const fewer = needed.filter((other) => other !== step);
    if (verdict(through(fewer)) === reason) needed = fewer;
  }
  return [...needed.map(({ name }) => name), ...(reason ? [reason] : [])];
}
