import type { Arrival } from './arrival.js';
import { channelOf, isWithin } from './channel.js';
import type { Scrubber } from './conditions.js';
import { cleanId, cleanText, cut, decoded, LEFT_OUT, looksPersonal, MOST_READ } from './values.js';

/** Campaign parameters: https://support.google.com/analytics/answer/10917952 */
export const CAMPAIGN = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'utm_id',
  'utm_source_platform',
  'utm_creative_format',
  'utm_marketing_tactic',
] as const;

/** Parameters by which an advertiser knows a click, and with it a person, again. */
export const CLICK_IDS = [
  'gclid',
  'gbraid',
  'wbraid',
  'dclid',
  'gad_source',
  'gad_campaignid',
  'fbclid',
  'msclkid',
  'ttclid',
  'li_fat_id',
  'twclid',
  'rdt_cid',
  'ScCid',
  'epik',
  'yclid',
  'ndclid',
  'mc_cid',
  'mc_eid',
] as const;

/** Campaign parameters whose value is often a number: an id that the advertiser's own template filled in. */
const OFTEN_IDS: readonly string[] = ['utm_id', 'utm_campaign', 'utm_content'];

const PARAMETERS: ReadonlyMap<string, string> = new Map(
  [...CAMPAIGN, ...CLICK_IDS].map((name) => [name.toLowerCase(), name]),
);

/** Everything that a touch may say, in the order in which it is sent. */
export const TOUCH_NAMES: readonly string[] = [
  ...CAMPAIGN,
  ...CLICK_IDS,
  'landing_page',
  'referrer',
  'channel',
];

/** One time that a visitor came, in the words of `TOUCH_NAMES`; what is not known is absent. */
export interface Touch {
  /** Milliseconds since 1970. */
  at: number;
  values: Record<string, string>;
}

/** How much of an address and of its words is passed on. */
export interface TouchRules {
  /** Absent: condition words stay. */
  scrubber?: Scrubber;
  /** How much of a path: all of it, its first part, or nothing. */
  paths: 'full' | 'section' | 'none';
  /** Hosts, their subdomains included, that are the clinic's own although their names differ. */
  ownHosts: readonly string[];
}

const parse = (address: string): URL | undefined => {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
};

/** The allow-listed parameters of an address, cleaned; of a repeated one the first that is not empty. */
function parametersOf({ searchParams }: URL): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [written, raw] of searchParams) {
    const name = PARAMETERS.get(written.toLowerCase());
    if (!name || name in found || !raw.trim()) continue;
    const isCampaign = (CAMPAIGN as readonly string[]).includes(name);
    found[name] = isCampaign ? cleanText(raw, OFTEN_IDS.includes(name)) : cleanId(raw);
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value));
}

/** A page's address as far as it is passed on: no query, no fragment, `…` for what tells too much. */
export function cleanPage(address: string, { scrubber, paths }: TouchRules): string {
  const url = parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return '';
  let segments = url.pathname.slice(0, MOST_READ).split('/').slice(1);
  if (paths === 'none') segments = [''];
  else if (paths === 'section' && segments.length > 1) {
    segments = [segments[0]!, ...(segments[1] ? [LEFT_OUT] : []), ''];
  }
  const shown = segments.map((segment) =>
    looksPersonal(decoded(segment)) || scrubber?.findsIn(segment) ? LEFT_OUT : segment,
  );
  return cut(`${url.origin}/${shown.join('/')}`);
}

/** The page before, as its origin; empty where it is none, or one of the clinic's own. */
function outsideReferrer(
  referrer: string,
  page: URL | undefined,
  ownHosts: readonly string[],
): URL | undefined {
  const url = parse(referrer);
  if (!url || !/^(?:https?|android-app):$/.test(url.protocol)) return undefined;
  // `www.` and the bare domain are one site, and so is what is below it.
  const own = [page?.hostname.replace(/^www\./, ''), ...ownHosts].filter(Boolean) as string[];
  return own.some((host) => isWithin(url.hostname, host)) ? undefined : url;
}

/** What an arrival says, as far as it may be passed on. Never throws, whatever the addresses are. */
export function touchOf({ url, referrer, at }: Arrival, rules: TouchRules): Touch {
  const page = parse(url);
  const parameters = page ? parametersOf(page) : {};
  const from = outsideReferrer(referrer, page, rules.ownHosts);
  const scrub = (text: string): string => rules.scrubber?.text(text) ?? text;
  const values: Record<string, string> = {};
  for (const name of CAMPAIGN) if (parameters[name]) values[name] = scrub(parameters[name]);
  for (const name of CLICK_IDS) if (parameters[name]) values[name] = parameters[name];
  const landing = cleanPage(url, rules);
  if (landing) values.landing_page = landing;
  const origin = from && scrub(cleanText(`${from.protocol}//${from.host}`));
  if (origin) values.referrer = origin;
  values.channel = channelOf(parameters, from?.hostname ?? '');
  return { at, values };
}

/** Whether a touch names a campaign, by a parameter in its address. */
export const isCampaign = ({ values }: Touch): boolean =>
  [...CAMPAIGN, ...CLICK_IDS].some((name) => values[name]);

/** Whether a touch says nothing of where the visitor came from. */
export const isDirect = ({ values }: Touch): boolean => values.channel === 'direct';
