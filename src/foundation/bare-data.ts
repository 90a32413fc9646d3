/* Elements that read JSON among their children. */
const READERS = /^(?:clinic-info|condition-checker|faq-list|related-posts)$/;

/**
 * Puts JSON that stands among an element's children as a text where the element finds it and nobody reads it.
 * WordPress takes the `<script>` round it from people who may not write any HTML. A script of ours would do the
 * same, but is reported where a page requires trusted types.
 */
export function hideBareData(element: Element): void {
  if (!READERS.test(element.localName)) return;
  const nodes = [...element.childNodes];
  const data = document.createElement('data');
  const first = nodes.findIndex((node) => isPlain(node) && /^\s*[[{]/.test(node.textContent!));
  for (const [at, node] of nodes.entries()) {
    if (first < 0 || at < first) continue;
    if (!isPlain(node)) return;
    data.append(node.textContent!, '\n');
    if (count(data, /[[{]/g) > count(data, /[\]}]/g)) continue;
    if (!/^\s*[[{]\s*(?:[[{]\s*)?["“”″]/.test(data.textContent)) return;
    data.hidden = true;
    data.setAttribute('type', 'application/json');
    node.after(data);
    for (const part of nodes.slice(first, at + 1)) part.remove();
    return;
  }
}

/** Text, or what editors make of it. */
const isPlain = (node: Node): boolean =>
  node instanceof Text ||
  (node instanceof Element && node.matches('p, br, pre') && !node.querySelector(':not(br)'));

const count = ({ textContent }: Element, brackets: RegExp): number =>
  textContent.match(brackets)?.length ?? 0;
