import {
  checkLead,
  LEAD_LIMITS,
  rejectionFor,
  safeFieldName,
  TRAP_INPUT,
  type Lead,
  type LeadRejection,
} from '../../leads/lead.js';
import { newLeadId } from '../../leads/id.js';
import type { FormPost, Transport } from '../../leads/transports/transport.js';
import { controlsOf, labelOf, type Control } from './form-controls.js';

/** A form's answers, as they stood when Send was pressed. */
export interface Answers {
  fields: Record<string, string | string[]>;
  files: [name: string, file: File][];
  /** The trap field was filled in. */
  trap: boolean;
}

/** Sorts what a form holds: words, files, and the trap. */
export function answersIn(data: FormData): Answers {
  const answers: Answers = {
    fields: Object.create(null) as Answers['fields'],
    files: [],
    trap: false,
  };
  for (const [name, value] of data) {
    if (typeof value !== 'string') {
      // A file field that was left alone holds one file without a name.
      if (value.name || value.size) answers.files.push([name, value]);
    } else if (name === TRAP_INPUT) answers.trap = value !== '';
    else {
      const key = safeFieldName(name);
      const before = answers.fields[key];
      answers.fields[key] = before === undefined ? value : [before, value].flat();
    }
  }
  return answers;
}

/** A message that Send was pressed for. */
export interface Sending {
  form: HTMLFormElement;
  lead: Lead;
  answers: Answers;
  action: URL;
  transport: Transport | (FormPost & Partial<Transport>);
  /** What the endpoint calls the lead's attribution. */
  attributionNames: Record<string, string>;
}

/** The answers as one string: two messages with the same one are the same message. */
export function fingerprint({ fields, files }: Answers): string {
  return JSON.stringify([
    fields,
    files.map(([name, { name: file, size, lastModified }]) => [name, file, size, lastModified]),
  ]);
}

/** Answers that no lead has room for, where the author's `maxlength` did not say so, as problems to show. */
export function tooLongIn(
  form: HTMLFormElement,
  { fields }: Answers,
  say: (label: string, most: number) => string,
): { control: Control | undefined; message: string }[] {
  const { value: most } = LEAD_LIMITS;
  const isTooLong = (value: string) => [...value].length > most;
  return Object.entries(fields)
    .filter(([, values]) => [values].flat().some(isTooLong))
    .map(([field]) => {
      const control = controlsOf(form).find(({ name }) => safeFieldName(name) === field);
      return { control, message: say(control ? labelOf(control) : field, most) };
    });
}

/** What a lead says beside the answers. */
export type LeadContext = Pick<
  Lead,
  'form' | 'consents' | 'attribution' | 'signals' | 'page' | 'submittedAt'
>;

/**
 * Makes a lead of answers, or says what keeps them from being one. `id` is put in anew for each message.
 */
export function leadOf(answers: Answers, context: LeadContext): Lead | LeadRejection {
  // A form of files alone is a message too, but a lead needs a word.
  const fields = Object.values(answers.fields).flat().some(Boolean)
    ? answers.fields
    : {
        ...answers.fields,
        ...Object.fromEntries(answers.files.map(([name, file]) => [name, file.name])),
      };
  const checked = checkLead({ id: newLeadId(), ...context, fields });
  return checked.ok ? checked.lead : rejectionFor(checked.errors);
}

/** What the visitor wrote, a line for each answer with the words beside its field, to keep or to read out. */
export function wordsIn(form: HTMLFormElement): string {
  const data = new FormData(form);
  const lines = new Map<string, string>();
  for (const control of controlsOf(form)) {
    const { name, type } = control;
    if (!name || name === TRAP_INPUT || type === 'hidden' || lines.has(name)) continue;
    const values = data
      .getAll(name)
      .map((value) => (typeof value === 'string' ? value : value.name))
      .filter(Boolean);
    if (values.length) lines.set(name, `${labelOf(control)}: ${values.join(', ')}`);
  }
  return [...lines.values()].join('\n');
}
