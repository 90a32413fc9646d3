/**
 * The words of medical-disclaimer in English, the source that other languages are typed against. `number` is a
 * phone number, and stands in the sentence once; it becomes a link.
 */
export const medicalDisclaimer = {
  article:
    'This page is general information, not medical advice. It does not replace an examination by a clinician who knows you.',
  form: 'This form is not for emergencies or urgent questions: it may take time until somebody reads it. Writing to us does not make you a patient of the clinic.',
  checker:
    'This tool gives general information. It does not examine you, and it cannot tell what you have.',
  emergency: (number: string) => `If this may be an emergency, call ${number} now.`,
  /** Where the emergency number of the page's country is not known. */
  emergencyUnknown: 'If this may be an emergency, call your local emergency number now.',
  crisis: (number: string) => `In a mental health crisis, call or text ${number}, day or night.`,
};
