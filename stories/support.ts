// What stories share. No Storybook here: the browser tests import stories without it.

type Answer = (request: Request) => Response | Promise<Response>;

const answers = new Map<string, Answer>();
let pageFetch: typeof fetch | undefined;

const storyFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  const [, answer] = [...answers].find(([start]) => pathname.startsWith(start)) ?? [];
  return answer ? await answer(request) : await pageFetch!(input, init);
};

/**
 * A story's `beforeEach`: requests to addresses that begin with `path` get this answer, and nothing goes
 * out. Each story has a path of its own, because a docs page shows all of them at once.
 */
export const answering = (path: string, answer: Answer) => (): (() => void) => {
  answers.set(path, answer);
  if (!pageFetch) {
    pageFetch = globalThis.fetch;
    globalThis.fetch = storyFetch;
  }
  return () => {
    answers.delete(path);
    if (answers.size || globalThis.fetch !== storyFetch) return;
    globalThis.fetch = pageFetch!;
    pageFetch = undefined;
  };
};

/** An answer that never comes. */
export const never: Answer = () => new Promise(() => {});

/** The connection breaks. */
export const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** An answer with a JSON body. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

/** Fails the story with a message that says what was expected. */
export function expect(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Waits until `check` gives something, and returns it; fails after 30 seconds. */
export async function until<T>(
  check: () => T | null | undefined | false,
  what: string,
): Promise<T> {
  // A plain timer: animation frames do not come in a hidden tab.
  for (const end = performance.now() + 30_000; performance.now() < end;) {
    const found = check();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** The story's first element with this tag. */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  canvas: ParentNode,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const element = canvas.querySelector(tag);
  expect(element, `The story shows no <${tag}>`);
  return element;
}

/** A node within an element's own root, or undefined. */
export function within<Found extends Element = HTMLElement>(
  host: Element & { renderRoot?: ParentNode },
  selector: string,
): Found | undefined {
  return host.renderRoot?.querySelector<Found>(selector) ?? undefined;
}

/** A node's words with single spaces. */
export const wordsOf = (node: Node | null | undefined): string =>
  node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/**
 * A story's `beforeEach`: it is this time, and stays so. A docs page has one clock, so such a story stands
 * there in a frame of its own (`parameters: framed`).
 *
 * @param time - ISO 8601 with an offset, e.g. `2026-03-04T15:00-06:00`
 */
export const atTime = (time: string) => (): (() => void) => {
  const { now } = Date;
  Date.now = () => Date.parse(time);
  return () => {
    Date.now = now;
  };
};

/** Shows a story in a frame of its own on docs pages. */
export const framed = (height: string) => ({ docs: { story: { inline: false, height } } });
