// The types, as strict consumers see them: with Node's resolution and a bundler's, libraries checked too.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { attempt, root, temporaryFolder } from '../tools/support.js';
import { codeDoors, install, link, write } from './support.js';

const CODE = `
import {
  ArticleCard, CallCta, ClinicElement, ContactForm, RelatedPosts, registerLocale, version,
  CallStartEvent, ContactFailedEvent, ContactSentEvent, ContactSubmitEvent, PostsErrorEvent, PostsLoadEvent,
  type ArticleCardLayout, type Lead, type Locale, type Post,
} from 'clinic-elements';
import { checkLead } from 'clinic-elements/leads';
import { clinicNumbers, type Problem } from 'clinic-elements/calls';
${codeDoors.map((door) => `import '${door}';`).join('\n')}

// Elements by their tags.
const card = document.createElement('article-card') satisfies ArticleCard;
card.heading = 'Walking again';
card.headingLevel = 2;
const layouts: ArticleCardLayout[] = ['vertical', 'horizontal', 'compact'];
card.layout = layouts[0]!;
// @ts-expect-error -- no such layout
card.layout = 'sideways';
// @ts-expect-error -- a number
card.headingLevel = 'two';
// @ts-expect-error -- inner
card.internals;
const posts = document.querySelector('related-posts') satisfies RelatedPosts | null;
if (posts) posts.limit = 6;
const call: CallCta = document.createElement('call-cta');
call.sticky = true;
void call.updateComplete.then((done: boolean) => done);

// Events.
const form: ContactForm = document.createElement('contact-form');
form.addEventListener('contact-sent', (event) => {
  const receipt: string = event.receipt;
  // @ts-expect-error -- an analytics event carries nothing that a visitor typed
  event.data;
  return receipt;
});
form.addEventListener('contact-submit', (event) => {
  event.data.get('name');
  event.preventDefault();
});
document.addEventListener('contact-failed', ({ reason }) => {
  const known: 'invalid' | 'rejected' | 'unconfirmed' | 'failed' = reason;
  return known;
});
document.body.addEventListener('call-start', ({ placement }) => {
  const known: 'block' | 'bar' | 'inline' | 'form' = placement;
  return known;
});
document.addEventListener('posts-load', (event) => event instanceof PostsLoadEvent);
document.addEventListener('posts-error', (event) => event.code satisfies PostsErrorEvent['code']);
const events: (typeof Event)[] = [CallStartEvent, ContactFailedEvent, ContactSentEvent, ContactSubmitEvent] as never;

// Methods.
const sent: Promise<void> = form.submit();
form.reset();
form.prefill({ name: 'Rosa' });
// @ts-expect-error -- text only
form.prefill({ name: 1 });

// The rest.
const words: Locale = { relatedPosts: { heading: 'Zum Weiterlesen' } };
registerLocale('de', words);
const check = checkLead({});
const text: string = version;
const lead: Lead | undefined = undefined;
const post: Post | undefined = undefined;
abstract class Mine extends ClinicElement {}
const problems: Problem[] = clinicNumbers({ own: ['(210) 555-0142'] }).flatMap((one) => one.problems);
export { check, events, lead, Mine, post, problems, sent, text };
`;

/*
 * TypeScript's own libraries are checked together with ours where all doors are open, once: what ours add to
 * the page's types could be at odds with them. It takes as long as all the rest.
 */
const SHARED = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  verbatimModuleSyntax: true,
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [] as string[],
  noEmit: true,
};

const REACT = `
import type {} from 'clinic-elements/jsx';
import type { ContactForm } from 'clinic-elements';
import { useRef } from 'react';

export function Page() {
  const form = useRef<ContactForm>(null);
  return (
    <main>
      <article-card href="/a/" heading="Walking again" heading-level={2} layout="compact" class="wide" />
      {/* @ts-expect-error -- no such layout */}
      <article-card layout="sideways" />
      <call-cta phone="(210) 555-0142" sticky oncall-start={(event) => event.placement} />
      <contact-form
        action="/leads"
        oncontact-sent={(event) => {
          const receipt: string = event.receipt;
          // @ts-expect-error -- no such field
          event.answers;
          void receipt;
        }}
      >
        <form ref={undefined} method="post" />
      </contact-form>
      <related-posts src="/wp-json/wp/v2/posts" limit={3} />
      {/* @ts-expect-error -- no such element */}
      <related-post />
      <p ref={form as never} style={{ '--call-cta-radius': '0' }} />
    </main>
  );
}
`;

/** A framework of whose JSX the package knows only that it is global. */
const LOCAL = `
import type {} from 'clinic-elements/jsx';
declare global {
  namespace JSX {
    interface Element { tag: string }
    interface ElementChildrenAttribute { children: unknown }
  }
}
declare const h: (tag: unknown, props: unknown, ...children: unknown[]) => JSX.Element;
export const fine = <call-cta phone="911" oncall-start={(event) => event.placement} />;
// @ts-expect-error -- no such attribute
export const wrong = <call-cta fone="911" />;
`;

describe('types', { timeout: 600_000 }, () => {
  const project = temporaryFolder('types');
  const hasReact = existsSync(join(root, 'node_modules/@types/react'));

  before(async () => {
    await install(project, ['@lit-labs/ssr-client']);
    if (hasReact) link(project, ['@types/react', 'csstype']);
  });

  async function check(
    name: string,
    files: Record<string, string>,
    options: object,
  ): Promise<void> {
    write(
      project,
      Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text])),
    );
    const config = { compilerOptions: { ...SHARED, ...options }, files: Object.keys(files) };
    write(project, { [`${name}/tsconfig.json`]: JSON.stringify(config) });
    const { code, output } = await attempt('tsc', ['-p', name], { cwd: project });
    assert.equal(output.trim(), '');
    assert.equal(code, 0);
  }

  for (const [name, options] of Object.entries({
    nodenext: { module: 'nodenext', moduleResolution: 'nodenext', skipDefaultLibCheck: false },
    bundler: { module: 'esnext', moduleResolution: 'bundler' },
  })) {
    it(`hold with moduleResolution ${name}`, () => check(name, { 'consumer.ts': CODE }, options));
  }

  it('hold in the JSX of React 19', { skip: !hasReact && '@types/react is not installed' }, () =>
    check(
      'react',
      { 'page.tsx': REACT },
      { module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx' },
    ),
  );

  it('hold in a global JSX namespace', () =>
    check(
      'local',
      { 'page.tsx': LOCAL },
      { module: 'esnext', moduleResolution: 'bundler', jsx: 'react', jsxFactory: 'h' },
    ));
});
