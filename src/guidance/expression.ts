/**
 * The conditions of a decision tree, e.g. `legs has "weakness" and (age >= 50 or flag(fever))`: text that a
 * clinician reads, no code that runs.
 *
 *     or          = and *( "or" and )
 *     and         = not *( "and" not )
 *     not         = [ "not" ] term
 *     term        = "(" or ")" / answered / flag / comparison
 *     answered    = "answered" "(" question ")"
 *     flag        = "flag" "(" red-flag ")"
 *     comparison  = question "has" option / question "in" "(" option *( "," option ) ")"
 *                 / question ( "==" / "!=" ) option
 *                 / ( question / "count" "(" question ")" ) ( "==" / "!=" / "<" / "<=" / ">" / ">=" ) number
 *
 * An option stands in quotes. `not` binds closest, then `and`, then `or`.
 */
export type Expression =
  | { kind: 'and' | 'or'; parts: readonly Expression[] }
  | { kind: 'not'; part: Expression }
  /** What was chosen in `one` or `region`. */
  | { kind: 'in'; question: string; options: readonly string[]; negated: boolean }
  /** Whether it is among what was chosen in `many`. */
  | { kind: 'has'; question: string; option: string }
  /** A number, or how many were chosen in `many`. */
  | { kind: 'compare'; question: string; count: boolean; operator: Operator; value: number }
  | { kind: 'answered'; question: string }
  | { kind: 'flag'; flag: string };

export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** Why a text is no condition. */
export class ExpressionError extends Error {
  /** @param at - the character where it stops being one, from 0 */
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** What a condition may hold at most. */
export const EXPRESSION_LIMITS = { length: 1000, depth: 20 } as const;

interface Token {
  kind: 'word' | 'text' | 'number' | 'sign' | 'end';
  value: string;
  at: number;
}

const TOKEN =
  /\s*(?:(?<word>[A-Za-z][\w-]*)|(?<text>"[^"]*"|'[^']*'|“[^”]*”)|(?<number>-?\d+(?:\.\d+)?)|(?<sign>[=!<>]=|[<>(),]))/uy;
const RESERVED = new Set(['and', 'or', 'not', 'in', 'has', 'answered', 'flag', 'count']);

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const token = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  while (token.lastIndex < end) {
    const from = token.lastIndex;
    const groups = token.exec(text)?.groups;
    if (!groups)
      throw new ExpressionError(`"${text.slice(from).trim()[0]}" has no meaning here`, from);
    const [kind, value] = Object.entries(groups).find(([, found]) => found !== undefined) as [
      Token['kind'],
      string,
    ];
    tokens.push({
      kind,
      value: kind === 'text' ? value.slice(1, -1) : value,
      at: token.lastIndex - value.length,
    });
  }
  return [...tokens, { kind: 'end', value: 'the end', at: end }];
}

/**
 * The condition that a text says.
 *
 * @throws ExpressionError where it says none
 */
export function parseExpression(text: string): Expression {
  if (text.length > EXPRESSION_LIMITS.length)
    throw new ExpressionError(`A condition has at most ${EXPRESSION_LIMITS.length} characters`, 0);
  const tokens = tokensOf(text);
  let index = 0;
  let depth = 0;

  const peek = (): Token => tokens[index]!;
  const fail = (wanted: string): never => {
    const { value, at } = peek();
    throw new ExpressionError(`Expected ${wanted}, found ${value}`, at);
  };
  const next = (kind: Token['kind'], wanted: string): string => {
    const token = peek();
    if (token.kind !== kind) fail(wanted);
    index++;
    return token.value;
  };
  /** Takes a word or sign if it is the next one. */
  const take = (value: string): boolean => {
    const token = peek();
    const found = token.value === value && (token.kind === 'word' || token.kind === 'sign');
    if (found) index++;
    return found;
  };
  const need = (value: string): void => {
    if (!take(value)) fail(value);
  };
  const name = (what: string): string => {
    if (RESERVED.has(peek().value)) fail(`the id of a ${what}`);
    return next('word', `the id of a ${what}`);
  };
  const inBrackets = (what: string): string => {
    need('(');
    const id = name(what);
    need(')');
    return id;
  };

  const chain = (kind: 'and' | 'or', part: () => Expression): Expression => {
    const parts = [part()];
    while (take(kind)) parts.push(part());
    return parts.length === 1 ? parts[0]! : { kind, parts };
  };
  const or = (): Expression => chain('or', and);
  const and = (): Expression => chain('and', not);
  const not = (): Expression => {
    if (++depth > EXPRESSION_LIMITS.depth)
      throw new ExpressionError(`Nested more than ${EXPRESSION_LIMITS.depth} deep`, peek().at);
    const result: Expression = take('not') ? { kind: 'not', part: not() } : term();
    depth--;
    return result;
  };
  const term = (): Expression => {
    if (take('(')) {
      const inside = or();
      need(')');
      return inside;
    }
    if (take('answered')) return { kind: 'answered', question: inBrackets('question') };
    if (take('flag')) return { kind: 'flag', flag: inBrackets('red flag') };
    if (take('count')) return comparison(inBrackets('question'), true);
    return comparison(name('question'), false);
  };
  const comparison = (question: string, count: boolean): Expression => {
    if (!count && take('has'))
      return { kind: 'has', question, option: next('text', 'an option in quotes') };
    if (!count && take('in')) {
      need('(');
      const options: string[] = [];
      do options.push(next('text', 'an option in quotes'));
      while (take(','));
      need(')');
      return { kind: 'in', question, options, negated: false };
    }
    const sign = peek();
    if (sign.kind !== 'sign' || /^[(),]$/.test(sign.value))
      fail(count ? 'a comparison with a number' : '"has", "in" or a comparison');
    index++;
    const operator = sign.value as Operator;
    if (!count && peek().kind === 'text' && /^[=!]=$/.test(operator))
      return { kind: 'in', question, options: [next('text', '')], negated: operator === '!=' };
    const value = Number(next('number', 'a number'));
    return { kind: 'compare', question, count, operator, value };
  };

  const result = or();
  if (peek().kind !== 'end') fail('"and", "or" or the end');
  return result;
}

/** A condition as text again, in the grammar's own form. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts
        .map((part) =>
          part.kind === 'or' || part.kind === expression.kind
            ? `(${expressionText(part)})`
            : expressionText(part),
        )
        .join(` ${expression.kind} `);
    case 'not': {
      const inside = expressionText(expression.part);
      return /^(?:and|or)$/.test(expression.part.kind) ? `not (${inside})` : `not ${inside}`;
    }
    case 'in': {
      const { question, options, negated } = expression;
      const quoted = options.map((option) => `"${option}"`);
      if (options.length === 1) return `${question} ${negated ? '!=' : '=='} ${quoted[0]}`;
      return `${question} in (${quoted.join(', ')})`;
    }
    case 'has':
      return `${expression.question} has "${expression.option}"`;
    case 'compare': {
      const { question, count, operator, value } = expression;
      return `${count ? `count(${question})` : question} ${operator} ${value}`;
    }
    case 'answered':
      return `answered(${expression.question})`;
    case 'flag':
      return `flag(${expression.flag})`;
  }
}

/** What a condition is about; each part of it that names a question or a red flag. */
export type Leaf = Exclude<Expression, { kind: 'and' | 'or' | 'not' }>;

/** The parts of a condition that name something, in order. */
export function leavesOf(expression: Expression): Leaf[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.flatMap(leavesOf);
    case 'not':
      return leavesOf(expression.part);
    default:
      return [expression];
  }
}

const COMPARE: Record<Operator, (left: number, right: number) => boolean> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** What a condition asks about a walk. */
export interface Known {
  /** What was answered on the way; undefined where nothing was. */
  answer: (question: string) => string | readonly string[] | number | undefined;
  flagged: (flag: string) => boolean;
}

/** Whether a condition holds. A comparison with a question that was not answered does not. */
export function holds(expression: Expression, known: Known): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.parts.every((part) => holds(part, known));
    case 'or':
      return expression.parts.some((part) => holds(part, known));
    case 'not':
      return !holds(expression.part, known);
    case 'flag':
      return known.flagged(expression.flag);
    default: {
      const answer = known.answer(expression.question);
      return answer !== undefined && fulfils(answer, expression);
    }
  }
}

function fulfils(
  answer: string | readonly string[] | number,
  expression: Exclude<Leaf, { kind: 'flag' }>,
): boolean {
  switch (expression.kind) {
    case 'answered':
      return true;
    case 'in':
      return (
        typeof answer === 'string' && expression.options.includes(answer) !== expression.negated
      );
    case 'has':
      return Array.isArray(answer) && answer.includes(expression.option);
    case 'compare': {
      const left = expression.count && Array.isArray(answer) ? answer.length : answer;
      return typeof left === 'number' && COMPARE[expression.operator](left, expression.value);
    }
  }
}
