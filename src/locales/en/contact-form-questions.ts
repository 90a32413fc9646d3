/** Fields and choices whose English is their own name, with a capital: other languages need a word. */
const named = {} as Record<
  | 'first-name'
  | 'last-name'
  | 'location'
  | 'insurance'
  | 'morning'
  | 'afternoon'
  | 'evening'
  | 'yes'
  | 'no',
  string
>;

/** The words of a form that asks more than the usual questions. They load with the code that asks. */
export const contactFormQuestions = {
  ...named,
  reason: 'Reason for your visit',
  date: 'Preferred day',
  time: 'Preferred time',
  'contact-method': 'How should we contact you?',
  text: 'Text message',
  'new-patient': 'Is this your first visit?',
  zip: 'ZIP code',
  choose: 'Please choose',
  clinic: 'this clinic',
  consent: (clinic: string) => `I agree that ${clinic} may use what I wrote to answer me.`,
  'consent-contact': (clinic: string) =>
    `I agree that ${clinic} may contact me about this request.`,
  'consent-sms': (clinic: string) =>
    `I agree to automated text messages from ${clinic} about appointments and services, at the number I gave. Message frequency varies. Message and data rates may apply. Reply STOP to stop, HELP for help. Not a condition of care.`,
  'consent-call': (clinic: string) =>
    `I agree to automated or recorded calls from ${clinic} about appointments and services, at the number I gave. Call frequency varies. I can ask to stop at any time. Not a condition of care.`,
  'consent-newsletter': (clinic: string) =>
    `I agree to get news from ${clinic} by email. I can stop it at any time.`,
  step: (step: number, steps: number) => `Step ${step} of ${steps}`,
  next: 'Continue',
  back: 'Back',
};
