/** The words that contact-form needs once someone writes in it; they load with the code that sends. */
export const contactFormSending = {
  problem: 'There is a problem',
  missingName: 'Enter your full name',
  missingEmail: 'Enter an email address',
  missingPhone: 'Enter a phone number',
  missingMessage: 'Tell us how we can help',
  missingOther: (label: string) => `Fill in “${label}”`,
  missingChoice: (label: string) => `Choose “${label}”`,
  email: 'Enter an email address like name@example.com',
  url: 'Enter a web address like https://example.com',
  tooLong: (label: string, most: number) => `“${label}” can have at most ${most} characters`,
  didYouMean: (address: string) => `Did you mean ${address}?`,
  newTab: '(opens in a new tab)',
  sending: 'Sending your message…',
  slow: 'Still sending. Please keep this page open.',
  offline:
    'You are offline. Your message is still here and will be sent when there is a connection.',
  changed: 'Your message has arrived. What you changed while it was on its way has not been sent.',
  again: 'Send again',
  post: 'Send another way',
  copy: 'Copy my message',
  copied: 'Copied',
  noFiles: 'This form cannot send files. Take the file out and send the rest.',
  trap: 'Leave this field empty',
  unconfirmed:
    'We could not confirm that your message arrived. You can send it again: it will not be counted twice.',
  unconfirmedOnce:
    'We could not confirm that your message arrived. If you send it again, the clinic may get it twice.',
  failed: 'This form is not working right now. Your message has not been sent and is still here.',
  rejected: 'The clinic’s server could not accept this message. Check it and send it again.',
  call: 'You can also call',
};
