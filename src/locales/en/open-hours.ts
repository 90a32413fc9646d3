/** The words of open-hours in English, the source that other languages are typed against. */
export const openHours = {
  caption: 'Opening hours',
  today: 'Today',
  closed: 'Closed',
  allDay: 'Open 24 hours',
  /** Read out for the dash between two times, or two days. */
  to: 'to',
  holidays: 'Holidays',
};
