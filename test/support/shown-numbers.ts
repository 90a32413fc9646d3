import { a11ySnapshot } from '@web/test-runner-commands';
import { settled } from './stories.js';

/** A number in every way that a test writes it. */
export interface Numbered {
  /** Ten digits. */
  digits: string;
  /** `(210) 555-0142` */
  text: string;
  /** `tel:+12105550142` */
  href: string;
}

const numbered = (area: string, line: string): Numbered => ({
  digits: `${area}555${line}`,
  text: `(${area}) 555-${line}`,
  href: `tel:+1${area}555${line}`,
});

const OWN = ['210', '512', '361', '956', '254', '325', '817', '915'];
const SHOWN = ['830', '726', '737', '979', '936', '903', '682', '806'];
let used = 0;

/**
 * Numbers that no other test of this page has used, from the block that is kept for fiction. What a page
 * shows in place of a number holds as long as the page.
 */
export function freshNumbers(): { own: Numbered; shown: Numbered } {
  const [hundred, line] = [Math.floor(used / 100), `01${String(used++ % 100).padStart(2, '0')}`];
  if (hundred >= OWN.length) throw new Error('no number is left');
  return { own: numbered(OWN[hundred]!, line), shown: numbered(SHOWN[hundred]!, line) };
}

/** Waits until elements have rendered and observers have answered each other. */
export async function settle(): Promise<void> {
  await settled(document);
  await settled(document);
}

type Rendering = Element & { renderRoot?: ParentNode & Node };

/** Elements under a node, and those in the closed roots of our elements. */
function* everything(root: ParentNode): Iterable<Element> {
  for (const element of root.querySelectorAll<Rendering>('*')) {
    yield element;
    const inside = element.renderRoot;
    if (inside && inside !== element) yield* everything(inside);
  }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
/** Whether a text holds it, however it is written. */
const holds = (text: string | null, { digits }: Numbered): boolean =>
  !!text && text.replace(/[^\da-z]/gi, '').includes(digits);

/** What a page shows instead of one number everywhere: a line for each place. */
export async function strays(page: ParentNode, own: Numbered, shown: Numbered): Promise<string[]> {
  const found: string[] = [];
  for (const element of everything(page)) {
    const { localName } = element;
    for (const node of element.childNodes) {
      if (node.nodeType === 3 && holds(node.nodeValue, own))
        found.push(`the text of <${localName}> is ${node.nodeValue!.trim()}`);
    }
    for (const name of ['href', 'aria-label', 'title']) {
      const value = element.getAttribute(name);
      if (holds(value, own)) found.push(`${name} of <${localName}> is ${value}`);
    }
    if (element.matches('a[href^="tel:"], a[href^="sms:"]'))
      found.push(...disagreements(element as HTMLAnchorElement, own, shown));
  }
  return [...found, ...(await spoken(own))];
}

/** A link that shows one number and dials, says or hides another. */
function disagreements(link: HTMLAnchorElement, own: Numbered, shown: Numbered): string[] {
  const [href, text] = [link.getAttribute('href')!, link.textContent ?? ''];
  const about = [href, text, link.getAttribute('aria-label') ?? ''];
  if (!about.some((value) => holds(value, own) || holds(value, shown))) return [];
  const wrong = [];
  if (href.replace(/^sms/, 'tel') !== shown.href) wrong.push(`dials ${href}`);
  if (/\d/.test(text) && digitsOf(text) !== shown.digits) wrong.push(`shows ${text}`);
  if (!text.trim()) wrong.push('shows nothing');
  const name = link.getAttribute('aria-label') ?? '';
  if (/\d/.test(name) && digitsOf(name) !== shown.digits) wrong.push(`is called ${name}`);
  return wrong.map((what) => `a link to ${shown.text} ${what}`);
}

/** The links that dial a number, those in closed roots too; not the one that is there for scripts alone. */
export function linksTo(page: ParentNode, { href }: Numbered): HTMLAnchorElement[] {
  return [...everything(page)].filter(
    (element): element is HTMLAnchorElement =>
      element.localName === 'a' &&
      element.getAttribute('href')?.replace(/^sms/, 'tel') === href &&
      !element.matches('[data-clinic="number"]'),
  );
}

interface AccessibleNode {
  role: string;
  name?: string;
  description?: string;
  children?: AccessibleNode[];
}

/** What assistive technology would still say of the clinic's own number. Only Chromium lets us ask. */
async function spoken(own: Numbered): Promise<string[]> {
  if (!/Chrome\//.test(navigator.userAgent)) return [];
  const root = (await a11ySnapshot({})) as unknown as AccessibleNode | null;
  const found: string[] = [];
  const walk = ({ role, name = '', description = '', children = [] }: AccessibleNode): void => {
    if (holds(`${name} ${description}`, own)) found.push(`a ${role} is called ${name}`);
    children.forEach(walk);
  };
  if (root) walk(root);
  return found;
}
