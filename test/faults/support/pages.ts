import { PHONE, type Scenario } from './server.js';

/* Attributes are ours and hold no quotes. */
const attributes = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/** The author's own form, the way a CMS would have it. */
const authored = ({ action, id, plan }: Scenario, nth: number) => `
  <form method="post" action="${action}">
    <input type="hidden" name="page_of" value="${id}">
    <p><label for="name-${nth}">Name</label> <input id="name-${nth}" name="name" autocomplete="name" required></p>
    <p><label for="email-${nth}">Email</label> <input id="email-${nth}" name="email" type="email" autocomplete="email"></p>
    <p><label for="phone-${nth}">Phone</label> <input id="phone-${nth}" name="phone" type="tel" autocomplete="tel"></p>
    <p><label for="message-${nth}">Message</label> <textarea id="message-${nth}" name="message" required></textarea></p>
    ${plan.inputs ?? ''}
    <button>Send</button>
  </form>`;

/** A page of a clinic with one form or more. Head and body are closed: what follows is in no script's way. */
export function pageOf(scenario: Scenario): string {
  const { plan, action } = scenario;
  const own = plan.kind !== 'authored';
  const element = (nth: number) =>
    `<contact-form${attributes({ phone: PHONE, ...(own && { action }), ...plan.attributes })}>${
      own ? '' : authored(scenario, nth)
    }</contact-form>`;
  // Async where it is late, so that the page is there before it.
  const late = plan.script === 'held' ? ' async' : '';
  const library = plan.script ? 'library.js' : '/cdn/clinic-elements.js';
  const scripts = plan.script === 'twice' ? [`${library}?ver=1`, `${library}?ver=2`] : [library];
  const policy = JSON.stringify(plan.policy ?? {}).replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Contact</title>
  <meta name="viewport" content="width=device-width">
  <meta name="delivery-policy" content="${policy}">
  <script src="/probe.js"></script>
  ${scripts.map((src) => `<script type="module"${late} src="${src}"></script>`).join('\n  ')}
</head>
<body>
  <h1>Contact</h1>
  ${Array.from({ length: plan.forms ?? 1 }, (_, nth) => element(nth)).join('\n  ')}
</body>
</html>`;
}
