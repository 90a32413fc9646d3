/** The words of site-banner in English, the source that other languages are typed against. */
export const siteBanner = {
  /** Names of the region, by kind. */
  info: 'Announcement',
  closure: 'Closure notice',
  emergency: 'Emergency notice',
  dismiss: 'Dismiss',
};
