import { parseMendedJson } from '../foundation/mended-json.js';
import { readBytes } from '../foundation/read-text.js';
import { safeResource } from '../foundation/safe-url.js';
import { timeLimit } from '../foundation/time-limit.js';
import { parseTree, type TreeProblem } from './parse-tree.js';
import type { Tree } from './tree.js';

/** Why a tree could not be had. */
export type TreeErrorCode =
  'bad-address' | 'http' | 'network' | 'not-a-tree' | 'not-json' | 'timeout' | 'too-large';

/** Thrown where a tree could not be had. */
export class TreeError extends Error {
  constructor(
    readonly code: TreeErrorCode,
    /** The HTTP status, where there was one. */
    readonly status?: number,
    /** What is wrong with the tree itself. */
    readonly problems: readonly TreeProblem[] = [],
  ) {
    super(code);
  }
}

/* In milliseconds. */
const TIME_LIMIT = 10_000;
/* In bytes. */
const SIZE_LIMIT = 1_000_000;

/**
 * Fetches a tree of at most 1 MB, without cookies.
 *
 * @param src - as the author wrote it; http(s), absolute or relative to `base`
 * @throws TreeError with the reason, within 10 seconds; AbortError where `signal` fired
 */
export async function loadTree(src: string, base: string, signal: AbortSignal): Promise<Tree> {
  signal.throwIfAborted();
  const url = safeResource(src, base);
  if (!url) throw new TreeError('bad-address');
  const limit = timeLimit(TIME_LIMIT, signal);
  try {
    const response = await fetch(url, { signal: limit.signal, credentials: 'omit' });
    if (!response.ok) throw new TreeError('http', response.status);
    const bytes = await readBytes(response, SIZE_LIMIT);
    if (!bytes) throw new TreeError('too-large');
    return treeFrom(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof TreeError || signal.aborted) throw error;
    throw new TreeError(limit.isOver() ? 'timeout' : 'network');
  } finally {
    limit.done();
  }
}

/**
 * The tree in a JSON text, or in what `JSON.parse` makes of one.
 *
 * @throws TreeError
 */
export function treeFrom(json: object | string): Tree {
  const { tree, problems } = parseTree(typeof json === 'string' ? parsed(json) : json);
  if (!tree) throw new TreeError('not-a-tree', undefined, problems);
  return tree;
}

function parsed(text: string): unknown {
  try {
    return parseMendedJson(text);
  } catch {
    throw new TreeError('not-json');
  }
}
