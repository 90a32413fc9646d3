/** The words of provider-card in English, the source that other languages are typed against; they load later. */
export const providerCard = {
  yes: 'Accepting new patients',
  no: 'Not accepting new patients',
  waitlist: 'Waitlist for new patients',
  referral: 'New patients by referral',
  specialties: 'Specialties',
  languages: 'Languages',
  locations: 'Locations',
  npi: 'NPI',
  book: 'Book a visit',
  bookWith: (name: string) => `Book a visit with ${name}`,
};
