import { TAKEN, TREE_LIMITS } from '../tree-limits.js';

/* What a number after it may take: `-99999`. */
const ROOM = 6;

/**
 * An id that a tree can have, made of a Questionnaire's.
 *
 * @param fallback - what it begins with where `raw` begins with no letter
 * @param taken - those that it must not be; it is added to them
 */
export function idFrom(raw: string, fallback: string, taken: Set<string>): string {
  const plain = raw.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const named = /^[A-Za-z]/.test(plain) ? plain : [fallback, plain].filter(Boolean).join('-');
  const base = named.slice(0, TREE_LIMITS.id - ROOM);
  let id = base;
  for (let count = 2; taken.has(id) || TAKEN.has(id); count++) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
