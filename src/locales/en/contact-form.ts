/** The words that contact-form paints with, in English, the source for other languages. */
export const contactForm = {
  name: 'Full name',
  email: 'Email',
  phone: 'Phone',
  message: 'How can we help?',
  optional: '(optional)',
  privacy: 'Please do not include medical details.',
  send: 'Send message',
  unreachable:
    'There is no connection. Your message is still here: send it again later, or call us.',
  thanks: 'Thank you',
  thanksText: 'Your message has arrived. We will be in touch.',
  reference: (receipt: string) => `Your reference is ${receipt}.`,
};
