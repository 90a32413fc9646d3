/** The words of condition-checker in English, the source that other languages are typed against. */
export const conditionChecker = {
  start: 'Start',
  next: 'Next',
  back: 'Back',
  skip: 'Skip this question',
  startAgain: 'Start again',
  /** `n` from 1. */
  question: (n: number) => `Question ${n}`,
  /** How many questions can still come, at most. */
  more: (n: number) => (n ? `at most ${n} more` : 'the last one'),
  why: 'Why we ask this',
  chooseOne: 'Choose one answer.',
  chooseMany: 'Choose all that apply.',
  choosePlace: 'Choose from the list, or on the picture.',
  /** The numbers are written as the language does. */
  range: (from: string, to: string) => `From ${from} to ${to}.`,
  oneNeeded: 'Choose an answer to go on.',
  manyNeeded: 'Choose at least one answer to go on.',
  numberNeeded: 'Enter a number to go on.',
  noNumber: 'Enter the number in digits, and nothing else.',
  outOfRange: (from: string, to: string) => `Enter a number from ${from} to ${to}.`,
  offStep: (step: string) => `Enter a number in steps of ${step}.`,
  front: 'Seen from the front',
  behind: 'Seen from behind',
  example: 'An example. It has not been reviewed for use: do not rely on it.',
  /** `reviewer` is a name, with credentials. */
  reviewed: (reviewer: string, day: string) => `Reviewed by ${reviewer} on ${day}`,
  expired: (day: string) =>
    `The review of this guide held until ${day}. It may not say what is known today.`,
  version: (version: string) => `version ${version}`,
  sources: 'Where this comes from',
  accessed: (day: string) => `read on ${day}`,
  emergencyLevel: 'Emergency',
  urgentLevel: 'Urgent',
  soonLevel: 'Soon',
  routineLevel: 'No hurry',
  selfLevel: 'What you can do yourself',
  callEmergency: (number: string) => `Call ${number} now`,
  /** Where the emergency number of the page's country is not known. */
  callEmergencyUnknown: 'Call your local emergency number now.',
  /** `number` is the clinic's. */
  callClinic: (number: string) => `Call us: ${number}`,
  writeToUs: 'Write to us',
  reading: 'To read',
  answers: 'Your answers',
  skipped: 'Skipped',
  change: 'Change',
  /** For those who do not see which question the button stands at. */
  changeOf: (question: string) => `Change your answer: ${question}`,
  handOver: 'Add your answers to your message?',
  handOverHint:
    'This is all that would be added. Change it as you like. Nothing is sent until you press Send in the form.',
  handOverText: 'Text for your message',
  add: 'Add to my message',
  without: 'No, just the form',
  noField: 'The form has no room for it. You can copy the text.',
  unavailable: 'This guide cannot be shown now.',
  paused: 'This guide is being reviewed again. Please call us instead.',
  again: 'Try again',
};
