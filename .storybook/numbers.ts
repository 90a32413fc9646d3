// The story's side of the panel "Numbers": looks at the page and tells what it found. Where nobody asks,
// as in the tests of the stories, it does nothing.
import { addons } from 'storybook/preview-api';
import { clinicNumbers } from '../src/calls.js';
import { numberBook } from '../src/calls/number-book.js';
import { ClinicElement } from '../src/foundation/clinic-element.js';
import { LightElement } from '../src/foundation/light-element.js';
import { ASK, NUMBERS, type StoryNumber } from './numbers-channel.js';

/* Here all our roots are open, for the accessibility panel. */
const opened = (host: Element): boolean => host instanceof ClinicElement;

function insideOf(node: Node): string | undefined {
  for (
    let at: Node | null = node;
    at;
    at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null
  )
    if (at instanceof ClinicElement || at instanceof LightElement) return at.localName;
  return undefined;
}

/** Called, not only imported: package.json says that this file has no side effects. */
export async function tellNumbers(): Promise<void> {
  const channel = await addons.ready();
  let story: Element | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  // Once for all that changes at a time; for a page that never stops changing, now and then.
  const soon = (): void => void (waiting ??= setTimeout(tell, 150));
  const observer = new MutationObserver(soon);

  function watch(root: ParentNode & Node): void {
    observer.observe(root, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) watch(shadowRoot);
  }

  function tell(): void {
    waiting = undefined;
    if (!story) return;
    watch(story);
    const numbers = clinicNumbers({ root: story, opened }).map(
      ({ node, ...rest }): StoryNumber => ({ ...rest, inside: insideOf(node) }),
    );
    channel.emit(NUMBERS, numbers);
  }

  channel.on(ASK, () => {
    if (!story) numberBook().follow(soon);
    story = document.querySelector('#storybook-root');
    soon();
  });
}
