import { render, type TemplateResult } from 'lit';
import manifest from '../../custom-elements.json.js';

type Cleanup = void | (() => void | Promise<void>);
type Args = Record<string, unknown>;

interface StoryModule {
  default: { args?: Args; render?: (args: Args) => TemplateResult; beforeEach?: () => Cleanup };
  [name: string]: StoryObject;
}

interface StoryObject {
  name?: string;
  args?: Args;
  render?: (args: Args) => TemplateResult;
  play?: (context: { canvasElement: HTMLElement; args: Args }) => Promise<void> | void;
  beforeEach?: () => Cleanup | Promise<Cleanup>;
}

/** A state of an element, as Storybook shows it. */
export interface Story {
  tag: string;
  name: string;
  /** Puts it on the page, plays it, and waits until it is still. */
  mount(): Promise<HTMLElement>;
  /** Takes it away again. */
  unmount(): Promise<void>;
}

/** Every element in the manifest. */
export const declarations = manifest.modules
  .flatMap((module) => module.declarations)
  .filter((declaration) => declaration.customElement);

/**
 * Every story of an element: the fixtures of the browser tests are what designers look at. They stand in
 * `<tag>.stories.ts` and, where there are many, in `<tag>-<topic>.stories.ts`.
 */
export async function storiesOf(tag: string): Promise<Story[]> {
  const files = (await (await fetch('/story-files.json')).json()) as string[];
  const own = files.filter(
    (file) =>
      file.startsWith(`${tag}.`) || (file.startsWith(`${tag}-`) && !belongsToAnother(file, tag)),
  );
  // The element as it is mostly used comes first.
  own.sort((a, b) => a.length - b.length);
  return (await Promise.all(own.map((file) => storiesIn(file, tag)))).flat();
}

/** `call-cta-sticky.stories.ts` would be another element's, if there were a `call-cta-sticky`. */
const belongsToAnother = (file: string, tag: string): boolean =>
  declarations.some(
    ({ tagName }) => tagName && tagName.length > tag.length && file.startsWith(tagName),
  );

async function storiesIn(file: string, tag: string): Promise<Story[]> {
  // Told to the server by path: the module is TypeScript and its name is known at run time only.
  const module = (await import(`/stories/${file}`)) as StoryModule;
  const { default: meta, ...stories } = module;
  return Object.entries(stories).map(([name, story]) => {
    let container: HTMLElement;
    let cleanups: Cleanup[] = [];
    return {
      tag,
      name,
      async mount() {
        cleanups = [await meta.beforeEach?.(), await story.beforeEach?.()];
        const args = { ...meta.args, ...story.args };
        container = document.createElement('div');
        document.body.append(container);
        const template = story.render ?? meta.render;
        if (!template) throw new Error(`${tag} ${name} has no render function`);
        render(template(args), container);
        await settled(container);
        await story.play?.({ canvasElement: container, args });
        await settled(container);
        return container;
      },
      async unmount() {
        container.remove();
        for (const cleanup of cleanups) await cleanup?.();
      },
    };
  });
}

/** Waits until every element of ours below a node has rendered. */
export async function settled(node: ParentNode): Promise<void> {
  for (let round = 0; round < 3; round++) {
    const elements = [...node.querySelectorAll('*')] as (Element & {
      updateComplete?: Promise<unknown>;
    })[];
    await Promise.all(elements.map((element) => element.updateComplete));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Waits until what an element loads later has done with its children: they stay the same for a third of a second. */
export async function steady(element: Element): Promise<void> {
  for (let same = 0, before = element.innerHTML; same < 6; before = element.innerHTML) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    same = element.innerHTML === before ? same + 1 : 0;
  }
}
