/**
 * How vendors of session recording, form collection and call tracking are told to leave a form alone, from
 * their documentation: HubSpot, CallRail, Microsoft Clarity, Hotjar, Datadog, Sentry, Matomo, and what several
 * others read.
 */
const ATTRIBUTES: Record<string, string> = {
  'data-hs-do-not-collect': 'true',
  'data-calltrk-nosubmit': '',
  'data-clarity-mask': 'true',
  'data-hj-suppress': '',
  'data-dd-privacy': 'hidden',
  'data-sentry-block': '',
  'data-matomo-mask': '',
  'data-private': '',
};
/** PostHog, FullStory, rrweb and Adobe's Marketo Measure know classes only. */
const CLASSES = ['ph-no-capture', 'fs-exclude', 'rr-block', 'Bizible-Exclude'];

/**
 * Asks recorders and collectors to pass a form, or what holds one, over. What the author wrote stays as it is: an attribute of
 * theirs keeps its value, and a form of theirs in the page keeps its classes.
 */
export function optOut(form: Element, inPage: boolean): void {
  // Through the prototype: a field may be named like any member of its form.
  const { hasAttribute, setAttribute } = Element.prototype;
  for (const [name, value] of Object.entries(ATTRIBUTES))
    if (!hasAttribute.call(form, name)) setAttribute.call(form, name, value);
  if (!inPage)
    Reflect.get<Element, 'classList'>(Element.prototype, 'classList', form).add(...CLASSES);
}
