/** The words of call-cta in English, the source that other languages are typed against. */
export const callCta = {
  sms: 'Text us',
  whatsapp: 'WhatsApp',
  copy: 'Copy number',
  copied: 'Copied',
};
