/** Loads parseInternational, about 35 KB for the plans of all countries. */
export const loadInternational = (): Promise<typeof import('./international.js')> =>
  import('./international.js');
