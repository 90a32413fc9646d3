// The one script beside the library on the pages of the fault matrix. It reads what a visitor reads: it keeps
// the closed roots, which stay closed to everything else on the page, and changes nothing in them.
(() => {
  const roots = new WeakMap();
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.set(this, root);
    return root;
  };

  /** Scripts' errors, and what the policy refused. */
  const troubles = [];
  addEventListener('error', ({ message }) => message && troubles.push(message));
  addEventListener('unhandledrejection', ({ reason }) => troubles.push(String(reason)));
  document.addEventListener('securitypolicyviolation', (event) =>
    troubles.push(`${event.effectiveDirective} ${event.blockedURI}`),
  );
  let persisted = false;
  addEventListener('pageshow', (event) => (persisted = event.persisted));

  const policy = document.querySelector('meta[name="delivery-policy"]');
  if (policy) {
    void customElements.whenDefined('contact-form').then(() => {
      for (const form of document.querySelectorAll('contact-form'))
        form.deliveryPolicy = JSON.parse(policy.content);
    });
  }

  /*
   * What events carry by their nature, also out of a closed root: one key's worth of what is being typed;
   * what is pasted; and in Firefox alone, the field itself (docs/privacy.md).
   */
  const BY_NATURE = new Set(
    'key code data keyCode charCode which clipboardData dataTransfer originalTarget explicitOriginalTarget'.split(
      ' ',
    ),
  );
  const heard = [];
  /** All that a script reads off what an event gives it. */
  const readable = (thing) => {
    if (thing instanceof FormData) return JSON.stringify([...thing]);
    if (thing instanceof Element)
      return `<${thing.localName}>${thing.value ?? ''}${thing.textContent}${thing.outerHTML}`;
    return typeof thing === 'function' ? '' : String(thing);
  };

  const submit = 'button:is([type="submit"], :not([type]))';
  const elementAt = (nth) => document.querySelectorAll('contact-form')[nth];
  const find = (nth, selector) => {
    const element = elementAt(nth);
    return element?.querySelector(selector) ?? roots.get(element)?.querySelector(selector) ?? null;
  };
  const visible = (node) => (node?.checkVisibility() ? node : null);
  const focusIn = (nth) => roots.get(elementAt(nth))?.activeElement ?? document.activeElement;

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  async function rowsOf(name) {
    const database = await done(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const rows = await Promise.all(
      stores.map((store) => done(database.transaction(store).objectStore(store).getAll())),
    );
    database.close();
    return [stores, rows];
  }
  async function answersIn(cache) {
    const requests = await cache.keys();
    return Promise.all(
      requests.map(async (request) => [request.url, await (await cache.match(request)).text()]),
    );
  }

  globalThis.probe = {
    troubles,
    find,
    elementAt,
    submit,

    /** Whether the code that checks and sends has taken the form over. */
    ready: (nth = 0) => !!find(nth, 'form [data-clinic="status"]'),

    /** Makes the page believe in a network or not, where the browser itself cannot be told. */
    offline(on) {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !on });
      dispatchEvent(new Event(on ? 'offline' : 'online'));
    },

    /** Whether the browser would ask before the page is left. */
    asksBeforeLeaving: () => !dispatchEvent(new Event('beforeunload', { cancelable: true })),

    /** All that a page can keep, and what it tells others by standing there. */
    async kept() {
      const databases = await Promise.all(
        ((await indexedDB.databases?.()) ?? []).map(async ({ name }) => [name, await rowsOf(name)]),
      );
      const cached = await Promise.all(
        ((await globalThis.caches?.keys()) ?? []).map(async (name) => [
          name,
          ...(await answersIn(await caches.open(name))),
        ]),
      );
      const stand = [
        location.href,
        document.title,
        document.referrer,
        window.name,
        document.cookie,
      ];
      return JSON.stringify({
        stand,
        history: history.state,
        localStorage: { ...localStorage },
        sessionStorage: { ...sessionStorage },
        databases,
        cached,
        dataLayer: window.dataLayer,
        timeline: performance.getEntries(),
      });
    },

    /** What the visitor sees of a form. */
    seen(nth = 0) {
      const thanks = visible(find(nth, '[part="thanks"]'));
      const panel =
        visible(find(nth, '[data-clinic="notice"]')) ??
        visible(find(nth, '[data-clinic="summary"]'));
      const values = {};
      for (const name of ['name', 'email', 'phone', 'message'])
        values[name] = visible(find(nth, `[name="${name}"]`))?.value ?? null;
      return {
        path: location.pathname,
        panel: thanks ? 'thanks' : (panel?.dataset.clinic ?? ''),
        text: (thanks ?? panel)?.innerText ?? '',
        status: find(nth, '[data-clinic="status"]')?.textContent ?? '',
        focused: (thanks ?? panel) !== null && focusIn(nth) === (thanks ?? panel),
        busy: find(nth, submit)?.ariaDisabled === 'true',
        values,
        persisted,
        troubles,
      };
    },

    /** Listens as a tag manager would, to everything, and notes what it reads there. */
    eavesdrop() {
      const types = new Set([
        'contact-submit',
        'contact-sent',
        'contact-failed',
        'focusin',
        'focusout',
      ]);
      for (const target of [window, document, HTMLElement.prototype])
        for (const name in target) if (name.startsWith('on')) types.add(name.slice(2));
      for (const type of types) {
        window.addEventListener(
          type,
          (event) => {
            const told = [];
            for (const name in event)
              if (!BY_NATURE.has(name)) told.push(`${name}=${readable(event[name])}`);
            told.push(`selection=${getSelection()} active=${readable(document.activeElement)}`);
            heard.push(
              `${type}: ${event.composedPath().map(readable).join(' < ')}; ${told.join(' ')}`,
            );
          },
          true,
        );
      }
    },
    heard,

    /** Presses Send and goes away in the same breath. */
    sendAndLeave(href, nth = 0) {
      find(nth, submit).click();
      location.href = href;
    },
  };
})();
