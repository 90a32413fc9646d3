import { parse, type MemberNode, type ValueNode } from '@humanwhocodes/momoa';
import { onOneLine } from './words.js';

/** A place in a text. Both count from 1, the column in UTF-16 units. */
export interface Spot {
  line: number;
  column: number;
}

/** Where a text stops being JSON. */
export interface Break extends Spot {
  /** The line, as much of it as is near; with the one before it where the fault may be at its end. */
  words: string;
}

/** What JSON says, or where it breaks off. */
export type JsonReading =
  { value: unknown; broken?: undefined } | { value?: undefined; broken: Break };

/* Characters of a line before a break, and after it. */
const NEAR = 60;

/** What a text says as JSON. */
export function readJson(text: string): JsonReading {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { broken: breakOf(text, error as Error) };
  }
}

/** A sentence to follow "This is no JSON". */
export const brokenWords = ({ words }: Break): string =>
  words ? `It breaks at “${words}”.` : 'Nothing is in it.';

/**
 * Where a value begins, as near as can be said.
 *
 * @param path - `places[0].hours`
 */
export function spotInJson(json: string, path: string): Spot {
  const body = bodyOf(json);
  return body ? nodeAt(body, path).loc.start : { line: 1, column: 1 };
}

function bodyOf(json: string): ValueNode | undefined {
  try {
    return parse(json).body;
  } catch {
    // No JSON, or nested deeper than the parser follows.
    return undefined;
  }
}

/** The paths of names that an object has twice: `JSON.parse` keeps the last one in silence. */
export function repeatedIn(json: string): string[] {
  const found: string[] = [];
  const todo: [path: string, node: ValueNode][] = [];
  const body = bodyOf(json);
  if (body) todo.push(['', body]);
  for (let next; (next = todo.pop());) {
    const [path, node] = next;
    if (node.type === 'Array')
      node.elements.forEach(({ value }, index) => todo.push([`${path}[${index}]`, value]));
    if (node.type !== 'Object') continue;
    const seen = new Set<string>();
    for (const member of node.members) {
      const name = nameOf(member);
      const inside = path ? `${path}.${name}` : name;
      if (seen.has(name)) found.push(inside);
      seen.add(name);
      todo.push([inside, member.value]);
    }
  }
  return found;
}

const nameOf = ({ name }: MemberNode): string => ('value' in name ? name.value : name.name);

/** A place in a text that begins somewhere in a longer one. */
export const spotFrom = (start: Spot, { line, column }: Spot): Spot => ({
  line: line + start.line - 1,
  column: line === 1 ? column + start.column - 1 : column,
});

function nodeAt(top: ValueNode, path: string): ValueNode {
  let at = top;
  for (const [step] of path.matchAll(/[^.[\]]+/g)) {
    const next: ValueNode | undefined =
      at.type === 'Object'
        ? at.members.findLast((member) => nameOf(member) === step)?.value
        : at.type === 'Array'
          ? at.elements[Number(step)]?.value
          : undefined;
    if (!next) break;
    at = next;
  }
  return at;
}

function breakOf(text: string, { message }: Error): Break {
  let offset: number | undefined;
  try {
    parse(text);
  } catch (error) {
    ({ offset } = error as { offset?: number });
  }
  // A line break within quotes is none to it, and it gives up on what is very deep. Node often says where, too.
  offset ??= Number(/ position (\d+)/.exec(message)?.[1] ?? 0);
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|[\n\r]/);
  const start = before
    .slice(-NEAR)
    .trimEnd()
    .split(/[\n\r]/)
    .at(-1)!;
  const gap = before.slice(before.trimEnd().length);
  const [rest] = text.slice(offset, offset + NEAR).split(/[\n\r]/);
  return {
    line: lines.length,
    column: lines.at(-1)!.length + 1,
    words: onOneLine(start + gap + rest).trim(),
  };
}
