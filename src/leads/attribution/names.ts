import { ALL_NAMES, STANDARD_NAMES } from './tracker.js';

/** What a form asks for: names in a list, or the endpoint's names by ours (`''` where they are the same). */
export type AttributionWish = string | Readonly<Record<string, string>>;

/** Names to send, and what the endpoint calls them. */
export interface AttributionNames {
  names: readonly string[];
  /** The endpoint's names by ours; names that are not in it go by ours. */
  endpointNames: Record<string, string>;
  /** What cannot be used, for the page's developer. */
  problems: string[];
}

/** How a system calls things, or `null` where only its users know: each account has names of its own. */
const PRESETS: Readonly<Record<string, Readonly<Record<string, string>> | null>> = {
  // The contact properties that HubSpot brings along; the others are made under our names.
  hubspot: { gclid: 'hs_google_click_id', fbclid: 'hs_facebook_click_id' },
  'gravity-forms': null,
  salesforce: null,
};

const LONGEST_NAME = 100;
const BY_LOWER_CASE = new Map(ALL_NAMES.map((name) => [name.toLowerCase(), name]));

/**
 * Reads what a form asks for. Empty is the standard set; else names, each with what the endpoint calls it
 * where that differs, and the name of a system: `hubspot`, `utm_source=input_12 gclid=input_13`.
 *
 * @param transport - the form's transport, where it is named: its system's names hold
 */
export function namesIn(wish: AttributionWish, transport?: string): AttributionNames {
  const entries =
    typeof wish === 'string'
      ? wish
          .split(/[\s,]+/)
          .filter(Boolean)
          .map(splitOnce)
      : Object.entries(wish ?? {}).map(([name, value]) => [name, String(value)] as const);
  const problems: string[] = [];
  const asked = new Map<string, string>();
  let system = transport && Object.hasOwn(PRESETS, transport) ? transport : undefined;
  for (const [written, endpointName] of entries) {
    const name = BY_LOWER_CASE.get(written.toLowerCase());
    if (name && endpointName.length <= LONGEST_NAME) asked.set(name, endpointName);
    else if (Object.hasOwn(PRESETS, written)) system = written;
    else problems.push(`"attribution" knows no "${written.slice(0, LONGEST_NAME)}".`);
  }
  const preset = system === undefined ? {} : PRESETS[system];
  const names = asked.size ? [...asked.keys()] : STANDARD_NAMES;
  const endpointNames: Record<string, string> = {};
  for (const name of names) {
    const endpointName = asked.get(name) || preset?.[name] || (system && preset ? name : '');
    if (endpointName) endpointNames[name] = endpointName;
  }
  if (preset) return { names, endpointNames, problems };
  if (names.some((name) => !endpointNames[name])) {
    problems.push(`"attribution" needs the field of each name with ${system}: "utm_source=…".`);
  }
  return { names: Object.keys(endpointNames), endpointNames, problems };
}

function splitOnce(word: string): [string, string] {
  const at = word.indexOf('=');
  return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
}
