/** The words of what clinic-location makes, in English; they load with the code that makes it. */
export const clinicLocationParts = {
  hours: 'Hours',
  directions: 'Directions',
  directionsTo: (place: string) => `Directions to ${place}`,
  fax: 'Fax',
  tty: 'TTY',
  email: 'Email',
  parking: 'Parking',
  transit: 'Public transit',
  accessibility: 'Accessibility',
};
