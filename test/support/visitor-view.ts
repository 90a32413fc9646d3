/** What a visitor sees of a piece of a page, and can do there. Lists in alphabetical order. */
export interface VisitorView {
  /** In plain typography: editors curl quotes and lengthen dashes. */
  words: string[];
  /** `text → href` */
  links: string[];
  /** `name type`, and whether it can be sent. */
  fields: string[];
  /** `h2 text` */
  headings: string[];
  cards: number;
}

const FIELDS = 'input, select, textarea, button';
/* The clinic's site in the fixtures. */
const SITE = /^https?:\/\/fernhollow\.example(?=\/)/;
/* In sight for nobody, whatever a style sheet says. */
const SILENT = 'script, style, template';

/** The view of everything below a node, into the closed roots of our elements. */
export function visitorView(root: Element): VisitorView {
  const view: VisitorView = { words: [], links: [], fields: [], headings: [], cards: 0 };
  view.words = wordsOf(look(root, view));
  for (const list of [view.words, view.links, view.fields, view.headings]) list.sort();
  return view;
}

/** A text as words, in plain typography. */
export function wordsOf(text: string): string[] {
  return plain(text).split(' ').filter(Boolean);
}

export const plain = (text: string): string =>
  text
    .replace(/[‘’′]/g, "'")
    .replace(/[“”″]/g, '"')
    .replace(/[–—]/g, '--')
    .replace(/…/g, '...')
    .replace(/×/g, 'x')
    .replace(/\s+/g, ' ')
    .trim();

/** Where a link leads, on this site or on the one that plug-ins wrote out in full. */
export const addressOf = (link: Element): string =>
  link.getAttribute('href')!.trim().replace(location.origin, '').replace(SITE, '');

function look(node: Node, view: VisitorView): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.matches(SILENT)) return '';
  const { display, visibility } = getComputedStyle(node);
  if (display === 'none' || visibility === 'hidden') return '';
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  const { renderRoot } = node as Element & { renderRoot?: Node };
  const inside = assigned.length ? assigned : [...(renderRoot ?? node).childNodes];
  const text = inside.map((each) => look(each, view)).join('');
  note(node, plain(text), view);
  const flows = display === 'inline' || display === 'contents';
  return flows && node.localName !== 'br' ? text : ` ${text} `;
}

function note(node: Element, text: string, view: VisitorView): void {
  if (node.matches('a[href]')) view.links.push(`${text} → ${addressOf(node)}`);
  if (node.matches('h1, h2, h3, h4, h5, h6')) view.headings.push(`${node.localName} ${text}`);
  if (node.localName === 'article-card') view.cards++;
  if (node.matches(FIELDS)) {
    const { name, type, form } = node as HTMLInputElement;
    view.fields.push(`${name || text} ${type}${form ? '' : ', cannot be sent'}`);
  }
}
