import { html, nothing, type TemplateResult } from 'lit';
import type { ContactField } from './fields.js';

/** A question as it is shown. */
export interface Question {
  field: ContactField;
  label: string;
  hint: string | undefined;
  /** Said behind the label of what may stay empty; nothing where an answer is needed. */
  optional: string | undefined;
  /** Not asked for now. */
  hidden?: boolean;
}

/**
 * A question that is answered in a line or in free text, as far as it can be seen: label, hint, input. Its
 * limits, and when it is asked, come with the code that checks (form-questions.ts).
 */
export function lineOf({ field, label, hint, optional, hidden }: Question): TemplateResult {
  const { name, type, autocomplete } = field;
  const described = hint ? `${name}-hint` : nothing;
  // The template's own checker knows fewer types than HTML.
  const known = { type: type as 'text', autocomplete: (autocomplete ?? 'off') as 'off' };
  return html`<div part="field" ?hidden=${hidden}>
    <label for=${name}
      >${label}${' '}${optional ? html`<span class="optional">${optional}</span>` : nothing}</label
    >
    ${hint ? html`<p class="hint" id=${described}>${hint}</p>` : nothing}
    ${
      type === 'textarea'
        ? html`<textarea
            id=${name}
            name=${name}
            ?required=${!optional}
            aria-describedby=${described}
          ></textarea>`
        : html`<input
            id=${name}
            name=${name}
            type=${known.type}
            autocomplete=${known.autocomplete}
            ?required=${!optional}
            aria-describedby=${described}
          />`
    }
  </div>`;
}

/** A name as people write it: 'preferred_day' reads 'Preferred day'. */
export function spaced(name: string): string {
  const text = name.replace(/[._-]+/g, ' ');
  return text[0]!.toUpperCase() + text.slice(1);
}
