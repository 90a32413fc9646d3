/**
 * What people type into an editor, by name: each also in ways that an editor takes apart. What WordPress made
 * of it is in test/fixtures/wordpress-editors-more.json.
 */
export const snippets: Readonly<Record<string, string>> = {
  'call-cta: link':
    '<call-cta label="Call us"><a href="tel:+16145550142">(614) 555-0142</a></call-cta>',
  'call-cta: link on its line':
    '<call-cta label="Call us">\n<a href="tel:+16145550142">(614) 555-0142</a>\n</call-cta>',
  'call-cta: link in a paragraph':
    '<call-cta label="Call us">\n<p><a href="tel:+16145550142">(614) 555-0142</a></p>\n</call-cta>',
  'call-cta: link between blank lines':
    '<call-cta label="Call us">\n\n<a href="tel:+16145550142">(614) 555-0142</a>\n\n</call-cta>',
  'call-cta: in a list':
    '<ul>\n<li><call-cta label="North"><a href="tel:+16145550142">(614) 555-0142</a></call-cta></li>\n<li><call-cta phone="(614) 555-0143" label="South"></call-cta></li>\n</ul>',
  'call-cta: greater than, as an entity':
    '<call-cta phone="(614) 555-0142" label="Pain &gt; 6 weeks? Don\'t wait -- call"></call-cta>',
  'call-cta: tag that ends itself': '<call-cta phone="(614) 555-0142" label="Call us" />',
  'call-cta: shortcode': '[call-cta phone="+16145550142" label="Call us"]',
  'call-cta: shortcode with curly quotes': '[call-cta phone=“+16145550142” label=“Call”]',
  'phone-number: in a sentence':
    'Call <phone-number>(614) 555-0142</phone-number> or <phone-number><a href="tel:+16145550143">614.555.0143</a></phone-number> -- we\'re there.',
  'phone-number: on its line': 'Call\n<phone-number>\n(614) 555-0142\n</phone-number>\ntoday.',
  'phone-number: attribute': 'Call <phone-number phone="(614) 555-0142"></phone-number> today.',
  'phone-number: paragraph inside': '<phone-number><p>(614) 555-0142</p></phone-number>',
  'phone-number: bold, with a comment':
    'Call <phone-number><!-- front desk --><strong>(614) 555-0142</strong></phone-number> today.',
  'open-hours: attributes':
    '<open-hours hours="Mo-Fr 08:00-17:00; Sa closed" time-zone="America/New_York"></open-hours>',
  'open-hours: words':
    '<open-hours hours="Mo-Fr 08:00-17:00" time-zone="America/New_York">Monday to Friday, 8 to 5 -- closed at weekends</open-hours>',
  'open-hours: words on lines':
    '<open-hours heading="Our hours">\nMonday to Friday, 8 to 5\nSaturday, 9 to 12\n</open-hours>',
  'article-card: attributes':
    '<article-card href="/articles/heat-or-ice/" heading="Heat or ice?" excerpt="It\'s your choice -- really." published="2025-03-04"></article-card>',
  'article-card: lines':
    '<article-card>\n<a href="/articles/heat-or-ice/">Heat or ice?</a>\nIt\'s your choice -- really.\n<time datetime="2025-03-04">March 4, 2025</time>\n</article-card>',
  'article-card: heading and text':
    '<article-card>\n<h3><a href="/articles/heat-or-ice/">Heat or ice?</a></h3>\n<p>It\'s your choice -- really.</p>\n</article-card>',
  'article-card: slots of another library':
    '<article-card><a slot="title" href="/articles/heat-or-ice/">Heat or ice?</a> <span slot="body">Your choice.</span></article-card>',
  'related-posts: links on lines':
    '<related-posts heading="More to read">\n<a href="/articles/heat-or-ice/">Heat or ice?</a>\n<a href="/articles/la-ciatica/">La ciática</a>\n</related-posts>',
  'related-posts: cards on lines':
    '<related-posts heading="More to read">\n<article-card href="/articles/heat-or-ice/" heading="Heat or ice?"></article-card>\n<article-card href="/articles/la-ciatica/" heading="La ciática"></article-card>\n</related-posts>',
  'related-posts: list':
    '<related-posts heading="More to read"><ul><li><a href="/articles/heat-or-ice/">Heat or ice?</a></li></ul></related-posts>',
  'related-posts: list with a div round it':
    '<div>\n<related-posts heading="More to read">\n<ul>\n<li><a href="/articles/heat-or-ice/">Heat or ice?</a></li>\n</ul>\n</related-posts>\n</div>',
  'related-posts: source and links':
    '<related-posts src="/wp-json/wp/v2/posts?per_page=3" heading="More to read">\n<a href="/articles/category/conditions/">All articles</a>\n</related-posts>',
  'related-posts-json: one line':
    '<related-posts heading="More to read"><script type="application/json">[{"title":"Heat or ice?","url":"/articles/heat-or-ice/"}]</script></related-posts>',
  'related-posts-json: blank lines':
    '<related-posts heading="More to read">\n<script type="application/json">\n[\n\n{ "title": "Heat or ice?", "url": "/articles/heat-or-ice/" }\n\n]\n</script>\n</related-posts>',
  'contact-form: attributes':
    '<contact-form action="/wp-json/clinic-demo/v1/leads" heading="Ask us" fields="name email message"></contact-form>',
  'contact-form: link':
    '<contact-form action="/wp-json/clinic-demo/v1/leads"><a href="mailto:desk@example.org">Write to us</a></contact-form>',
  'contact-form: fields on lines':
    '<contact-form action="/wp-json/clinic-demo/v1/leads">\n<label>Name <input name="name" required></label>\n<label>E-mail <input type="email" name="email"></label>\n<button>Send</button>\n</contact-form>',
  'contact-form: form with a div round it':
    '<div>\n<contact-form action="/wp-json/clinic-demo/v1/leads">\n<form method="post" action="/wp-json/clinic-demo/v1/leads">\n<label>Name <input name="name"></label>\n<button>Send</button>\n</form>\n</contact-form>\n</div>',
};
