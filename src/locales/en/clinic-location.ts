/** The words of clinic-location in English, the source that other languages are typed against. */
export const clinicLocation = {
  showMap: 'Show map',
  /** `host` is a site's name, e.g. `google.com`. */
  mapFrom: (host: string) => `The map comes from ${host}, which then sees your internet address.`,
  mapOf: (place: string) => (place ? `Map: ${place}` : 'Map'),
  mapLoading: 'Loading the map…',
  mapFailed: 'The map did not load.',
};
