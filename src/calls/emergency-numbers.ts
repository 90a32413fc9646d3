/*
 * What a caller dials for an ambulance. Only where one number is sure to reach one from every phone; a number
 * that is not known here is better not said.
 *
 * 911: FCC, "911 and E911 Services" (United States and territories); CRTC (Canada); IFT (Mexico).
 * 112: Directive (EU) 2018/1972, article 109: the Union, and with it the European Economic Area.
 * 999: Ofcom, General Conditions A3, and the islands' own regulators.
 * 000: ACMA, "Triple Zero" (Australia).
 * 111: New Zealand Police, "111".
 */
const COUNTRIES: Record<string, string> = {
  '911': 'US PR VI GU AS MP CA MX',
  '112':
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO',
  '999': 'GB GG IM JE',
  '000': 'AU',
  '111': 'NZ',
};

/* 988 Suicide & Crisis Lifeline (FCC), and 9-8-8 in Canada (CRTC): calls and texts, day and night. */
const CRISIS = /^(?:US|PR|VI|GU|AS|MP|CA)$/;

const code = (country: string | null | undefined): string => country?.trim().toUpperCase() ?? '';

/**
 * The emergency number of a country, e.g. `911`; undefined where none is known.
 *
 * @param country - ISO 3166-1 alpha-2, e.g. `US`
 */
export function emergencyNumber(country: string | null | undefined): string | undefined {
  const [found] =
    Object.entries(COUNTRIES).find(([, codes]) => codes.split(' ').includes(code(country))) ?? [];
  return found;
}

/** The crisis line of a country that takes calls and texts, `988`; undefined where none is known. */
export const crisisLine = (country: string | null | undefined): string | undefined =>
  CRISIS.test(code(country)) ? '988' : undefined;

/**
 * An emergency number as somebody wrote it, in digits: `9-1-1` is `911`. Undefined where it is none: two to
 * six digits, never a subscriber's number.
 */
export function readEmergencyNumber(written: string | null | undefined): string | undefined {
  const digits = written?.replace(/[\s.-]/g, '') ?? '';
  return /^\d{2,6}$/.test(digits) ? digits : undefined;
}

/** Whether a text names a short number such as `911` by itself, and not as a part of a longer one. */
export const namesShortNumber = (text: string, number: string): boolean =>
  [...text.matchAll(/\d+(?:[-.\u00a0 ]\d+)*/g)].some(
    ([written]) => readEmergencyNumber(written) === number,
  );

/** Whether a text names any country's emergency number. */
export const namesEmergencyNumber = (text: string): boolean =>
  Object.keys(COUNTRIES).some((number) => namesShortNumber(text, number));
