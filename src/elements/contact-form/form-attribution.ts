import type { FormAttribution } from '../../leads/attribution/attribution.js';
import type { ContactForm } from './contact-form.js';

/** Fetches the code that knows how the visitor came: only forms that ask for it load it. */
export type AttributionSource = () => Promise<
  typeof import('../../leads/attribution/attribution.js')
>;

/** A message that says nothing of how its writer came. */
export const NO_ATTRIBUTION: FormAttribution = { values: {}, names: {} };

/* A message is worth more than where it came from; milliseconds. */
const PATIENCE = 2_000;

/** What the form asks for and the visitor allows. Nothing where that cannot be had: a message goes without. */
export async function attributionOf(
  { attribution, transport }: ContactForm,
  tools: { attribution: AttributionSource; warn(message: string): void },
): Promise<FormAttribution> {
  if (attribution == null) return NO_ATTRIBUTION;
  const system = typeof transport === 'string' ? transport.trim().toLowerCase() : undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  try {
    const code = await Promise.race([tools.attribution(), late]);
    return (
      code?.attributionFor(attribution, system, (message) => tools.warn(message)) ?? NO_ATTRIBUTION
    );
  } catch {
    return NO_ATTRIBUTION;
  }
}
