import type { Action, Outcome } from './tree.js';

const isEmergencyCall = (action: Action): boolean =>
  action.kind === 'call' && action.number === 'emergency';

/**
 * What can be done at an outcome, in the author's order; in an emergency with the call for it first, whether the
 * author wrote it or not, and once. Its words are ours there: nobody has time for others.
 */
export function actionsOf({ actions, level }: Outcome): readonly Action[] {
  if (level !== 'emergency') return actions;
  const others = actions.filter((each) => !isEmergencyCall(each));
  return [{ kind: 'call', number: 'emergency' }, ...others];
}

/** What a page must have for all that a tree's outcomes offer. */
export function needsOf(outcomes: Iterable<Outcome>): { clinicNumber: boolean; form: boolean } {
  const actions = [...outcomes].flatMap((outcome) => outcome.actions);
  return {
    clinicNumber: actions.some((each) => each.kind === 'call' && each.number === 'clinic'),
    form: actions.some(({ kind }) => kind === 'form'),
  };
}
