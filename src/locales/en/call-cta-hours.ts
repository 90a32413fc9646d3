/**
 * What call-cta and open-hours say of the clinic's state. `time` is a time of day such as `5 PM`; `hour` is its
 * hour from 0 to 23, for languages whose grammar needs it; `day` is a weekday or a date; `label` is a holiday's
 * name, or empty. They load with the code that reads hours.
 */
export const callCtaHours = {
  open: (label: string) => (label ? `Open on ${label}` : 'Open now'),
  openingSoon: 'Opening soon',
  closed: (label: string) => (label ? `Closed for ${label}` : 'Closed now'),
  until: (time: string, _hour: number) => `Until ${time}`,
  untilDay: (day: string, time: string, _hour: number) => `Until ${day} at ${time}`,
  always: 'Day and night',
  opensAt: (time: string, _hour: number) => `Opens at ${time}`,
  opensTomorrow: (time: string, _hour: number) => `Opens tomorrow at ${time}`,
  opensDay: (day: string, time: string, _hour: number) => `Opens ${day} at ${time}`,
};
