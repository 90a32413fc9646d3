import type { Text, Tree } from './tree.js';

/** A text of a tree that a visitor reads. */
export interface ShownText {
  text: Text;
  /** E.g. `questions.where.options[0].text`. */
  path: string;
  /** `question` is what is asked; `option` is in the visitor's own voice; `link` names a page. */
  role: 'question' | 'option' | 'link' | 'statement';
}

/** Every text that a visitor reads, in the order of the file. What is for the clinician alone is left out. */
export function shownTexts(tree: Tree): ShownText[] {
  const found: ShownText[] = [];
  const add = (path: string, text: Text | undefined, role: ShownText['role'] = 'statement') => {
    if (text) found.push({ path, text, role });
  };
  add('title', tree.title);
  add('intro', tree.intro);
  add('disclaimer', tree.disclaimer);
  for (const [id, question] of tree.questions) {
    const path = `questions.${id}`;
    add(`${path}.text`, question.text, 'question');
    add(`${path}.help`, question.help);
    add(`${path}.why`, question.why);
    if (question.kind === 'number') {
      add(`${path}.unit`, question.unit, 'option');
      continue;
    }
    for (const [index, { text, help }] of question.options.entries()) {
      add(`${path}.options[${index}].text`, text, 'option');
      add(`${path}.options[${index}].help`, help);
    }
  }
  for (const [id, { heading, body, actions, related }] of tree.outcomes) {
    const path = `outcomes.${id}`;
    add(`${path}.heading`, heading);
    add(`${path}.body`, body);
    for (const [index, action] of actions.entries())
      add(
        `${path}.actions[${index}].text`,
        action.text,
        action.kind === 'link' ? 'link' : 'statement',
      );
    for (const [index, { text }] of related.entries())
      add(`${path}.related[${index}].text`, text, 'link');
  }
  return found;
}
