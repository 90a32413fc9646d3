// Every rule, on a fault and on the same thing done well.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RULES } from '../../src/cli/check/rules/index.js';
import { check, found, pageWith, type SiteOptions } from './support.js';

interface Case extends SiteOptions {
  what: string;
  /** The rule, with ` (warning)` where it is one. */
  rule: string;
  bad: string;
  good: string;
  /** Where the fault is not inside the body of a page in good order. */
  whole?: true;
}

const HOURS = 'hours="Mo-Fr 08:00-17:00"';
const ZONE = 'time-zone="America/Chicago"';
const TEL = '<a href="tel:+12105550142">(210) 555-0142</a>';
const FORM = '<form method="post" action="/leads"><label>Name <input name="name" /></label></form>';
const CLINIC = { phone: '(210) 555-0142', trackedPhones: ['(830) 555-0199'] };
const jsonLd = (data: object | string) =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;

const day = (opens: string) =>
  `<p itemscope><span itemprop="openingHoursSpecification" itemscope>
    <link itemprop="dayOfWeek" href="https://schema.org/Monday" /><link itemprop="dayOfWeek" href="https://schema.org/Tuesday" />
    <meta itemprop="opens" content="${opens}" /><meta itemprop="closes" content="17:00" /></span></p>`;
const held = (json: string) => `<script type="application/json">${json}</script>`;
const INFO = '<clinic-info src="/clinic.json"></clinic-info>';
const PLACES = JSON.stringify({
  places: [{ id: 'north' }],
  clinicians: [{ id: 'alex-kim', name: 'Alex Kim' }],
});

const CASES: Case[] = [
  {
    what: 'no lang',
    rule: 'lang',
    whole: true,
    bad: '<!doctype html><html><title>A</title><h1>A</h1></html>',
    good: '<!doctype html><html lang="es-MX"><title>A</title><h1>A</h1></html>',
  },
  {
    what: 'a lang that is none',
    rule: 'lang',
    whole: true,
    bad: '<!doctype html><html lang="english please"><title>A</title><h1>A</h1></html>',
    good: '<h2>A piece of a page has neither</h2>',
  },
  {
    what: 'no h1',
    rule: 'one-h1',
    whole: true,
    bad: '<!doctype html><html lang="en"><title>A</title><h2>A</h2></html>',
    good: '<!doctype html><html lang="en"><meta http-equiv="refresh" content="0; url=/b/"></html>',
  },
  { what: 'two h1', rule: 'one-h1', bad: '<h1>Another</h1>', good: '<h2>Another</h2>' },
  {
    what: 'a skipped level',
    rule: 'heading-order (warning)',
    bad: '<h2>A</h2><h4>B</h4>',
    good: '<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>',
  },
  {
    what: 'a level that an element’s own heading skips',
    rule: 'heading-order (warning)',
    bad: '<related-posts heading="More" heading-level="3"></related-posts>',
    good: '<related-posts heading="More"></related-posts>',
  },
  {
    what: 'a picture without alt',
    rule: 'missing-alt',
    bad: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" />',
    good: '<img src="data:," alt="" /><img src="data:," role="presentation" />',
  },
  {
    what: 'a file’s name as alt',
    rule: 'file-name-alt',
    bad: '<img src="data:," alt="IMG_2041.JPG" />',
    good: '<img src="data:," alt="A spine from behind" />',
  },
  {
    what: 'a file’s name as image-alt',
    rule: 'file-name-alt',
    bad: '<article-card heading="A" heading-level="2" image-alt="spine.webp"></article-card>',
    good: '<article-card heading="A" heading-level="2" image-alt="A spine"></article-card>',
  },
  {
    what: 'a picture whose words are only that it is one',
    rule: 'poor-alt (warning)',
    bad: '<img src="data:," alt="Photo" />',
    good: '<img src="data:," alt="A spine from behind" />',
  },
  {
    what: 'a description that nobody can stop',
    rule: 'poor-alt (warning)',
    bad: `<img src="data:," alt="${'A spine from behind. '.repeat(9)}" />`,
    good: '<img src="data:," alt="A spine from behind" />',
  },
  {
    what: 'a link to an id that is not there',
    rule: 'broken-link',
    bad: '<a href="#nurse">Nurse</a>',
    good: '<a href="#nurse">Nurse</a><a href="#top">Up</a><a href="#:~:text=Page">Page</a><p id="nurse">Nurse</p>',
  },
  {
    what: 'a link to a section that no heading begins',
    rule: 'broken-link',
    bad: '<article><article-contents></article-contents><h2>What helps?</h2></article><a href="#what-helped">Help</a>',
    good: '<article><article-contents></article-contents><h2>What helps?</h2></article><a href="#what-helps">Help</a>',
  },
  {
    what: 'a link to a heading that is no section of the article',
    rule: 'broken-link',
    bad: '<article><article-contents></article-contents><aside><h2>Hours</h2></aside></article><a href="#hours">Hours</a>',
    good: '<article><article-contents></article-contents><h2>Hours</h2><h2>Hours</h2></article><a href="#hours-2">Hours</a>',
  },
  {
    what: 'a link to a section too deep to be one',
    rule: 'broken-link',
    bad: '<article><article-contents></article-contents><h2>A</h2><h3>B c</h3></article><a href="#b-c">B c</a>',
    good: '<article><article-contents depth="3"></article-contents><h2>A</h2><h3>B c</h3></article><a href="#b-c">B c</a>',
  },
  {
    what: 'a link to a heading of a page without contents',
    rule: 'broken-link',
    bad: '<article><h2>What helps?</h2></article><a href="#what-helps">Help</a>',
    good: '<article id="what-helps"><h2>What helps?</h2></article><a href="#what-helps">Help</a>',
  },
  {
    what: 'a link to a question that nobody asks',
    rule: 'broken-link',
    bad: '<faq-list><details><summary>Do I need a referral?</summary>No.</details></faq-list><a href="#referral">Referral</a>',
    good: '<faq-list><details><summary>Do I need a referral?</summary>No.</details></faq-list><a href="#do-i-need-a-referral">Referral</a>',
  },
  {
    what: 'a link to a term that is no question',
    rule: 'broken-link',
    bad: '<dl><dt>Where to park?</dt><dd>Here.</dd></dl><faq-list></faq-list><a href="#where-to-park">Parking</a>',
    good: '<faq-list><dl><dt>Where to park?</dt><dd>Here.</dd></dl></faq-list><a href="#where-to-park">Parking</a>',
  },
  {
    what: 'a link to a question out of data that is not asked',
    rule: 'broken-link',
    bad: '<faq-list><script type="application/json">[{"question": "How much?", "answer": ""}]</script></faq-list><a href="#how-much">Costs</a>',
    good: '<faq-list><script type="application/json">[{"question": "How <much>?", "answer": "Little."}]</script></faq-list><a href="#how-much">Costs</a>',
  },
  {
    what: 'a link to a page that is not there',
    rule: 'broken-link',
    bad: '<a href="/contcat/">Contact</a>',
    good: '<a href="/index.html?from=here#top">Home</a><a href="https://elsewhere.example/x">Elsewhere</a>',
  },
  {
    what: 'a picture that is not there',
    rule: 'broken-link',
    bad: '<img alt="" src="a.png" srcset="a.png 1x, missing.png 2x" />',
    good: '<img alt="" src="a.png" srcset="a.png 1x, data:image/png;base64,AAAA 2x" />',
    files: { 'a.png': '' },
  },
  {
    what: 'an element’s link that leads nowhere',
    rule: 'broken-link',
    bad: '<article-card heading="A" heading-level="2" href="/missing/"></article-card>',
    good: '<article-card heading="A" heading-level="2" href="/index.html"></article-card>',
  },
  {
    what: 'an address that is none',
    rule: 'broken-link',
    bad: '<a href="https://clinic example/">A</a>',
    good: '<a href="mailto:desk@clinic.example">A</a>',
  },
  {
    what: 'a misspelt tag',
    rule: 'unknown-element',
    bad: '<artcle-card></artcle-card>',
    good: '<other-widget></other-widget><article-card></article-card>',
  },
  {
    what: 'a tag without its dash',
    rule: 'unknown-element',
    bad: '<article_card></article_card>',
    good: '<article></article>',
  },
  {
    what: 'a misspelt attribute',
    rule: 'unknown-attribute',
    bad: '<related-posts limt="3"></related-posts>',
    good: '<related-posts limit="3" class="a" data-x aria-label="b" onclick="" @click="c" _ngcontent-a></related-posts>',
  },
  {
    what: 'a property’s name as attribute',
    rule: 'unknown-attribute',
    bad: '<related-posts headingLevel="2"></related-posts>',
    good: '<related-posts heading-level="2"></related-posts>',
  },
  {
    what: 'an attribute that is like none',
    rule: 'unknown-attribute (warning)',
    bad: '<related-posts colour="red"></related-posts>',
    good: '<related-posts style="color: red"></related-posts>',
  },
  {
    what: 'a value that is none of the possible',
    rule: 'bad-attribute-value',
    bad: '<related-posts order="relevanc"></related-posts>',
    good: '<related-posts order="date" layout="compact" source="json-feed"></related-posts>',
  },
  {
    what: 'a number in words',
    rule: 'bad-attribute-value',
    bad: '<related-posts limit="three"></related-posts>',
    good: '<related-posts limit="3" heading-level=""></related-posts>',
  },
  {
    what: 'a heading’s level that there is not',
    rule: 'bad-attribute-value',
    bad: '<related-posts heading-level="7"></related-posts>',
    good: '<related-posts heading-level="6"></related-posts>',
  },
  {
    what: 'false, which is true',
    rule: 'bad-attribute-value',
    bad: `<call-cta sticky="false">${TEL}</call-cta>`,
    good: `<call-cta sticky="">${TEL}</call-cta><call-cta sticky="sticky">${TEL}</call-cta>`,
  },
  {
    what: 'a template’s leftover',
    rule: 'bad-attribute-value',
    bad: '<related-posts src="{{ site.posts }}"></related-posts>',
    good: '<related-posts src="/wp-json/wp/v2/posts"></related-posts>',
  },
  {
    what: 'a date that is none',
    rule: 'bad-attribute-value',
    bad: '<article-card heading="A" heading-level="2" published="May 12"></article-card>',
    good: '<article-card heading="A" heading-level="2" published="2026-05-12"></article-card>',
  },
  {
    what: 'a slash instead of an end tag',
    rule: 'unclosed-element',
    bad: '<related-posts src="/wp-json/wp/v2/posts" />',
    good: '<related-posts src="/wp-json/wp/v2/posts"></related-posts><br />',
  },
  {
    what: 'a paragraph around blocks',
    rule: 'unclosed-element',
    bad: '<p><related-posts><ul><li>A</li></ul></related-posts></p>',
    good: `<p>Call <phone-number>${TEL}</phone-number></p><related-posts><ul><li>A</li></ul></related-posts>`,
  },
  {
    what: 'a form that goes nowhere',
    rule: 'form-action',
    bad: '<contact-form></contact-form>',
    good: `<contact-form action="/leads"></contact-form><contact-form>${FORM}</contact-form>
      <contact-form transport="netlify"></contact-form>`,
  },
  {
    what: 'a form that goes to a script',
    rule: 'form-action',
    bad: '<contact-form action="javascript:send()"></contact-form>',
    good: '<contact-form action="https://forms.example/1"></contact-form>',
  },
  {
    what: 'a form that would write answers into the address',
    rule: 'form-method',
    bad: `<contact-form>${FORM.replace('method="post" ', '')}</contact-form>`,
    good: `<contact-form>${FORM.replace('post', 'POST')}</contact-form>`,
  },
  {
    what: 'a form in a form',
    rule: 'nested-form',
    bad: '<form action="/x" method="post"><contact-form action="/leads"></contact-form></form>',
    good: '<form action="/x" method="post"></form><contact-form action="/leads"></contact-form>',
  },
  {
    what: 'a card in a link',
    rule: 'nested-link',
    bad: '<a href="/index.html"><article-card></article-card></a>',
    good: '<article-card><a href="/index.html">A</a></article-card>',
  },
  {
    what: 'an id twice',
    rule: 'duplicate-id',
    bad: '<p id="a">A</p><p id="a">B</p>',
    good: '<p id="a">A</p><template><p id="a">B</p></template>',
  },
  {
    what: 'a second skip-link',
    rule: 'second-skip-link (warning)',
    bad: '<skip-link></skip-link><skip-link></skip-link>',
    good: '<skip-link></skip-link>',
  },
  {
    what: 'a second clinic-info',
    rule: 'second-clinic-info (warning)',
    bad: `<clinic-info>${held('{"name":"A"}')}</clinic-info><clinic-info>${held('{"name":"B"}')}</clinic-info>`,
    good: `<clinic-info>${held('{"name":"A"}')}</clinic-info>`,
  },
  {
    what: 'a label for a field that is not there',
    rule: 'broken-reference',
    bad: '<label for="mail">Email</label><input id="email" />',
    good: '<label for="email">Email</label><input id="email" />',
  },
  {
    what: 'a section named by a heading that is not there',
    rule: 'broken-reference',
    bad: '<section aria-labelledby="about-us"><h2 id="about">About us</h2></section>',
    good: '<section aria-labelledby="about more"><h2 id="about">About us</h2><p id="more">Since 1999</p></section>',
  },
  {
    what: 'a field described by a hint that is not there',
    rule: 'broken-reference',
    bad: '<label>Phone <input aria-describedby="hint-phone" /></label>',
    good: '<label>Phone <input aria-describedby="" /></label>',
  },
  {
    what: 'a button of a form that is not there',
    rule: 'broken-reference',
    bad: '<button form="leads">Send</button>',
    good: '<form id="leads" method="post"></form><button form="leads">Send</button>',
  },
  {
    what: 'hours of one day that overlap',
    rule: 'invalid-hours (warning)',
    bad: `<open-hours hours="Mo-Fr 08:00-17:00; Fr 08:00-15:00" ${ZONE}></open-hours>`,
    good: `<open-hours hours="Mo-Th 08:00-12:00,12:00-17:00; Fr 08:00-15:00; Fr 16:00-18:00" ${ZONE}></open-hours>`,
  },
  {
    what: 'no script',
    rule: 'script-missing',
    whole: true,
    bad: '<!doctype html><html lang="en"><h1>A</h1><article-card></article-card></html>',
    good: '<!doctype html><html lang="en"><script src="/app.js"></script><h1>A</h1><article-card></article-card></html>',
    files: { 'app.js': 'customElements.define("article-card",class extends HTMLElement{})' },
  },
  {
    what: 'only a script of the theme',
    rule: 'script-missing',
    whole: true,
    bad: '<!doctype html><html lang="en"><script src="/theme.js"></script><h1>A</h1><article-card></article-card></html>',
    good: '<!doctype html><html lang="en"><script src="/theme.js"></script><script type="module" src="https://cdn.example/main.js"></script><h1>A</h1><article-card></article-card></html>',
    files: { 'theme.js': 'document.body.className = "js"' },
  },
  {
    what: 'only a script that cannot be looked into',
    rule: 'script-missing (warning)',
    whole: true,
    bad: '<!doctype html><html lang="en"><script src="https://cdn.example/jquery.js"></script><h1>A</h1><article-card></article-card></html>',
    good: '<!doctype html><html lang="en"><script type="module" src="/x/autoload.js"></script><h1>A</h1><article-card></article-card></html>',
    files: { 'x/autoload.js': '' },
  },
  {
    what: 'a link that dials another number',
    rule: 'number-mismatch',
    bad: '<a href="tel:+12105550199">(210) 555-0142</a>',
    good: '<a href="tel:+12105550142">(210) 555-0142</a>',
  },
  {
    what: 'a label with another number',
    rule: 'number-mismatch',
    bad: '<a href="tel:+12105550142" aria-label="Call 210-555-0199">(210) 555-0142</a>',
    good: '<a href="tel:+12105550142" aria-label="Call 210-555-0142">(210) 555-0142</a>',
  },
  {
    what: 'an attribute with another number than the link',
    rule: 'number-mismatch',
    bad: `<call-cta phone="(210) 555-0199">${TEL}</call-cta>`,
    good: `<call-cta phone="210.555.0142">${TEL}</call-cta>`,
  },
  {
    what: 'JSON-LD with another number than the page’s',
    rule: 'number-mismatch',
    bad: TEL + jsonLd({ '@type': 'MedicalClinic', telephone: '+1-210-555-0199' }),
    good: TEL + jsonLd({ '@type': 'MedicalClinic', telephone: '+1-210-555-0142' }),
  },
  {
    what: 'JSON-LD with another number than clinic.json’s',
    rule: 'number-mismatch',
    clinic: CLINIC,
    bad: jsonLd({ telephone: '+1-210-555-0100' }),
    good: jsonLd({ telephone: '+1-210-555-0142' }),
  },
  {
    what: 'a link that no phone could dial',
    rule: 'invalid-number',
    bad: '<a href="tel:555-0142">Call</a>',
    good: '<a href="tel:+12105550142;ext=7">Call</a>',
  },
  {
    what: 'an attribute that is no number',
    rule: 'invalid-number',
    bad: '<contact-form action="/leads" phone="call us"></contact-form>',
    good: `<contact-form action="/leads" phone="(210) 555-0142"></contact-form>
      <call-cta phone="020 7946 0123" country="GB" sms="12345"></call-cta>`,
  },
  {
    what: 'a call without a number',
    rule: 'invalid-number',
    bad: '<call-cta label="Call us"></call-cta>',
    good: '<phone-number>(210) 555-0142</phone-number>',
  },
  {
    what: 'a number that costs',
    rule: 'premium-number',
    bad: '<a href="tel:+19005550142">900-555-0142</a>',
    good: '<a href="tel:+18005550142">800-555-0142</a>',
  },
  {
    what: '911 that dials the clinic',
    rule: 'emergency-number',
    bad: '<a href="tel:+12105550142">Call 911</a>',
    good: '<a href="tel:911">Call 911</a><call-cta phone="911"></call-cta>',
  },
  {
    what: '911 as the clinic’s own number',
    rule: 'emergency-number',
    bad: '<contact-form action="/leads" phone="911"></contact-form>',
    good: '<contact-form action="/leads" phone="(210) 555-0142"></contact-form>',
  },
  {
    what: 'a tracking number in the page',
    rule: 'tracked-number (warning)',
    clinic: CLINIC,
    bad: '<a href="tel:+18305550199">(830) 555-0199</a>',
    good: TEL,
  },
  {
    what: 'a tracking number as an attribute',
    rule: 'tracked-number (warning)',
    clinic: CLINIC,
    bad: '<call-cta phone="(830) 555-0199"></call-cta>',
    good: '<call-cta phone="(210) 555-0142"></call-cta>',
  },
  {
    what: 'a tracking number told to machines',
    rule: 'tracked-number',
    clinic: CLINIC,
    bad: jsonLd({ telephone: '(830) 555-0199' }),
    good: jsonLd({ telephone: '(210) 555-0142' }),
  },
  {
    what: 'a number that the clinic does not have',
    rule: 'unknown-number (warning)',
    clinic: CLINIC,
    bad: '<a href="tel:+12105550111">(210) 555-0111</a>',
    good: `${TEL}<a href="tel:988">988</a>`,
  },
  {
    what: 'a number that cannot be tapped',
    rule: 'number-not-linked (warning)',
    bad: '<p>Call (210) 555-0142.</p>',
    good: `<p>Call <phone-number>(210) 555-0142</phone-number> or ${TEL}. Fax (210) 555-0143</p>`,
  },
  {
    what: 'a number in pieces',
    rule: 'untrackable-number (warning)',
    bad: '<a href="tel:+12105550142">(210) <b>555</b>-0142</a>',
    good: '<a href="tel:+12105550142"><b>(210) 555-0142</b></a>',
  },
  {
    what: 'JSON-LD that is no JSON',
    rule: 'invalid-json-ld',
    bad: jsonLd('{ "name": "A", }'),
    good: jsonLd({ name: 'A' }),
  },
  {
    what: 'hours that cannot be read',
    rule: 'invalid-hours',
    bad: `<call-cta hours="weekdays 8 to 5ish" ${ZONE}>${TEL}</call-cta>`,
    good: `<call-cta ${HOURS} ${ZONE}>${TEL}</call-cta>`,
  },
  {
    what: 'hours that go on over night',
    rule: 'invalid-hours (warning)',
    bad: `<open-hours hours="Mo-Fr 8:00-5:00" ${ZONE}></open-hours>`,
    good: `<open-hours ${HOURS} ${ZONE}></open-hours>`,
  },
  {
    what: 'holidays that cannot be read',
    rule: 'invalid-hours',
    bad: `<open-hours ${HOURS} ${ZONE} holidays="Christmas closed"></open-hours>`,
    good: `<open-hours ${HOURS} ${ZONE} holidays="12-25 closed Christmas Day"></open-hours>`,
  },
  {
    what: 'hours without a zone',
    rule: 'invalid-hours',
    bad: `<open-hours ${HOURS}></open-hours>`,
    good: '<open-hours><p>Monday to Friday, 8 to 5</p></open-hours>',
  },
  {
    what: 'a zone that is none',
    rule: 'invalid-hours',
    bad: `<open-hours ${HOURS} time-zone="Texas"></open-hours>`,
    good: `<open-hours ${HOURS} time-zone="America/New_York"></open-hours>`,
  },
  {
    what: 'hours in JSON-LD that cannot be read',
    rule: 'invalid-hours',
    bad: jsonLd({
      openingHoursSpecification: [{ dayOfWeek: 'Monday', opens: '8', closes: '17:00' }],
    }),
    good: jsonLd({ openingHours: 'Mo-Fr 08:00-17:00' }),
  },
  {
    what: 'a review on no day',
    rule: 'invalid-review',
    bad: '<medical-review reviewed="last spring"></medical-review>',
    good: '<medical-review reviewed="2026-05-12"></medical-review>',
  },
  {
    what: 'a review that has yet to be done',
    rule: 'future-review',
    bad: '<medical-review>Reviewed <time datetime="2027-05-12">May 12</time></medical-review>',
    good: '<medical-review>Reviewed <time datetime="2026-05-12">May 12</time></medical-review>',
  },
  {
    what: 'a card’s review that has yet to be done',
    rule: 'future-review',
    bad: '<article-card heading="A" heading-level="2" reviewed="2028-01-01"></article-card>',
    good: '<article-card heading="A" heading-level="2" reviewed="2019-01-01"></article-card>',
  },
  {
    what: 'JSON-LD’s review that has yet to be done',
    rule: 'future-review',
    bad: jsonLd({ '@type': 'MedicalWebPage', lastReviewed: '2028-01-01' }),
    good: jsonLd({ '@type': 'MedicalWebPage', lastReviewed: '2026-01-01' }),
  },
  {
    what: 'a review that is too old',
    rule: 'stale-review (warning)',
    bad: '<medical-review reviewed="2024-05-12"></medical-review>',
    good: '<medical-review reviewed="2026-05-12"></medical-review>',
  },
  {
    what: 'a text that was changed after its review',
    rule: 'stale-review (warning)',
    bad: '<medical-review reviewed="2026-05-12" modified="2026-06-01"></medical-review>',
    good: '<medical-review reviewed="2026-06-01" modified="2026-05-12"></medical-review>',
  },
  {
    what: 'a change that the author marks, before the day of the review',
    rule: 'stale-review (warning)',
    bad: '<medical-review><p><time class="updated" datetime="2026-06-01"></time>, <time datetime="2026-05-12"></time></p></medical-review>',
    good: '<medical-review><p><time class="updated" datetime="2026-05-12"></time>, <time datetime="2026-06-01"></time></p></medical-review>',
  },
  {
    what: 'a clinic.json that is not there',
    rule: 'clinic-json',
    bad: '<clinic-info src="/missing.json"></clinic-info>',
    good: '<clinic-info src="/clinic.json"></clinic-info>',
    files: { 'clinic.json': JSON.stringify(CLINIC) },
  },
  {
    what: 'a clinic.json that is no JSON',
    rule: 'clinic-json',
    bad: '<clinic-info src="/broken.json"></clinic-info>',
    good: '<clinic-info src="/clinic.json"></clinic-info>',
    files: { 'clinic.json': '{}', 'broken.json': '{ "name": "A" ' },
  },
  {
    what: 'facts in the page with a number that is none',
    rule: 'clinic-json',
    bad: '<clinic-info><script type="application/json">{ "phone": "555" }</script></clinic-info>',
    good: '<clinic-info><script type="application/json">{ "phone": "(210) 555-0142" }</script></clinic-info>',
  },
  {
    what: 'a place that clinic.json does not have',
    rule: 'unknown-place',
    bad: `${INFO}<open-hours place="nroth"></open-hours>`,
    good: `${INFO}<open-hours place=" north "></open-hours><open-hours place=""></open-hours>`,
    files: { 'clinic.json': PLACES },
  },
  {
    what: 'a place of a clinic that has none',
    rule: 'unknown-place',
    bad: `${INFO}<call-cta place="north"></call-cta>`,
    good: `${INFO}<call-cta></call-cta>`,
    files: { 'clinic.json': '{ "phone": "(210) 555-0142" }' },
  },
  {
    what: 'a place on a page without facts',
    rule: 'unknown-place',
    bad: `<phone-number place="north">${TEL}</phone-number>`,
    good: `<phone-number>${TEL}</phone-number>`,
  },
  {
    what: 'a clinician that the facts in the page do not have',
    rule: 'unknown-provider',
    bad: `<clinic-info>${held(PLACES)}</clinic-info><provider-card provider="north"></provider-card>`,
    good: `<clinic-info>${held(PLACES)}</clinic-info><provider-card provider="alex-kim"></provider-card>`,
  },
  {
    what: 'questions that are no JSON',
    rule: 'invalid-json',
    bad: `<faq-list>${held('[{ "question": "A?", answer: "B" }]')}</faq-list>`,
    good: `<faq-list>${held('[{ "question": "A?", "answer": "B" }]')}${held(' ')}</faq-list>${held('no {')}`,
  },
  {
    what: 'a lang that is a language’s name',
    rule: 'lang',
    whole: true,
    bad: '<!doctype html><html lang="english"><title>A</title><h1>A</h1></html>',
    good: '<!doctype html><html lang="zh-Hant-TW"><title>A</title><h1>A</h1></html>',
  },
  {
    what: 'an h1 without words',
    rule: 'one-h1',
    whole: true,
    bad: '<!doctype html><html lang="en"><h1> &nbsp;<img src="data:," alt="" /></h1></html>',
    good: '<!doctype html><html lang="en"><h1><img src="data:," alt="Fernhollow" /></h1></html>',
  },
  {
    what: 'a heading that ARIA makes an h1',
    rule: 'one-h1',
    bad: '<h2 aria-level="1">Another</h2>',
    good: '<h2 aria-level="2">Another</h2>',
  },
  {
    what: 'a drawing without a name',
    rule: 'missing-alt',
    bad: '<svg role="img"></svg>',
    good: '<svg role="img"><title>A spine</title></svg><svg role="img" aria-label="A spine"></svg>',
  },
  {
    what: 'a link that is nothing but a decoration',
    rule: 'missing-alt',
    bad: '<a href="/index.html"><img src="data:," alt="" /></a>',
    good: '<a href="/index.html"><img src="data:," alt="" /> Home</a><a href="/index.html" aria-label="Home"><img src="data:," alt="" /></a>',
  },
  {
    what: 'an alt that a template left behind',
    rule: 'poor-alt',
    bad: '<img src="data:," alt="{{ post.alt }}" />',
    good: '<img src="data:," alt="A spine {from behind}" />',
  },
  {
    what: 'a link to an id of another page, by an element and by another address of it',
    rule: 'broken-link',
    bad: '<action-link href="/index.html?from=here#gone" label="A"></action-link>',
    good: '<action-link href="/index.html?from=here#here" label="A"></action-link><p id="here">A</p>',
  },
  {
    what: 'a main part that is not there',
    rule: 'broken-link',
    bad: '<skip-link target="main"></skip-link>',
    good: '<skip-link target="#main"></skip-link><main id="main"></main>',
  },
  {
    what: 'an article that is not there',
    rule: 'broken-link',
    bad: '<article-contents target=".article >"></article-contents>',
    good: '<article-contents target=".article"></article-contents><div class="article"></div>',
  },
  {
    what: 'data that is not there',
    rule: 'broken-link',
    bad: '<condition-checker src="/trees/knee.json"></condition-checker>',
    good: '<condition-checker src="/trees/hip.json"></condition-checker><related-posts src="https://clinic.example/wp-json/wp/v2/posts"></related-posts>',
    files: { 'trees/hip.json': '{}' },
  },
  {
    what: 'an id that clinic.json links to and is not there',
    rule: 'broken-link',
    clinic: { links: { reviewPolicy: '/index.html#review' } },
    bad: '<p id="reviews">A</p>',
    good: '<p id="review">A</p>',
  },
  {
    what: 'an attribute with an underscore',
    rule: 'unknown-attribute',
    bad: '<related-posts heading_level="2"></related-posts>',
    good: '<related-posts _ngcontent-a _nghost></related-posts>',
  },
  {
    what: 'a number below zero',
    rule: 'bad-attribute-value',
    bad: '<related-posts limit="-3"></related-posts>',
    good: '<related-posts limit=" 3 "></related-posts>',
  },
  {
    what: 'an end that is no day',
    rule: 'bad-attribute-value',
    bad: '<site-banner message="A" ends="Christmas"></site-banner>',
    good: '<site-banner message="A" starts="2026-12-24T08:00" ends="2026-12-26"></site-banner>',
  },
  {
    what: 'a form that sends in the open',
    rule: 'form-action',
    bad: '<contact-form action="http://forms.example/1"></contact-form>',
    good: '<contact-form action="http://localhost:8080/1"></contact-form>',
  },
  {
    what: 'a button that would write answers into the address',
    rule: 'form-method',
    bad: `<contact-form>${FORM.replace('</form>', '<button formmethod="get">Send</button></form>')}</contact-form>`,
    good: `<contact-form>${FORM.replace('</form>', '<button formmethod="POST">Send</button></form>')}</contact-form>`,
  },
  {
    what: 'a contact-form in another',
    rule: 'nested-form',
    bad: '<contact-form action="/a"><contact-form action="/b"></contact-form></contact-form>',
    good: '<contact-form action="/a"></contact-form><contact-form action="/b"></contact-form>',
  },
  {
    what: 'a call in a button',
    rule: 'nested-link',
    bad: `<button type="button"><call-cta>${TEL}</call-cta></button>`,
    good: `<call-cta>${TEL}</call-cta><a href="/index.html"><open-hours></open-hours></a>`,
  },
  {
    what: 'a byline with a link in a link',
    rule: 'nested-link',
    bad: '<a href="/index.html"><medical-review reviewed="2026-05-12" reviewer="A" reviewer-href="/index.html"></medical-review></a>',
    good: '<a href="/index.html"><medical-review reviewed="2026-05-12" reviewer="A"></medical-review></a>',
  },
  {
    what: 'hours in microdata',
    rule: 'invalid-hours',
    bad: '<p itemscope><meta itemprop="openingHours" content="Mo-Fri 8-17h" /></p>',
    good: '<p itemscope><time itemprop="openingHours" datetime="Mo-Fr 08:00-17:00">Weekdays</time></p>',
  },
  {
    what: 'a day of hours in microdata',
    rule: 'invalid-hours',
    bad: day('8 am'),
    good: day('08:00'),
  },
  {
    what: 'hours in the zone of a clinic.json without one',
    rule: 'invalid-hours',
    bad: `<clinic-info src="/zoneless.json"></clinic-info><open-hours ${HOURS}></open-hours>`,
    good: `<clinic-info src="/clinic.json"></clinic-info><open-hours ${HOURS}></open-hours>`,
    files: { 'clinic.json': '{ "timeZone": "America/Chicago" }', 'zoneless.json': '{}' },
  },
  {
    what: 'a call to the number of a clinic.json without one',
    rule: 'invalid-number',
    bad: `<clinic-info src="/mute.json"></clinic-info><call-cta></call-cta>`,
    good: `<clinic-info src="/clinic.json"></clinic-info><call-cta></call-cta>`,
    files: { 'clinic.json': JSON.stringify(CLINIC), 'mute.json': '{}' },
  },
  {
    what: 'JSON-LD’s review that is too old, where no reader is told one',
    rule: 'stale-review (warning)',
    bad: jsonLd({ '@graph': [{ '@type': 'MedicalWebPage', lastReviewed: ['2019-05-12'] }] }),
    good: `${jsonLd({ lastReviewed: '2019-05-12' })}<medical-review reviewed="2026-05-12"></medical-review>`,
  },
  {
    what: 'microdata’s review that has yet to be done',
    rule: 'future-review',
    bad: '<p itemscope><meta itemprop="lastReviewed" content="2031-01-01" /></p>',
    good: '<p itemscope><time itemprop="lastReviewed">2026-01-01</time></p>',
  },
  {
    what: 'questions in an attribute that are no JSON',
    rule: 'invalid-json',
    bad: `<faq-list items='[{ "question": ]'></faq-list>`,
    good: `<faq-list items='[{ "question": "A?", "answer": "B" }]'></faq-list><faq-list items=""></faq-list>`,
  },
];

/** Faults of a `clinic.json` that `--clinic` names. */
const CLINICS: [what: string, clinic: object | string, message: RegExp][] = [
  ['a list', '[]', /no object/],
  ['a text telephone that is 911', { places: [{ id: 'a', tty: '911' }] }, /^places\[0\]\.tty: 911/],
  ['a misspelt field', { phnoe: '(210) 555-0142' }, /^phnoe/],
  ['a field of another type', { phone: 2105550142 }, /^phone/],
  ['a number that is none', { phone: '555-0142' }, /^phone/],
  ['a number that is no number at all', { phone: 'call us' }, /^phone: this cannot be used/],
  ['a place without an id', { places: [{ name: 'North' }] }, /^places\[0\]: .*needs "id"\.$/],
  [
    'two places of one id',
    { places: [{ id: 'north' }, { id: 'north' }] },
    /^places: The id "north" is there twice/,
  ],
  [
    'a clinician of a place that is not there',
    { clinicians: [{ id: 'a', name: 'Alex Kim', places: ['north'] }] },
    /^clinicians: "a" names the place "north"/,
  ],
  [
    'a day of hours that is misspelt',
    { hours: [{ day: 'Monday' }], timeZone: 'America/Chicago' },
    /^hours\[0\]\.day: /,
  ],
  ['a place’s number that is none', { places: [{ id: 'a', phone: '1' }] }, /^places\[0\]\.phone/],
  ['an emergency number as its own', { phone: '911' }, /^phone: 911/],
  ['a number that costs', { phone: '900-555-0142' }, /^phone/],
  [
    'a number that is its own and tracked',
    { phone: '(210) 555-0142', trackedPhones: ['210-555-0142'] },
    /^trackedPhones\[0\]/,
  ],
  ['hours that cannot be read', { hours: 'always', timeZone: 'America/Chicago' }, /^hours: /],
  [
    'a place’s hours',
    { places: [{ id: 'a', hours: '?', timeZone: 'UTC' }] },
    /^places\[0\]\.hours/,
  ],
  ['hours without a zone', { hours: 'Mo-Fr 08:00-17:00' }, /^hours: there is no time zone/],
  ['a zone that is none', { timeZone: 'Chicago' }, /^timeZone/],
  [
    'a name that is there twice',
    '{ "places": [{ "id": "a", "phone": "(210) 555-0142", "phone": "(210) 555-0199" }] }',
    /^places\[0\]\.phone: this name is there twice/,
  ],
  [
    'an identifier with a slip of the pen',
    { clinicians: [{ id: 'a', name: 'Alex Kim', npi: '1234567890' }] },
    /^clinicians\[0\]\.npi: .*last digit/,
  ],
  [
    'holidays that cannot be read',
    { hours: 'Mo 08:00-17:00', timeZone: 'America/Chicago', holidays: 'Easter' },
    /^holidays/,
  ],
];

describe('a rule finds its fault and passes over what is done well', () => {
  for (const { what, rule, bad, good, whole, ...options } of CASES) {
    it(`${rule}: ${what}`, () => {
      const html = (body: string) => (whole ? body : pageWith(body));
      const faults = found(html(bad), options);
      assert.ok(faults.length > 0, 'nothing is found');
      assert.deepEqual([...new Set(faults)], [rule]);
      assert.deepEqual(check({ 'index.html': html(good) }, options), []);
    });
  }

  for (const [what, clinic, message] of CLINICS) {
    it(`clinic-json: ${what}`, () => {
      const [fault, ...more] = check({ 'index.html': pageWith('') }, { clinic });
      assert.deepEqual(more, []);
      assert.equal(fault?.rule, 'clinic-json');
      assert.equal(fault.page, 'clinic.json');
      assert.match(fault.message, message);
    });
  }

  it('a name of a clinic.json: like one that is known an error, like none a warning', () => {
    const said = (clinic: object) =>
      check({ 'index.html': pageWith('') }, { clinic }).map(({ severity, message, remedy }) => [
        severity,
        message.split(':')[0],
        remedy.split('. ')[0],
      ]);
    assert.deepEqual(said({ 'x-own': 1, phnoe: '(210) 555-0142' }), [
      ['error', 'phnoe', 'Did you mean phone?'],
    ]);
    assert.deepEqual(
      said({
        places: [
          { id: 'a', adress: {} },
          { id: 'b', 'tran-sit': '' },
        ],
      }),
      [
        ['error', 'places[0].adress', 'Did you mean address?'],
        ['error', 'places[1].tran-sit', 'Write "transit".'],
      ],
    );
    assert.deepEqual(said({ telephone: '(210) 555-0142' }), [
      ['error', 'telephone', 'Write "phone".'],
    ]);
    assert.deepEqual(said({ colour: 'blue' }), [
      ['warning', 'colour', 'Begin names of your own with "x-".'],
    ]);
  });

  it('whichever rule it is', () => {
    const tried = [...CASES.map(({ rule }) => rule.split(' ')[0]!), 'unreadable-page'];
    assert.deepEqual(new Set(tried), new Set(RULES.keys()));
  });
});

describe('a finding', () => {
  it('has the place of the attribute, what is wrong, and what to do', () => {
    const html = `<!doctype html>\n<html lang="en"><h1>A</h1>\n<script type="module" src="https://a.example/a.js"></script>\n  <related-posts order="dat"></related-posts></html>`;
    assert.deepEqual(check({ 'a/index.html': html }), [
      {
        rule: 'bad-attribute-value',
        severity: 'error',
        page: 'a/index.html',
        line: 4,
        column: 18,
        message: 'order="dat" is none of its values.',
        remedy: 'Write date.',
      },
    ]);
  });

  it('says every message in two parts', () => {
    const all = [
      ...CASES.map(({ bad, whole, ...options }) => [whole ? bad : pageWith(bad), options] as const),
      ...CLINICS.map(([, clinic]) => [pageWith(''), { clinic }] as const),
    ];
    for (const [html, options] of all) {
      for (const { message, remedy } of check({ 'index.html': html }, options)) {
        assert.match(message, /[.!?”]$/);
        assert.match(remedy, /[.?>]$/, message);
      }
    }
  });

  it('about a number in running text has the place of the number', () => {
    const [fault] = check({ 'index.html': pageWith('<p>\n  Call us:\n  (210) 555-0142\n</p>') });
    assert.deepEqual([fault?.rule, fault?.line, fault?.column], ['number-not-linked', 8, 3]);
  });

  it('about a fact has the place of the fact, in a file or in a page', () => {
    const json = '{\n  "places": [{ "id": "a", "phone": "1" }]\n}';
    const [inFile] = check({ 'index.html': pageWith('') }, { clinic: json });
    assert.deepEqual([inFile?.page, inFile?.line, inFile?.column], ['clinic.json', 2, 36]);
    const inline = `<clinic-info><script type="application/json">${json}</script></clinic-info>`;
    const [inPage] = check({ 'index.html': pageWith(inline) });
    assert.deepEqual([inPage?.page, inPage?.line, inPage?.column], ['index.html', 7, 36]);
  });

  it('of broken JSON has the place where it breaks, and the words there', () => {
    const json = '{\n  "name": "A",\n}';
    const message = /no JSON.* It breaks at “"name": "A", }”\.$/;
    const [inFile] = check({ 'index.html': pageWith('') }, { clinic: json });
    assert.deepEqual([inFile?.page, inFile?.line, inFile?.column], ['clinic.json', 3, 1]);
    assert.match(inFile!.message, message);
    for (const inside of [
      `<clinic-info>${held(json)}</clinic-info>`,
      `<faq-list>${held(json)}</faq-list>`,
      jsonLd(json),
    ]) {
      const [fault] = check({ 'index.html': pageWith(inside) });
      assert.deepEqual([fault?.page, fault?.line, fault?.column], ['index.html', 8, 1]);
      assert.match(fault!.message, message);
    }
  });

  it('says which place or clinician is meant, where one is like it', () => {
    const remedies = (body: string) =>
      check({ 'index.html': pageWith(body) }, { clinic: PLACES }).map(({ remedy }) => remedy);
    assert.deepEqual(
      remedies(
        '<open-hours place="North"></open-hours><open-hours place="elsewhere"></open-hours>',
      ),
      ['Did you mean north?', 'Write one of their ids, or add it to "places" there.'],
    );
    assert.deepEqual(remedies('<provider-card provider="alexkim"></provider-card>'), [
      'Did you mean alex-kim?',
    ]);
  });

  it('is not made of a place of facts that nobody could look into', () => {
    const place = '<open-hours place="north"></open-hours>';
    const files = { 'broken.json': '{' };
    for (const src of ['https://cdn.example/clinic.json', '/missing.json', '/broken.json', '']) {
      const page = pageWith(`<clinic-info src="${src}"></clinic-info>${place}`);
      const rules = found(page, { files });
      assert.ok(!rules.includes('unknown-place'), `${src}: ${rules.join()}`);
    }
    assert.deepEqual(found(place), [], 'a piece of a page has its facts elsewhere');
  });

  it('about an address in a clinic.json has its place there, and starts from where the file is', () => {
    const json =
      '{\n  "logo": "mark.svg",\n  "links": { "privacy": "privacy/" },\n  "places": [{ "id": "a", "url": "tel:911", "map": "https://maps.example/" }]\n}';
    const files = { 'assets/clinic.json': json, 'assets/mark.svg': '' };
    const faults = check(
      { 'index.html': pageWith('<clinic-info src="/assets/clinic.json"></clinic-info>') },
      { files },
    ).filter(({ rule }) => rule === 'broken-link');
    assert.deepEqual(
      faults.map(({ page, line, column, message }) => [page, line, column, message]),
      [['/assets/clinic.json', 3, 25, 'links.privacy: Nothing is at privacy/.']],
    );
  });

  it('is made of a page’s own facts, and not of another page’s', () => {
    const page = (id: string) =>
      pageWith(
        `<clinic-info>${held(`{"places":[{"id":"${id}"}]}`)}</clinic-info><open-hours place="a"></open-hours>`,
      );
    const faults = check({ 'a.html': page('a'), 'b.html': page('b') });
    assert.deepEqual(
      faults.map((fault) => [fault.page, fault.rule]),
      [['b.html', 'unknown-place']],
    );
  });

  it('of a clinic.json that every page names is told once', () => {
    const html = pageWith('<clinic-info src="/clinic.json"></clinic-info>');
    const pages = { 'a.html': html, 'b.html': html };
    const files = { 'clinic.json': '{ "phone": "1" }' };
    assert.equal(check(pages, { files }).length, 1);
  });

  it('comes for a link to an id of another page', () => {
    const pages = {
      'a.html': pageWith(
        '<a href="/b.html#there">B</a><a href="/b.html#gone">B</a><a href="/b.html#it-is-why">B</a>',
      ),
      'b.html': pageWith('<p id="there">B</p><faq-list><h2>It is why?</h2><p>B</p></faq-list>'),
    };
    const faults = check(pages).map(({ rule, page, message }) => [rule, page, message]);
    assert.deepEqual(faults, [
      ['broken-link', 'a.html', '/b.html has no element with the id “gone”.'],
    ]);
  });

  it('is not made of the relay service that a text telephone calls', () => {
    const place =
      '<clinic-location name="A" heading-level="2" tty="711" phone="(210) 555-0142"></clinic-location>';
    const clinic = { phone: '(210) 555-0142', places: [{ id: 'a', tty: '7-1-1' }] };
    assert.deepEqual(found(pageWith(place), { clinic }), []);
    assert.deepEqual(found(pageWith(place.replace('tty', 'fax'))), ['emergency-number']);
  });

  it('comes for facts in a page beside a file, which hold until that is there', () => {
    const page = (json: string) =>
      pageWith(
        `<clinic-info src="/clinic.json"><script>"use strict"</script><script type="application/json">${json}</script></clinic-info>`,
      );
    const files = { 'clinic.json': '{}' };
    assert.deepEqual(found(page('{ "phone": "1" }'), { files }), ['clinic-json']);
    assert.deepEqual(found(page('{ "phone": "(210) 555-0142" }'), { files }), []);
    assert.deepEqual(found(page(' '), { files }), []);
  });

  it('reads the days of a review as the element does', () => {
    const review = (inside: string) =>
      found(pageWith(`<medical-review reviewed="2026-03-04">${inside}</medical-review>`));
    assert.deepEqual(review('<p>On <time>2026-03-04</time></p>'), []);
    assert.deepEqual(review('<p>On <time>2027-03-04</time></p>'), ['future-review']);
    assert.deepEqual(
      review(
        '<p>Changed <time>2026-01-01</time>, on <time itemprop="lastReviewed">2026-02-01</time></p>',
      ),
      [],
    );
  });

  it('is not made of what a visitor types, of templates, or of what no script sees', () => {
    const body = `<textarea>(210) 555-0142</textarea><template><img src="x.png"></template>
      <noscript><img src="x.png"></noscript><!-- <artcle-card> -->`;
    assert.deepEqual(found(pageWith(body)), []);
  });
});
