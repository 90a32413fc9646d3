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
  const texts = nodes.map((node) => (node.nodeName === 'SCRIPT' ? '' : node.textContent!.trim()));
  const first = texts.findIndex((text) => /^[[{]/.test(text));
  const last = texts.findLastIndex((text) => /[\]}]$/.test(text));
  const text = texts.slice(first, last + 1).join('\n');
  if (first < 0 || !/^[[{]\s*(?:[[{]\s*)?["“”″]/.test(text)) return;
  const data = document.createElement('data');
  data.hidden = true;
  data.setAttribute('type', 'application/json');
  data.textContent = text;
  nodes[first]!.before(data);
  for (const node of nodes.slice(first, last + 1)) node.remove();
}
