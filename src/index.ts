/**
 * The classes, events and types. Importing this registers nothing: import `clinic-elements/all`, or one
 * element such as `clinic-elements/article-card`, for that.
 */
export { CallStartEvent, type CallPlacement } from './calls/call-start.js';
export { ClinicElement } from './foundation/clinic-element.js';
export { LightElement } from './foundation/light-element.js';
export { registerLocale, type Locale, type Messages } from './foundation/locale.js';
export { version } from './foundation/version.js';
export { ActionLink, type ActionLinkVariant } from './elements/action-link/action-link.js';
export { ArticleCard, type ArticleCardLayout } from './elements/article-card/article-card.js';
export { ArticleContents } from './elements/article-contents/article-contents.js';
export { ArticleHero, type ArticleHeroLayout } from './elements/article-hero/article-hero.js';
export { CallCta } from './elements/call-cta/call-cta.js';
export { ClinicInfo } from './elements/clinic-info/clinic-info.js';
export { ClinicInfoErrorEvent, ClinicInfoLoadEvent } from './elements/clinic-info/events.js';
export { ClinicLocation } from './elements/clinic-location/clinic-location.js';
export { DirectionsOpenEvent, MapOpenEvent } from './elements/clinic-location/events.js';
export { ConditionChecker } from './elements/condition-checker/condition-checker.js';
export {
  CheckerErrorEvent,
  CheckerFinishEvent,
  CheckerStartEvent,
} from './elements/condition-checker/events.js';
export { ContactForm } from './elements/contact-form/contact-form.js';
export {
  ContactFailedEvent,
  ContactSentEvent,
  ContactSubmitEvent,
  type ContactFailure,
} from './elements/contact-form/events.js';
export type {
  ContactFieldChoice,
  ContactFieldOptions,
  ContactFields,
  ContactFieldType,
  ContactStepOptions,
} from './elements/contact-form/fields.js';
export { FaqList, type FaqItem } from './elements/faq-list/faq-list.js';
export {
  MedicalDisclaimer,
  type MedicalDisclaimerKind,
} from './elements/medical-disclaimer/medical-disclaimer.js';
export { ReviewStaleEvent } from './elements/medical-review/events.js';
export {
  MedicalReview,
  type MedicalReviewerType,
} from './elements/medical-review/medical-review.js';
export { OpenHours } from './elements/open-hours/open-hours.js';
export { PhoneNumber } from './elements/phone-number/phone-number.js';
export { ProviderCard, type Accepting } from './elements/provider-card/provider-card.js';
export { PostsErrorEvent, PostsLoadEvent } from './elements/related-posts/events.js';
export { RelatedPosts } from './elements/related-posts/related-posts.js';
export { BannerDismissEvent } from './elements/site-banner/events.js';
export { SiteBanner, type SiteBannerKind } from './elements/site-banner/site-banner.js';
export { SkipLink } from './elements/skip-link/skip-link.js';
export type {
  ClinicFacts,
  ClinicHours,
  Clinician,
  ClinicLinks,
  ClinicPlace,
  PostalAddress,
} from './clinic/facts.js';
export type { FactsErrorCode } from './clinic/load-facts.js';
export type { Consent, Lead, LeadPage, LeadSignals } from './leads/lead.js';
export type { FieldError, Parcel, Reply, Transport } from './leads/transports/transport.js';
export type { Post, PostImage, PostsErrorCode, PostsSource } from './posts/post.js';
