import type { Element } from 'domhandler';
import type { Check, Fault } from '../finding.js';
import { around, tagsOf, textOf, within, type Page } from '../page.js';
import type { Site } from '../site.js';

/** Elements of ours where they cannot work. */
export const misuse: Check = {
  rules: [
    {
      id: 'unclosed-element',
      severity: 'error',
      about: 'an element of ours without end tag, so that it swallows or loses what follows',
    },
    {
      id: 'form-action',
      severity: 'error',
      about: 'a contact-form that does not say where to send',
    },
    {
      id: 'form-method',
      severity: 'error',
      about: 'a form that would put what visitors write into the address',
    },
    { id: 'nested-form', severity: 'error', about: 'a contact-form inside a form' },
    {
      id: 'nested-link',
      severity: 'error',
      about: 'an element with links of its own inside a link',
    },
    { id: 'duplicate-id', severity: 'error', about: 'an id that two elements have' },
    { id: 'second-skip-link', severity: 'warning', about: 'another skip-link' },
    {
      id: 'second-clinic-info',
      severity: 'warning',
      about: 'another clinic-info, which the page passes over',
    },
    {
      id: 'script-missing',
      severity: 'error',
      about: 'a page with elements of ours that loads no script for them',
    },
  ],
  *check(page, site) {
    const own = page.elements.filter(({ name }) => site.manifest.has(name));
    for (const element of own) yield* unclosed(element, page);
    for (const element of own.filter(({ name }) => name === 'contact-form'))
      yield* formFaults(element);
    for (const element of own.filter(isLinking)) {
      const holder = around(element, 'a[href],button,[role="button" i],[role="link" i]');
      if (!holder) continue;
      const what = /^a$|link/i.test(holder.attribs.role ?? holder.name) ? 'link' : 'button';
      yield {
        rule: 'nested-link',
        at: element,
        message: `<${element.name}> stands in a ${what}, and has links or buttons of its own.`,
        remedy: `Take the ${what} around it away.`,
      };
    }
    yield* duplicateIds(page);
    for (const name of ['skip-link', 'clinic-info']) {
      for (const element of page.select(name).slice(1)) {
        yield {
          rule: `second-${name}`,
          at: element,
          message: `The page has a ${name} already.`,
          remedy: 'Keep the first one.',
        };
      }
    }
    yield* missingScript(own, page, site);
  },
};

/* What never has a link or a button: facts, hours, and a byline or a hero with none in its attributes. */
const PLAIN = /^(?:clinic-info|open-hours|medical-review|article-hero)$/;

const isLinking = ({ name, attribs }: Element): boolean =>
  !PLAIN.test(name) || Object.keys(attribs).some((attribute) => attribute.endsWith('href'));

function* unclosed(element: Element, page: Page): Iterable<Fault> {
  const { startTag, endTag } = tagsOf(element);
  const { name } = element;
  if (!startTag) return;
  if (page.html.slice(startTag.startOffset, startTag.endOffset).endsWith('/>')) {
    yield {
      rule: 'unclosed-element',
      at: element,
      message: `<${name} /> does not end here: HTML passes over the slash, and all that follows becomes its children.`,
      remedy: `Write <${name}></${name}>.`,
    };
  } else if (!endTag) {
    const block = around(element, 'p') ? ' A <p> around it ends where a block begins in it.' : '';
    yield {
      rule: 'unclosed-element',
      at: element,
      message: `<${name}> has no end tag where it is needed.${block}`,
      remedy: block
        ? `Take the <p> around <${name}> away.`
        : `Write </${name}>, and look whether the tags before it are closed in their order.`,
    };
  }
}

function* formFaults(element: Element): Iterable<Fault> {
  const form = within(element, 'form');
  const outer = around(element.parent as Element, 'form,contact-form');
  if (outer) {
    yield {
      rule: 'nested-form',
      at: element,
      message: `<contact-form> stands in a <${outer.name}>, which keeps its fields.`,
      remedy: `Take it out of the ${outer.name} around it.`,
    };
    return;
  }
  yield* actionFaults(element, form);
  if (form) yield* methodFaults(form);
}

function* actionFaults(element: Element, form: Element | undefined): Iterable<Fault> {
  const { action, transport } = element.attribs;
  const to = action?.trim() || form?.attribs.action?.trim();
  const at: Fault['at'] = action?.trim() ? [element, 'action'] : [form ?? element, 'action'];
  // Netlify takes messages at the page's own address.
  if (!to && !/^(?:netlify|native)$/i.test(transport ?? '')) {
    yield {
      rule: 'form-action',
      at: element,
      message: '<contact-form> does not say where messages go.',
      remedy: 'Give action, the http(s) or relative address that takes them.',
    };
  } else if (OPEN.test(to ?? '')) {
    yield {
      rule: 'form-action',
      at,
      message: 'What visitors write would go there unencrypted, for everybody on the way to read.',
      remedy: 'Write the address with https://.',
    };
  } else if (/^(?!https?:)[a-z][a-z\d+.-]*:/i.test(to ?? '')) {
    yield {
      rule: 'form-action',
      at,
      message: 'No message can be sent to this address.',
      remedy: 'Give the http(s) or relative address that takes messages.',
    };
  }
}

function* methodFaults(form: Element): Iterable<Fault> {
  const isPosted = /^\s*post\s*$/i.test(form.attribs.method ?? '');
  // A button may send it in another way than the form says.
  const at = isPosted ? within(form, '[formmethod]:not([formmethod="post" i])') : form;
  if (!at) return;
  yield {
    rule: 'form-method',
    at,
    message: 'Without script, this form puts what visitors write into the address of a page.',
    remedy: `Write ${isPosted ? 'formmethod' : 'method'}="post".`,
  };
}

/* Of this computer alone, nothing leaves it. */
const OPEN = /^http:(?!\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/?#]|$))/i;

function* duplicateIds(page: Page): Iterable<Fault> {
  const seen = new Set<string>();
  for (const element of page.elements) {
    const { id } = element.attribs;
    // Drawings that are repeated on a page often repeat the ids of their gradients.
    if (!id || around(element, 'svg')) continue;
    if (seen.has(id)) {
      yield {
        rule: 'duplicate-id',
        at: [element, 'id'],
        message: `Another element before has the id “${id.slice(0, 60)}”.`,
        remedy: 'Give each its own: links, labels and descriptions find only the first.',
      };
    }
    seen.add(id);
  }
}

/* The bundles for pages under their own names, with or without a hash or version. */
const OURS = /(?:^|[/.-])clinic-elements(?:[/.@_-]|$)|(?:^|\/)autoload[.-]/i;

/** No script that could be the library's: none of its name, no module that may import it, none that names a tag. */
function* missingScript(own: readonly Element[], page: Page, site: Site): Iterable<Fault> {
  const [first] = own;
  if (!first || !page.isWhole) return;
  const scripts = page.select(
    'script:not([type]), script[type="module" i], script[type$="javascript" i]',
  );
  let unknown = false;
  for (const script of scripts) {
    const { src, type = '' } = script.attribs;
    if (src !== undefined && OURS.test(src)) return;
    const url = src === undefined ? undefined : page.resolve(src);
    const text = src === undefined ? textOf(script) : url && site.read(url);
    if (text === undefined) {
      // A bundle has any name. A plain script is most likely the theme's.
      if (/module/i.test(type)) return;
      unknown = true;
    } else if (
      /\bimport\b/.test(text) ||
      [...site.manifest.keys()].some((tag) => text.includes(tag))
    )
      return;
  }
  yield {
    rule: 'script-missing',
    at: first,
    severity: unknown ? 'warning' : 'error',
    message: `The page has <${first.name}> and loads no script for it.`,
    remedy:
      'Load it in the head: <script type="module" src="/clinic-elements/clinic-elements.js"></script>.',
  };
}
