/** Somebody who is logged in to WordPress, and writes there as its editors do. */
export class Writer {
  #nonce?: string;

  private constructor(
    readonly home: string,
    readonly cookies: string,
  ) {}

  static async logIn(home: string, log: string, pwd: string): Promise<Writer> {
    // By request: the login page's own script moves the focus about while somebody types.
    const response = await fetch(`${home}/wp-login.php`, {
      method: 'POST',
      body: new URLSearchParams({ log, pwd }),
      redirect: 'manual',
    });
    if (response.status !== 302) throw new Error(`login answered ${response.status}`);
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    return new Writer(home, cookies.join('; '));
  }

  /** A page as they see it, e.g. of the dashboard. */
  async read(path: string): Promise<string> {
    return (await this.#fetch(path)).text();
  }

  /** A request to the REST API, as the block editor sends it. */
  async rest<Answer>(path: string, body?: object): Promise<Answer> {
    this.#nonce ??= await this.read('/wp-admin/admin-ajax.php?action=rest-nonce');
    const response = await this.#fetch(`/wp-json/wp/v2/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'X-WP-Nonce': this.#nonce, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as Answer;
  }

  /**
   * Publishes a post from the block editor.
   *
   * @param blocks - each becomes a Custom HTML block
   * @returns its path
   */
  async writeBlocks(title: string, blocks: string[]): Promise<string> {
    const content = blocks
      .map((html) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`)
      .join('\n\n');
    // Long ago: the newest posts are others.
    const post = { title, content, status: 'publish', date: '2020-03-04T10:00:00' };
    const { id } = await this.rest<{ id: number }>('posts', post);
    return `/?p=${id}`;
  }

  /**
   * Publishes a post from the classic editor's Text tab.
   *
   * @returns its path
   */
  async writeText(title: string, text: string): Promise<string> {
    const page = await this.read('/wp-admin/post-new.php');
    const [, form = ''] = /<form class="metabox-base-form">(.*?)<\/form>/s.exec(page) ?? [];
    const fields = new URLSearchParams(
      [...form.matchAll(/<input\b[^>]*>/g)].map(([input]): [string, string] => {
        const of = (name: string) => new RegExp(`\\b${name}=["']([^"']*)`).exec(input)?.[1] ?? '';
        return [of('name'), of('value')];
      }),
    );
    const more = {
      post_title: title,
      content: text.replaceAll('\n', '\r\n'), // as a browser sends a text area
      publish: 'Publish',
      ...{ edit_date: '1', aa: '2020', mm: '03', jj: '04', hh: '10', mn: '00', ss: '00' },
    };
    for (const [name, value] of Object.entries(more)) fields.set(name, value);
    const response = await this.#fetch('/wp-admin/post.php', { method: 'POST', body: fields });
    const [, id] = /[?&]post=(\d+)/.exec(response.headers.get('location') ?? '') ?? [];
    if (!id) throw new Error(`the classic editor answered ${response.status}`);
    return `/?p=${id}`;
  }

  #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, Cookie: this.cookies };
    return fetch(this.home + path, { ...init, headers, redirect: 'manual' });
  }
}
