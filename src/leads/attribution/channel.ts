/** How a visit came about. */
export type Channel =
  | 'paid search'
  | 'paid social'
  | 'paid other'
  | 'organic'
  | 'social'
  | 'email'
  | 'ai assistant'
  | 'referral'
  | 'other'
  | 'direct';

/**
 * Where visits come from: hosts (their subdomains too) and what campaigns call them in `utm_source`. The
 * first kind that knows a host has it: `gemini.google.com` is an assistant, `google.com` a search engine.
 */
const KINDS: readonly (readonly [Channel, names: string])[] = [
  [
    'ai assistant',
    'chatgpt.com chat.openai.com openai.com openai chatgpt perplexity.ai perplexity claude.ai claude ' +
      'gemini.google.com gemini copilot.microsoft.com copilot copilot.com meta.ai you.com poe.com ' +
      'chat.deepseek.com deepseek grok.com chat.mistral.ai mistral phind.com',
  ],
  [
    'email',
    'mail.google.com com.google.android.gm mail.yahoo.com outlook.live.com outlook.office.com ' +
      'outlook.office365.com mail.aol.com mail.proton.me icloud.com mailchimp mailchi.mp campaign-archive.com ' +
      'constantcontact klaviyo newsletter email',
  ],
  [
    'social',
    'facebook.com facebook fb fb.com fb.me messenger.com instagram.com instagram ig threads.net threads.com ' +
      'twitter.com twitter t.co x.com com.twitter.android linkedin.com lnkd.in linkedin com.linkedin.android ' +
      'youtube.com youtu.be youtube tiktok.com tiktok pinterest.com pin.it pinterest reddit.com reddit ' +
      'com.reddit.frontpage snapchat.com snapchat nextdoor.com nextdoor whatsapp.com whatsapp wa.me ' +
      'telegram.org t.me bsky.app mastodon.social quora.com tumblr.com vk.com com.facebook.katana meta',
  ],
  [
    'organic',
    'bing.com bing duckduckgo.com duckduckgo search.yahoo.com yahoo.com yahoo ecosia.org ecosia qwant.com ' +
      'startpage.com search.brave.com baidu.com yandex.com yandex.ru ya.ru yandex search.aol.com ask.com ' +
      'kagi.com naver.com seznam.cz google adwords com.google.android.googlequicksearchbox',
  ],
];

/** Google's search has a host in every country: `google.com`, `www.google.co.uk`, `maps.google.es`. */
const GOOGLE_SEARCH = /^(?:(?:www|m|maps|images|search)\.)?google\.(?:com?\.)?[a-z]{2,3}$/;

const MEDIA: readonly (readonly [Channel, RegExp])[] = [
  ['paid social', /^paid[-_ ]?social|^social[-_ ]?paid|^cpc[-_ ]?social/],
  ['paid search', /^paid[-_ ]?search|^search[-_ ]?paid|^sem$/],
  ['paid other', /^(?:display|banner|expandable|interstitial|cpm|cpv|cpa|cpp|affiliates?)$/],
  ['email', /^(?:e[-_ ]?mail|newsletter)$/],
  ['social', /^(?:social(?:[-_ ](?:network|media|organic))?|organic[-_ ]social|sm)$/],
  ['organic', /^organic(?:[-_ ]search)?$/],
  ['ai assistant', /^ai(?:[-_ ](?:assistant|chat|search))?$/],
  ['referral', /^(?:referral|app|link)$/],
];
const PAID = /^(?:cpc|ppc|retargeting|remarketing|paid)/;

/** What a click id alone says, where the campaign does not say it itself. The first that is there counts. */
const BY_CLICK_ID: readonly (readonly [name: string, Channel])[] = [
  ['gclid', 'paid search'],
  ['gbraid', 'paid search'],
  ['wbraid', 'paid search'],
  ['gad_source', 'paid search'],
  ['gad_campaignid', 'paid search'],
  ['msclkid', 'paid search'],
  ['yclid', 'paid search'],
  ['dclid', 'paid other'],
  ['ttclid', 'paid social'],
  ['li_fat_id', 'paid social'],
  ['twclid', 'paid social'],
  ['rdt_cid', 'paid social'],
  ['ScCid', 'paid social'],
  ['epik', 'paid social'],
  ['ndclid', 'paid social'],
  // Facebook puts it on links that nobody paid for, too.
  ['fbclid', 'social'],
  ['mc_cid', 'email'],
  ['mc_eid', 'email'],
];

/** Whether a host is this one or below it. */
export const isWithin = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);

function kindOf(source: string): Channel | undefined {
  // A word alone is no domain: `about.google` is not Google's search.
  const is = (name: string) => (name.includes('.') ? isWithin(source, name) : source === name);
  const kind = KINDS.find(([, names]) => names.split(' ').some(is))?.[0];
  return kind ?? (GOOGLE_SEARCH.test(source) ? 'organic' : undefined);
}

/**
 * Names the channel of a visit: by its medium, else by a click id, else by its source, else by the page it
 * came from. After Google Analytics' default channel group, with assistants as a channel of their own:
 * https://support.google.com/analytics/answer/9756891
 *
 * @param parameters - allow-listed parameters of the landing page's address, cleaned
 * @param referrer - host of the page it came from; empty where there is none, or it is the clinic's own
 */
export function channelOf(parameters: Readonly<Record<string, string>>, referrer: string): Channel {
  const medium = (parameters.utm_medium ?? '').toLowerCase();
  const source = (parameters.utm_source ?? '').toLowerCase().replace(/[-_ ]?ads?$/, '');
  const kind = kindOf(source);
  const byMedium = MEDIA.find(([, pattern]) => pattern.test(medium))?.[0];
  if (byMedium) return byMedium;
  if (PAID.test(medium)) {
    if (kind === 'social') return 'paid social';
    return kind === 'organic' || !source ? 'paid search' : 'paid other';
  }
  const byClickId = BY_CLICK_ID.find(([name]) => parameters[name])?.[1];
  if (byClickId) return byClickId;
  if (kind) return kind;
  if (Object.keys(parameters).length) return 'other';
  if (!referrer) return 'direct';
  return kindOf(referrer) ?? 'referral';
}
