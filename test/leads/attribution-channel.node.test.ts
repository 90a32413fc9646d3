// The channel of a visit, by medium, click id, source and the page before.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { channelOf, type Channel } from '../../src/leads/attribution/channel.js';
import { touchOf } from '../../src/leads/attribution/touch.js';

const cameFrom = (
  referrer: string,
  page = 'https://www.clinic.example/',
  ownHosts: string[] = [],
) => touchOf({ url: page, referrer, at: 0 }, { paths: 'full', ownHosts }).values;

describe('the channel by the page before', () => {
  const table: Record<string, Channel> = {
    '': 'direct',
    'https://www.google.com/': 'organic',
    'https://www.google.co.uk/': 'organic',
    'https://google.es/search?q=x': 'organic',
    'https://maps.google.com/': 'organic',
    'android-app://com.google.android.googlequicksearchbox/': 'organic',
    'https://www.bing.com/': 'organic',
    'https://duckduckgo.com/': 'organic',
    'https://search.yahoo.com/': 'organic',
    'https://chatgpt.com/': 'ai assistant',
    'https://www.perplexity.ai/': 'ai assistant',
    'https://claude.ai/': 'ai assistant',
    'https://gemini.google.com/': 'ai assistant',
    'https://copilot.microsoft.com/': 'ai assistant',
    'https://l.facebook.com/': 'social',
    'https://www.instagram.com/': 'social',
    'https://t.co/abc': 'social',
    'android-app://com.linkedin.android/': 'social',
    'https://mail.google.com/': 'email',
    'android-app://com.google.android.gm/': 'email',
    'https://outlook.live.com/': 'email',
    'https://news.example/article': 'referral',
    'https://sites.google.com/view/x': 'referral',
    'https://about.google/': 'referral',
    'https://notgoogle.com/': 'referral',
    'https://google.com.evil.example/': 'referral',
    'https://notfacebook.com/': 'referral',
    'https://friends.email/': 'referral',
    'ftp://www.google.com/': 'direct',
    'no address': 'direct',
  };
  for (const [referrer, channel] of Object.entries(table)) {
    it(`"${referrer}" is ${channel}`, () => {
      assert.equal(cameFrom(referrer).channel, channel);
    });
  }
});

describe('the channel by a campaign', () => {
  const table: [parameters: Record<string, string>, Channel][] = [
    [{ utm_source: 'google', utm_medium: 'cpc' }, 'paid search'],
    [{ utm_source: 'Google_Ads', utm_medium: 'CPC' }, 'paid search'],
    [{ utm_medium: 'ppc' }, 'paid search'],
    [{ utm_medium: 'paid-search' }, 'paid search'],
    [{ utm_source: 'facebook', utm_medium: 'paid' }, 'paid social'],
    [{ utm_source: 'fb_ads', utm_medium: 'cpc' }, 'paid social'],
    [{ utm_medium: 'paid_social' }, 'paid social'],
    [{ utm_source: 'local-paper', utm_medium: 'cpc' }, 'paid other'],
    [{ utm_source: 'google', utm_medium: 'display' }, 'paid other'],
    [{ utm_source: 'spring', utm_medium: 'email' }, 'email'],
    [{ utm_source: 'newsletter' }, 'email'],
    [{ utm_source: 'facebook', utm_medium: 'social' }, 'social'],
    [{ utm_source: 'nextdoor' }, 'social'],
    [{ utm_source: 'google', utm_medium: 'organic' }, 'organic'],
    [{ utm_source: 'gmb', utm_medium: 'organic' }, 'organic'],
    [{ utm_source: 'chatgpt.com' }, 'ai assistant'],
    [{ utm_source: 'partner', utm_medium: 'referral' }, 'referral'],
    [{ utm_source: 'brochure' }, 'other'],
    [{ utm_campaign: 'spring' }, 'other'],
    [{ gclid: 'x' }, 'paid search'],
    [{ wbraid: 'x' }, 'paid search'],
    [{ msclkid: 'x' }, 'paid search'],
    [{ ttclid: 'x' }, 'paid social'],
    [{ li_fat_id: 'x' }, 'paid social'],
    [{ fbclid: 'x' }, 'social'],
    [{ mc_cid: 'x' }, 'email'],
    [{ dclid: 'x' }, 'paid other'],
    // What the campaign says itself goes first.
    [{ gclid: 'x', utm_medium: 'email' }, 'email'],
    [{ fbclid: 'x', utm_source: 'facebook', utm_medium: 'paid' }, 'paid social'],
  ];
  for (const [parameters, channel] of table) {
    it(`${JSON.stringify(parameters)} is ${channel}`, () => {
      // Whatever the page before was.
      for (const host of ['', 'www.google.com', 'news.example', 'claude.ai'])
        assert.equal(channelOf(parameters, host), channel, host);
    });
  }
});

describe("the clinic's own pages", () => {
  it('are no referral: the host, with and without www, and what is below it', () => {
    for (const own of ['www.clinic.example', 'clinic.example', 'book.clinic.example']) {
      for (const page of ['https://www.clinic.example/', 'https://clinic.example/']) {
        const values = cameFrom(`https://${own}/pay?x=1`, page);
        assert.equal(values.channel, 'direct', `${own} → ${page}`);
        assert.equal(values.referrer, undefined);
      }
    }
    assert.equal(cameFrom('https://otherclinic.example/').channel, 'referral');
  });

  it('may have other names, for booking and payment', () => {
    const own = ['pay.example'];
    assert.equal(cameFrom('https://pay.example/', undefined, own).channel, 'direct');
    assert.equal(cameFrom('https://eu.pay.example/', undefined, own).channel, 'direct');
    assert.equal(cameFrom('https://notpay.example/', undefined, own).channel, 'referral');
  });
});

it('any parameters and any host have a channel', () => {
  const names = fc.constantFrom('utm_source', 'utm_medium', 'utm_campaign', 'gclid', 'fbclid');
  fc.assert(
    fc.property(fc.dictionary(names, fc.string()), fc.string(), (parameters, host) => {
      assert.equal(typeof channelOf(parameters, host), 'string');
    }),
  );
});
