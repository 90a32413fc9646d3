import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/* What a phone's radio hands on at once. */
const PIECE = 4096;

/**
 * A slow line to a server of this machine: each request starts late, and all answers share the line. Chromium's own
 * emulation of one lets nothing through any more in one of some hundred page loads.
 */
export class SlowLine {
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((near) => void this.#carry(near));
  /** When the line has carried what it was given; of `performance.now()`. */
  #free = 0;

  private constructor(
    private readonly to: number,
    private readonly latency: number,
    private readonly rate: number,
  ) {}

  /**
   * @param to - the server's port
   * @param latency - in milliseconds
   * @param rate - in bytes per second, towards the browser
   */
  static async start(to: number, latency: number, rate: number): Promise<SlowLine> {
    const line = new SlowLine(to, latency, rate);
    await once(line.#server.listen(0, '127.0.0.1'), 'listening');
    return line;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  async #carry(near: Socket): Promise<void> {
    const far = connect(this.to, '127.0.0.1');
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => {
        this.#sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    try {
      await Promise.all([this.#ask(near, far), this.#answer(far, near)]);
    } catch {
      // one end is gone
    }
  }

  async #ask(near: Socket, far: Socket): Promise<void> {
    for await (const chunk of near) {
      await sleep(this.latency);
      far.write(chunk as Buffer);
    }
    far.end();
  }

  async #answer(far: Socket, near: Socket): Promise<void> {
    for await (const chunk of far) {
      for (let from = 0; from < (chunk as Buffer).length; from += PIECE) {
        const piece = (chunk as Buffer).subarray(from, from + PIECE);
        const now = performance.now();
        this.#free = Math.max(this.#free, now) + (piece.length / this.rate) * 1000;
        await sleep(this.#free - now);
        if (!near.write(piece)) await once(near, 'drain');
      }
    }
    near.end();
  }
}
