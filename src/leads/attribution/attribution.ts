import { namesIn, type AttributionWish } from './names.js';
import { pageTracker } from './tracker.js';

/** What goes into a lead, and what its endpoint calls it. */
export interface FormAttribution {
  /** For `lead.attribution`. */
  values: Record<string, string>;
  /** The endpoint's names by ours, for the transport. */
  names: Record<string, string>;
}

/**
 * What a form may send of how the visitor came, as it stands now. The first call on a page begins to follow
 * consent.
 *
 * @param wish - the form's `attribution`
 * @param transport - the form's transport, where it is named
 * @param warn - told what cannot be used
 */
export function attributionFor(
  wish: AttributionWish,
  transport: string | undefined,
  warn: (message: string) => void,
): FormAttribution {
  const { names, endpointNames, problems } = namesIn(wish, transport);
  for (const problem of problems) warn(problem);
  const found = pageTracker()?.collect() ?? {};
  const values = Object.fromEntries(
    names.flatMap((name) => (found[name] ? [[name, found[name]]] : [])),
  );
  return { values, names: endpointNames };
}
