import type { html as litHtml, TemplateResult } from 'lit';

/** A way through nested templates and their gaps, with the strings that it comes to. */
class Shape extends Map<TemplateStringsArray | boolean, Shape> {
  strings?: TemplateStringsArray;

  then(step: TemplateStringsArray | boolean): Shape {
    const known = this.get(step) ?? new Shape();
    this.set(step, known);
    return known;
  }
}

const shapes = new Shape();

const isTemplate = (value: unknown): value is TemplateResult =>
  !!(value as Partial<TemplateResult> | undefined)?.strings;

/**
 * One template of a template and those nested in it, without the places that hold `undefined`: a page with
 * a thousand cards pays for each template, not for each part. Another shape makes the markup anew, so what
 * may change by itself stays a template of its own, in a function.
 */
export function oneTemplate(html: typeof litHtml, result: TemplateResult): TemplateResult {
  const values: unknown[] = [];
  const shape = walk(result, shapes, values);
  if (!shape.strings) {
    const strings = joined(result);
    // As Lit's own static templates do: it takes strings for a template's by their "raw".
    shape.strings = Object.assign(strings, { raw: strings });
  }
  return html(shape.strings, ...values);
}

function walk({ strings, values }: TemplateResult, from: Shape, found: unknown[]): Shape {
  let shape = from.then(strings);
  for (const value of values) {
    if (isTemplate(value)) {
      shape = walk(value, shape, found);
    } else {
      shape = shape.then(value === undefined);
      if (value !== undefined) found.push(value);
    }
  }
  return shape;
}

function joined({ strings, values }: TemplateResult): string[] {
  const all = [''];
  strings.forEach((text, index) => {
    all.push((all.pop() ?? '') + text);
    const value = values[index];
    if (isTemplate(value)) {
      const [first = '', ...rest] = joined(value);
      all.push((all.pop() ?? '') + first, ...rest);
    } else if (index < values.length && value !== undefined) {
      all.push('');
    }
  });
  return all;
}
