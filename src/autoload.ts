/**
 * For CMS pages: finds the elements on the page, now and as they are added, and loads just those.
 * One script in the theme serves every page; a page without our tags loads nothing more. Nothing here is
 * shared with what it loads: a chunk that imported this file would run it twice (scripts/lib/bundle.js).
 */
import { arrive } from './leads/attribution/arrival.js';

/* Written out, because a bundler follows only imports that it can read. */
const loaders: Record<string, () => Promise<unknown>> = {
  'action-link': () => import('./elements/action-link/define.js'),
  'article-card': async () => {
    // What becomes an element before its parts are there is styled and laid out once more.
    if (document.querySelector('article-card[heading]')) await prepareCards().catch(() => {});
    return import('./elements/article-card/define.js');
  },
  'article-contents': () => import('./elements/article-contents/define.js'),
  'article-hero': () => import('./elements/article-hero/define.js'),
  'call-cta': () => import('./elements/call-cta/define.js'),
  'clinic-info': () => import('./elements/clinic-info/define.js'),
  'clinic-location': () => import('./elements/clinic-location/define.js'),
  'condition-checker': () => import('./elements/condition-checker/define.js'),
  'contact-form': () => import('./elements/contact-form/define.js'),
  'faq-list': () => import('./elements/faq-list/define.js'),
  'medical-disclaimer': () => import('./elements/medical-disclaimer/define.js'),
  'medical-review': () => import('./elements/medical-review/define.js'),
  'open-hours': () => import('./elements/open-hours/define.js'),
  'phone-number': () => import('./elements/phone-number/define.js'),
  'provider-card': () => import('./elements/provider-card/define.js'),
  'related-posts': () => import('./elements/related-posts/define.js'),
  'site-banner': () => import('./elements/site-banner/define.js'),
  'skip-link': () => import('./elements/skip-link/define.js'),
};

async function prepareCards(): Promise<void> {
  const { ArticleCard } = await import('./elements/article-card/article-card.js');
  await ArticleCard.prepare();
}

function load(tag: string): void {
  const loader = loaders[tag];
  if (!loader || customElements.get(tag)) return;
  delete loaders[tag];
  Promise.all([import('./locales/on-demand.js'), loader()]).catch(() => {
    // A chunk that did not arrive may arrive for the next element of its kind.
    loaders[tag] = loader;
    console.warn(`<${tag}>: its script could not be loaded; its children stay as they are.`);
  });
}

function discover(node: ParentNode): void {
  if (node instanceof Element) load(node.localName);
  if (!node.firstElementChild) return;
  const tags = Object.keys(loaders).join();
  if (tags) for (const element of node.querySelectorAll(tags)) load(element.localName);
}

// Now: by the time that a form appears, an app may have changed the page's address.
arrive();

if (typeof document !== 'undefined') {
  discover(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      // What our elements make brings what it needs, and a list of cards makes thousands.
      if ((addedNodes[0] as Element | undefined)?.hasAttribute?.('data-clinic-made')) continue;
      for (const node of addedNodes) if (node instanceof Element) discover(node);
    }
  }).observe(document, { childList: true, subtree: true });
}
