import type { PostalAddress } from './facts.js';

/* Where the postal code stands before the town (Universal Postal Union, postal addressing systems). */
const CODE_FIRST = new Set(
  'AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IL IS IT LI LT LU MX NL NO PL PT RO RS SE SI SK TR'.split(
    ' ',
  ),
);
/* Where it stands on a line of its own, after the town. */
const CODE_LAST = new Set('GB GG IE IM JE'.split(' '));

const join = (parts: (string | undefined)[], by: string): string => parts.filter(Boolean).join(by);

/**
 * An address in the lines in which people of its country write it: `100 Elm Street`, `San Antonio, TX 78205`;
 * in other countries than those known here as in the United States. What is missing leaves no comma behind.
 */
export function addressLines(address: PostalAddress): string[] {
  const clean = (text: string | undefined): string => text?.replace(/\s+/g, ' ').trim() ?? '';
  const [locality, region, code, country] = [
    address.locality,
    address.region,
    address.postalCode,
    address.country,
  ].map(clean);
  const street = (address.street ?? '').split(/[\r\n]+/).map(clean);
  const land = country!.toUpperCase();
  const town = CODE_FIRST.has(land)
    ? [join([join([code, locality], ' '), region], ', ')]
    : CODE_LAST.has(land)
      ? [locality, region, code]
      : [join([join([locality, region], ', '), code], ' ')];
  return [...street, ...town].filter((line): line is string => !!line);
}
