import { jsonFrom, loadJson, type JsonErrorCode } from '../foundation/load-json.js';
import { safeResource } from '../foundation/safe-url.js';
import { parseTree, type TreeProblem } from './parse-tree.js';
import type { Tree } from './tree.js';

/** Why a tree could not be had. */
export type TreeErrorCode = JsonErrorCode | 'bad-address' | 'not-a-tree';

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

/**
 * Fetches a tree of at most 1 MB, without cookies.
 *
 * @param src - as the author wrote it; http(s), absolute or relative to `base`
 * @throws TreeError with the reason, within 10 seconds; AbortError where `signal` fired
 */
export async function loadTree(src: string, base: string, signal: AbortSignal): Promise<Tree> {
  const url = safeResource(src, base);
  if (!url) throw new TreeError('bad-address');
  const { json } = await loadJson(url, signal, TreeError, { credentials: 'omit' });
  return treeFrom(json);
}

/**
 * The tree in a JSON text, or in what `JSON.parse` makes of one.
 *
 * @throws TreeError
 */
export function treeFrom(json: unknown): Tree {
  const { tree, problems } = parseTree(typeof json === 'string' ? jsonFrom(json, TreeError) : json);
  if (!tree) throw new TreeError('not-a-tree', undefined, problems);
  return tree;
}
