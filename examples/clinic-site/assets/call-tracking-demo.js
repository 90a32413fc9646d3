// @ts-check
/**
 * Shows what a call-tracking script does to a page. `?call-tracking=on` swaps the clinic's numbers by
 * numbers that only this visit shows; the switch in the footer turns that on and off.
 *
 * It looks at the page as such scripts do: text nodes, `tel:` and `sms:` links and `title`; an open shadow
 * root in place of the children of its host; later, nodes that are added and nothing else. It knows nothing
 * of the clinic's elements, and it cannot see into them.
 */

/** The clinic's numbers and the ones that are shown instead, from the block that is kept for fiction. */
const NUMBERS = [
  { own: '2105550142', shown: '2105550160' },
  { own: '2105550199', shown: '2105550161' },
].map(({ own, shown }) => {
  const [area, exchange, line] = [own.slice(0, 3), own.slice(3, 6), own.slice(6)];
  const written = `\\(?${area}\\)?[-. \\u00a0]?${exchange}[-. \\u00a0]?${line}\\b`;
  return { own, shown, written: new RegExp(written, 'g') };
});
const NAME = 'call-tracking';
const PASSED_OVER = 'script, noscript, style, [data-calltrk-noswap]';

const address = new URL(location.href);
const isOn = address.searchParams.get(NAME) === 'on';

if (isOn) start();
showSwitch();

function start() {
  walk(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(walk);
  }).observe(document.body, { childList: true, subtree: true });
}

/** @param {Node} node */
function walk(node) {
  if (node instanceof Text) {
    const text = inText(node.data);
    if (text !== node.data && !node.parentElement?.closest(PASSED_OVER)) node.data = text;
  }
  if (!(node instanceof Element) || node.closest(PASSED_OVER)) return;
  write(node, 'title', inText);
  if (/^(?:tel|sms):/i.test(node.getAttribute('href') ?? '')) write(node, 'href', inAddress);
  (node.shadowRoot ?? node).childNodes.forEach(walk);
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {(value: string) => string} change
 */
function write(element, name, change) {
  const value = element.getAttribute(name);
  const next = value && change(value);
  if (next && next !== value) element.setAttribute(name, next);
}

/**
 * Digit for digit, so that a number stays in the way in which it is written.
 *
 * @param {string} text
 */
function inText(text) {
  return NUMBERS.reduce((before, { written, shown }) => {
    return before.replace(written, (number) => {
      const digits = [...shown];
      return number.replace(/\d/g, () => digits.shift() ?? '');
    });
  }, text);
}

/** @param {string} href */
function inAddress(href) {
  return NUMBERS.reduce((before, { own, shown }) => before.replace(own, shown), href);
}

/** Without script the switch would do nothing, and is not shown. */
function showSwitch() {
  const place = document.querySelector('.demo-switch');
  const box = place?.querySelector('input');
  if (!(place instanceof HTMLElement) || !box) return;
  box.checked = isOn;
  box.addEventListener('change', () => {
    if (box.checked) {
      address.searchParams.set(NAME, 'on');
      history.replaceState(null, '', address);
      start();
      return;
    }
    // Such a script takes nothing back; the page is loaded anew, and shown from here.
    address.searchParams.delete(NAME);
    address.hash = place.id;
    location.replace(address);
  });
  place.hidden = false;
}
