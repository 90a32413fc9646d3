import { fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';

/** A real click in the middle of what a visitor sees. */
export async function click(target: Element): Promise<void> {
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  // The first line of words that run over two.
  const { x, y, width, height } = target.getClientRects()[0] ?? target.getBoundingClientRect();
  await sendMouse({
    type: 'click',
    position: [Math.round(x + width / 2), Math.round(y + height / 2)],
  });
}

/** Puts the cursor into a field and types there, as a visitor does. */
export async function type(field: HTMLElement, text: string): Promise<void> {
  field.focus();
  await sendKeys({ type: text });
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** Collects the lines that are written to the console from now on. */
export function watchConsole(): { lines: string[]; restore(): void } {
  const lines: string[] = [];
  const levels = ['debug', 'log', 'info', 'warn', 'error', 'table', 'dir'] as const;
  const originals = levels.map((level) => console[level]);
  for (const level of levels) {
    console[level] = (...args: unknown[]) =>
      void lines.push(
        args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' '),
      );
  }
  return {
    lines,
    restore: () => levels.forEach((level, index) => (console[level] = originals[index]!)),
  };
}

/** One request that the page made. */
export interface Call {
  url: URL;
  method: string;
  headers: Headers;
  /** As it was sent. */
  text: string;
  signal: AbortSignal | undefined;
}

export type Answer = (call: Call, index: number) => Response | Promise<Response>;

/** Stands in for the network: every `fetch` of the page comes here until `restore`. */
export class Network {
  readonly calls: Call[] = [];
  readonly #real = globalThis.fetch;

  constructor(public answer: Answer) {
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const call: Call = {
        url: new URL(request.url),
        method: request.method,
        headers: request.headers,
        text: await request.text(),
        signal: init?.signal ?? undefined,
      };
      this.calls.push(call);
      return this.answer(call, this.calls.length - 1);
    };
  }

  restore(): void {
    globalThis.fetch = this.#real;
  }
}

export const never = (): Promise<Response> => new Promise(() => {});

/** Every string that somebody who holds an event can read from it, but for what the page holds anyway. */
export function stringsIn(event: Event): string {
  const found: string[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (typeof value === 'string') found.push(value);
    if (value instanceof FormData) walk([...value].flat(), depth);
    if (typeof value !== 'object' || value === null || depth > 3) return;
    if (value instanceof Node || value instanceof Window) return;
    try {
      for (const key in value) walk(Reflect.get(value, key), depth + 1);
    } catch {
      // Firefox shows the nodes inside its own controls, and lets nobody read them.
    }
  };
  walk(event, 0);
  return found.join('\n');
}

/** A real click on a point of the window. */
export async function clickAt(x: number, y: number): Promise<void> {
  await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)] });
}

/** One click as a link would have taken it. */
export interface Followed {
  href: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/** Notes which links are followed and keeps the page where it is. */
export function watchLinks(): { followed: Followed[]; restore(): void } {
  const followed: Followed[] = [];
  const follow = (event: MouseEvent) => {
    const link = event
      .composedPath()
      .find((node) => node instanceof HTMLAnchorElement && node.hasAttribute('href'));
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    const { ctrlKey, metaKey, shiftKey } = event;
    followed.push({ href: (link as HTMLAnchorElement).href, ctrlKey, metaKey, shiftKey });
  };
  document.addEventListener('click', follow);
  return { followed, restore: () => document.removeEventListener('click', follow) };
}

/** Markup as a parser makes it, with an element of ours in it, rendered. */
export async function parsed<E extends HTMLElement>(markup: string, tag: string): Promise<E> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.style.inlineSize = '22rem';
  place.innerHTML = markup;
  const element = place.querySelector<E & { updateComplete: Promise<unknown> }>(tag);
  if (!element) throw new Error(`no <${tag}> in the markup`);
  await element.updateComplete;
  return element;
}

export const words = (node: Node | null | undefined): string =>
  node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
