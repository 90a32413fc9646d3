import { version } from './version.js';
import { warn } from './warn.js';

/** A class of ours says its version; another's may not. */
type Versioned = CustomElementConstructor & { version?: string };

/**
 * Whether `tag` may be defined now. Guards every `define.ts`, because a second `customElements.define`
 * of one name throws and would take the rest of the bundle with it.
 *
 * False where there is no registry (Node), and where the tag is taken: another copy's version is then
 * named in a warning and the first definition stays.
 */
export function isUnclaimed(tag: string, elementClass: CustomElementConstructor): boolean {
  if (typeof customElements === 'undefined') return false;
  const holder: Versioned | undefined = customElements.get(tag);
  if (!holder) return true;
  if (holder !== elementClass) {
    warn(tag, `defined by ${holder.version ?? 'other code'}; ${version} keeps out: load one copy.`);
  }
  return false;
}
