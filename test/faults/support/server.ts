import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import {
  createServer as createRawServer,
  type AddressInfo,
  type Server as RawServer,
} from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProofOfWork } from '../../../examples/clinic-site/server/proof-of-work.js';
import { createLeadApi } from '../../../examples/clinic-site/server/lead-api.js';
import { LeadStore } from '../../../examples/clinic-site/server/lead-store.js';
import type { DeliveryPolicy } from '../../../src/leads/delivery.js';
import { pageOf } from './pages.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where a form sends to. */
export type Endpoint =
  /** The page's own server. */
  | 'here'
  /** Another origin that answers. */
  | 'elsewhere'
  /** A port where nobody listens, until `Scenario.revive`. */
  | 'closed'
  /** A connection that is made, and never read from. */
  | 'hole'
  /** https with a certificate of its own making. */
  | 'tls'
  /** A name that does not resolve. */
  | 'nowhere';

/** How one POST is answered. */
export type Answer = (exchange: Exchange) => void | Promise<void>;

/** How the server behaves for one page. */
export interface Plan {
  kind?: 'own' | 'authored';
  /** What the first POST gets, the second…; the last one answers those after it too. */
  answers?: Answer[];
  endpoint?: Endpoint;
  /** Milliseconds that a preflight request waits for its answer. */
  slowPreflight?: number;
  /** The status of answers to preflight requests; 204 says yes. */
  preflight?: number;
  /** Answers to another origin's POST carry no CORS header. */
  withoutCors?: boolean;
  policy?: Partial<DeliveryPolicy>;
  /** Attributes of the element beside the usual ones. */
  attributes?: Record<string, string>;
  /** What `token-url` answers. */
  token?: string | number;
  /** Directives in the place of the strict policy's own. */
  csp?: Record<string, string>;
  /** What becomes of the library: `held` until `Scenario.release`, `missing`, or there `twice`. */
  script?: 'held' | 'missing' | 'twice';
  /** Inputs of the author's own, as HTML. */
  inputs?: string;
  /** Forms on the page. */
  forms?: number;
  /** The page's files leave no connection open for the form to use. */
  fresh?: boolean;
}

/** One page with its endpoint, and what arrived there. */
export class Scenario {
  readonly id = randomUUID().slice(0, 8);
  /** POSTs whose headers arrived, however they ended. */
  posts = 0;
  /** What was in those that arrived whole, in order. */
  readonly arrived: { at: number; body: string; headers: IncomingMessage['headers'] }[] = [];
  /** Milliseconds at which an answer went out; to compare with the next arrival. */
  readonly answered: number[] = [];
  readonly #stored = new Map<string, { supersedes?: string[] }>();
  readonly held: Promise<void>;
  release!: () => void;

  constructor(
    readonly plan: Plan,
    private readonly server: FaultServer,
  ) {
    this.held = new Promise((resolve) => (this.release = resolve));
  }

  get url(): string {
    return `${this.server.origin}/s/${this.id}/`;
  }

  get action(): string {
    return `${this.server.address(this.plan.endpoint ?? 'here')}/s/${this.id}/leads`;
  }

  /** Equal ids are one lead, and a lead that another names is none. */
  get leads(): string[] {
    const replaced = new Set(
      [...this.#stored.values()].flatMap(({ supersedes }) => supersedes ?? []),
    );
    return [...this.#stored.keys()].filter((id) => !replaced.has(id));
  }

  store(lead: { id: string; supersedes?: string[] }): void {
    if (!this.#stored.has(lead.id)) this.#stored.set(lead.id, lead);
  }

  /** Opens the closed port. */
  revive(): Promise<void> {
    return this.server.revive();
  }
}

/** One POST, and the ways to answer or not to answer it. */
export class Exchange {
  constructor(
    readonly scenario: Scenario,
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    readonly body: string,
  ) {}

  get lead(): { id: string; supersedes?: string[]; token?: string } {
    return JSON.parse(this.body) as { id: string };
  }

  /** Keeps the lead. */
  store(): void {
    this.scenario.store(this.lead);
  }

  reply(status: number, body = '', headers: Record<string, string> = {}): void {
    this.scenario.answered.push(performance.now());
    this.response.writeHead(status, { 'content-type': 'application/json', ...headers });
    this.response.end(body);
  }

  /** Keeps the lead and says so. */
  receipt(status = 200): void {
    this.store();
    this.reply(status, JSON.stringify({ ok: true, id: this.lead.id, receipt: 'FH-7K3Q' }));
  }

  /** Resets the connection: nothing more is read or written. */
  reset(): void {
    this.request.socket.resetAndDestroy();
  }

  /** Writes these bytes in the place of an answer and ends the connection. */
  cut(bytes: string): void {
    this.request.socket.end(bytes);
  }
}

/** A server that misbehaves as each page's plan says, and counts what arrives. */
export class FaultServer {
  readonly #servers: (Server | RawServer)[] = [];
  readonly #ports = new Map<Endpoint, number>();
  readonly #scenarios = new Map<string, Scenario>();
  readonly #holes = new Set<{ destroy(): void }>();
  #folder = '';
  #store?: LeadStore;
  #closed?: Server;
  /** Why there is no https here; undefined where there is. */
  withoutTls?: string;

  static async start(): Promise<FaultServer> {
    const server = new FaultServer();
    server.#folder = await mkdtemp(join(tmpdir(), 'clinic-faults-'));
    server.#store = new LeadStore({ folder: join(server.#folder, 'leads') });
    await server.#open('here', createServer(server.#serve));
    await server.#open('elsewhere', createServer(server.#serve));
    await server.#open(
      'hole',
      createRawServer((socket) => {
        server.#holes.add(socket.pause().on('error', () => {}));
      }),
    );
    // A port that was ours a moment ago is hardly anybody's now.
    const reserved = createServer();
    await server.#open('closed', reserved);
    await new Promise((resolve) => reserved.close(resolve));
    await server.#openSecure();
    return server;
  }

  get origin(): string {
    return this.address('here');
  }

  address(endpoint: Endpoint): string {
    if (endpoint === 'nowhere') return 'http://clinic.invalid';
    const scheme = endpoint === 'tls' ? 'https' : 'http';
    return `${scheme}://127.0.0.1:${this.#ports.get(endpoint)}`;
  }

  plan(plan: Plan): Scenario {
    const scenario = new Scenario(plan, this);
    this.#scenarios.set(scenario.id, scenario);
    return scenario;
  }

  /** What the example clinic's own API has stored of forms sent without our code. */
  async clinicLeads(scenario: Scenario): Promise<number> {
    const stored = await this.#store!.newest();
    return stored.filter(({ lead }) => lead.fields.page_of === scenario.id).length;
  }

  /** Lets somebody listen at the closed port. */
  async revive(): Promise<void> {
    this.#closed = createServer(this.#serve);
    await new Promise<void>((resolve) =>
      this.#closed!.listen(this.#ports.get('closed'), '127.0.0.1', resolve),
    );
  }

  /** Lets go of everything that a page left hanging. */
  async calm(): Promise<void> {
    for (const socket of this.#holes) socket.destroy();
    this.#holes.clear();
    for (const scenario of this.#scenarios.values()) scenario.release();
    for (const server of this.#servers)
      if ('closeAllConnections' in server) server.closeAllConnections();
    const closed = this.#closed;
    this.#closed = undefined;
    closed?.closeAllConnections();
    if (closed) await new Promise((resolve) => closed.close(resolve));
  }

  async stop(): Promise<void> {
    await this.calm();
    for (const server of this.#servers) server.close();
    await this.#store?.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #open(name: Endpoint, server: Server | RawServer): Promise<void> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#ports.set(name, (server.address() as AddressInfo).port);
    if (name !== 'closed') this.#servers.push(server);
  }

  /** A certificate is made on the spot: a key in a repository looks like a lost one. */
  async #openSecure(): Promise<void> {
    const [key, cert] = [join(this.#folder, 'key.pem'), join(this.#folder, 'cert.pem')];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '1', '-subj', '/CN=clinic.example', '-keyout', key, '-out', cert],
    ]);
    if (made.status !== 0) {
      this.withoutTls = 'no openssl here to make a certificate';
      return;
    }
    const options = { key: await readFile(key), cert: await readFile(cert) };
    await this.#open('tls', createSecureServer(options, this.#serve) as unknown as Server);
  }

  #serve: RequestListener = (request, response) => {
    this.#route(request, response).catch((error: unknown) => {
      // A visitor who goes away in the middle of a request is part of the matrix.
      if (!request.destroyed && !response.destroyed) throw error;
    });
  };

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', this.origin);
    const [, id, what] = /^\/s\/([^/]+)\/(.*)$/.exec(pathname) ?? [];
    const scenario = id ? this.#scenarios.get(id) : undefined;
    if (scenario?.plan.fresh && request.method === 'GET') response.shouldKeepAlive = false;
    if (!scenario) return this.#file(pathname, response);
    switch (what) {
      case '':
        return void send(response, 200, pageOf(scenario), {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policyOf(scenario),
        });
      case 'leads':
      case 'moved':
        return this.#endpoint(scenario, request, response);
      case 'token':
        return typeof scenario.plan.token === 'number'
          ? void send(response, scenario.plan.token, '')
          : void send(response, 200, scenario.plan.token ?? '', { 'content-type': 'text/plain' });
      case 'library.js':
        if (scenario.plan.script === 'held') await scenario.held;
        if (scenario.plan.script === 'missing') return void send(response, 404, '');
        return this.#file('/cdn/clinic-elements.js', response);
      default:
        // The library's later files lie beside it.
        return this.#file(`/cdn/${what}`, response);
    }
  }

  async #endpoint(
    scenario: Scenario,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { plan } = scenario;
    const abroad =
      request.headers.origin !== undefined &&
      request.headers.origin !== `http://${request.headers.host}`;
    if (abroad && !plan.withoutCors) response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'OPTIONS') {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', 'content-type');
      if (plan.slowPreflight) await sleep(plan.slowPreflight);
      return void send(response, plan.preflight ?? 204, '');
    }
    if (request.method !== 'POST') return void send(response, 405, '');
    const answers = plan.answers ?? [healthy];
    const answer = answers[Math.min(scenario.posts++, answers.length - 1)]!;
    const body = await textOf(request);
    scenario.arrived.push({ at: performance.now(), body, headers: request.headers });
    await answer(new Exchange(scenario, request, response, body));
  }

  /** The library's files, the probe, and a page to go to. */
  async #file(path: string, response: ServerResponse): Promise<void> {
    if (path === '/elsewhere-later') await sleep(1_500);
    if (path.startsWith('/elsewhere') || path === '/thank-you/' || path === '/login')
      return void send(
        response,
        200,
        `<!doctype html><html lang="en"><title>Elsewhere</title><p>Hello`,
        {
          'content-type': 'text/html',
        },
      );
    const file = path === '/probe.js' ? 'test/faults/support/page-probe.js' : `dist${path}`;
    try {
      const content = await readFile(join(root, file));
      send(response, 200, content, {
        'content-type': extname(file) === '.css' ? 'text/css' : 'text/javascript',
        'cache-control': 'max-age=600',
      });
    } catch {
      send(response, 404, '');
    }
  }

  /** Lets the example clinic's own API answer, as it does forms that the browser posts by itself. */
  readonly clinic: Answer = async ({ scenario, request, response, body }) => {
    const api = createLeadApi({
      store: this.#store!,
      proofOfWork: new ProofOfWork(),
      clinic: { name: 'Example Clinic', phone: PHONE, phoneHref: 'tel:+12105550142' },
    });
    const address = `http://${request.headers.host}/`;
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
    );
    const answer = await api.fetch(new Request(address, { method: 'POST', headers, body }));
    scenario.answered.push(performance.now());
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  };
}

/** The clinic's number on the pages. */
export const PHONE = '(210) 555-0142';

export const healthy: Answer = (exchange) => exchange.receipt();

/** Answers with a status and nothing else of use; the lead is not kept. */
export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (exchange) =>
    exchange.reply(code, body, headers);

export const html = (code: number): Answer =>
  status(code, { 'content-type': 'text/html' }, '<!doctype html><h1>Welcome to our Wi-Fi</h1>');

/** Waits for `Scenario.release` first. */
export const held =
  (answer: Answer = healthy): Answer =>
  async (exchange) => {
    await exchange.scenario.held;
    await answer(exchange);
  };

/** Keeps the lead and answers late, so that nobody has an answer who leaves at once. */
export const slowly: Answer = async (exchange) => {
  exchange.store();
  await sleep(300);
  exchange.receipt();
};

/** Keeps the lead and never answers. */
export const silent: Answer = (exchange) => exchange.store();

function send(
  response: ServerResponse,
  code: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(code, headers);
  response.end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The strictest policy that the elements promise to work under, with the endpoint let in. */
function policyOf({ plan, action }: Scenario): string {
  const { origin } = new URL(action);
  const directives = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'connect-src': `'self' ${origin}`,
    'form-action': `'self' ${origin}`,
    'base-uri': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'lit-html',
    ...plan.csp,
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
