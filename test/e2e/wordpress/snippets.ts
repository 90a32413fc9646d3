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
  'article-card: words behind a block, the page goes on':
    '<article-card>\n<img src="/wp-includes/images/w-logo-blue.png" alt="Heat">\n<h3><a href="/articles/heat-or-ice/">Heat</a></h3>\n<p>About Heat.</p>\n<time datetime="2025-03-04">March 4, 2025</time>\n</article-card>\n\n<h2>What to do</h2>\n\n<p>Warm it, and <a href="/book/">book a visit</a>.</p>',
  'article-card: words behind a block, a paragraph goes on':
    '<article-card>\n<h3><a href="/articles/heat-or-ice/">Heat</a></h3>\nAbout Heat.\n</article-card>\n\n<p>Warm it, and <a href="/book/">book a visit</a>.</p>',
  'article-card: two with words behind a block':
    '<div>\n<article-card>\n<img src="/wp-includes/images/w-logo-blue.png" alt="Heat">\n<h3><a href="/articles/heat-or-ice/">Heat</a></h3>\n<p>About Heat.</p>\n<time datetime="2025-03-04">March 4, 2025</time>\n</article-card>\n<article-card>\n<img src="/wp-includes/images/w-logo-blue.png" alt="La ciática">\n<h3><a href="/articles/la-ciatica/">La ciática</a></h3>\n<p>About La ciática.</p>\n<time datetime="2025-03-04">March 4, 2025</time>\n</article-card>\n</div>',
  'article-card: a link round all of it':
    '<article-card>\n<a href="/articles/heat-or-ice/">\n<h3>Heat or ice?</h3>\n<p>Your choice.</p>\n</a>\n</article-card>',
  'related-posts: cards with words behind a block':
    '<related-posts heading="More to read">\n<article-card>\n<img src="/wp-includes/images/w-logo-blue.png" alt="Heat">\n<h3><a href="/articles/heat-or-ice/">Heat</a></h3>\n<p>About Heat.</p>\n<time datetime="2025-03-04">March 4, 2025</time>\n</article-card>\n<article-card>\n<img src="/wp-includes/images/w-logo-blue.png" alt="La ciática">\n<h3><a href="/articles/la-ciatica/">La ciática</a></h3>\n<p>About La ciática.</p>\n<time datetime="2025-03-04">March 4, 2025</time>\n</article-card>\n</related-posts>\n\n<h2>What to do</h2>\n\n<p>Warm it, and <a href="/book/">book a visit</a>.</p>',
  'related-posts: cards with words behind a block, blank lines':
    '<related-posts heading="More to read">\n\n<article-card>\n<img src="/wp-includes/images/w-logo-blue.png" alt="Heat">\n<h3><a href="/articles/heat-or-ice/">Heat</a></h3>\n<p>About Heat.</p>\n<time datetime="2025-03-04">March 4, 2025</time>\n</article-card>\n\n<article-card>\n<img src="/wp-includes/images/w-logo-blue.png" alt="La ciática">\n<h3><a href="/articles/la-ciatica/">La ciática</a></h3>\n<p>About La ciática.</p>\n<time datetime="2025-03-04">March 4, 2025</time>\n</article-card>\n\n</related-posts>\n\n<p>Warm it, and <a href="/book/">book a visit</a>.</p>',
  'related-posts: cards on the line of its tags':
    '<related-posts heading="More to read"><article-card><h3><a href="/articles/heat-or-ice/">Heat</a></h3>About Heat.</article-card>\n\n<article-card><h3><a href="/articles/la-ciatica/">La ciática</a></h3>About La ciática.</article-card></related-posts>\n\n<p>Warm it, and <a href="/book/">book a visit</a>.</p>',
  'related-posts: a heading and cards':
    '<related-posts>\n<h2>More to read</h2>\n<article-card>\n<h3><a href="/articles/heat-or-ice/">Heat</a></h3>\nAbout Heat.\n</article-card>\n<article-card>\n<h3><a href="/articles/la-ciatica/">La ciática</a></h3>\nAbout La ciática.\n</article-card>\n</related-posts>\n\n<h2>What to do</h2>\n\n<p>Warm it, and <a href="/book/">book a visit</a>.</p>',
  'related-posts: cards that end themselves, blank lines':
    '<related-posts heading="More to read">\n\n<article-card href="/articles/heat-or-ice/" heading="Heat or ice?" />\n\n<article-card href="/articles/la-ciatica/" heading="La ciática" />\n\n</related-posts>',
  'related-posts: list behind and before words':
    'Read on:\n<related-posts heading="More to read">\n<ul>\n<li><a href="/articles/heat-or-ice/">Heat or ice?</a></li>\n</ul>\n</related-posts>\nand go on.',
  'related-posts: two lists in a row':
    '<related-posts heading="More to read">\n<ul>\n<li><a href="/articles/heat-or-ice/">Heat or ice?</a></li>\n</ul>\n</related-posts>\n<related-posts heading="And more">\n<ul>\n<li><a href="/articles/la-ciatica/">La ciática</a></li>\n</ul>\n</related-posts>',
  'related-posts: shortcode round a list':
    '[related-posts heading="More to read"]\n<ul>\n<li><a href="/articles/heat-or-ice/">Heat or ice?</a></li>\n</ul>\n[/related-posts]\n\n<h2>What to do</h2>\n\n<p>Warm it, and <a href="/book/">book a visit</a>.</p>',
  'related-posts-json: blank lines around':
    '<related-posts heading="More to read">\n\n<script type="application/json">[{"title":"Heat or ice?","url":"/articles/heat-or-ice/"}]</script>\n\n</related-posts>',
  'related-posts-json: heading, and a list behind':
    '<related-posts>\n<h2>More to read</h2>\n<script type="application/json">[{"title":"Heat or ice?","url":"/articles/heat-or-ice/"}]</script>\n<ul>\n<li><a href="/articles/">All articles</a></li>\n</ul>\n</related-posts>',
  'related-posts-json: a tag in it':
    '<related-posts heading="More to read"><script type="application/json">[{"title":"Heat or ice?","url":"/articles/heat-or-ice/","excerpt":"<p>Your choice.</p>"}]</script></related-posts>',
  'contact-form: attributes':
    '<contact-form action="/wp-json/clinic-demo/v1/leads" heading="Ask us" fields="name email message"></contact-form>',
  'contact-form: link':
    '<contact-form action="/wp-json/clinic-demo/v1/leads"><a href="mailto:desk@example.org">Write to us</a></contact-form>',
  'contact-form: fields on lines':
    '<contact-form action="/wp-json/clinic-demo/v1/leads">\n<label>Name <input name="name" required></label>\n<label>E-mail <input type="email" name="email"></label>\n<button>Send</button>\n</contact-form>',
  'contact-form: form with a div round it':
    '<div>\n<contact-form action="/wp-json/clinic-demo/v1/leads">\n<form method="post" action="/wp-json/clinic-demo/v1/leads">\n<label>Name <input name="name"></label>\n<button>Send</button>\n</form>\n</contact-form>\n</div>',
  'article-hero: attributes':
    '<article-hero heading="Heat or ice? It\'s your choice" category="Self-care" category-href="/articles/category/self-care/" author="Asha Menon" published="2025-03-04"></article-hero>',
  'article-hero: lines':
    '<article-hero>\n<img src="/wp-includes/images/w-logo-blue.png" alt="A warm pack and a cold pack" width="80" height="80">\n<a rel="tag" href="/articles/category/self-care/">Self-care</a>\n<h1>Heat or ice?</h1>\n<p>By <a rel="author" href="/author/asha/">Asha Menon</a>, <time datetime="2025-03-04">March 4, 2025</time></p>\n</article-hero>',
  'article-hero: title and paragraph':
    '<article-hero>\n<h1>Heat or ice?</h1>\n<p>By Asha Menon -- <time datetime="2025-03-04">March 4, 2025</time></p>\n</article-hero>',
  'article-hero: blank lines':
    '<article-hero>\n\n<h1>Heat or ice?</h1>\n\nBy Asha Menon\n\n</article-hero>',
  'article-hero: with its review':
    '<article-hero>\n<h1>Heat or ice?</h1>\n<medical-review>Medically reviewed by <a href="/author/asha/">Asha Menon, MD</a> on <time datetime="2025-03-04">March 4, 2025</time></medical-review>\n</article-hero>',
  'article-hero: title, in a paragraph':
    '<p><article-hero><h1>Heat or ice?</h1></article-hero></p>',
  'medical-review: attributes':
    '<medical-review reviewer="Asha Menon" credentials="MD" reviewer-href="/author/asha/" reviewed="2025-03-04"></medical-review>',
  'medical-review: sentence on its line':
    '<medical-review>\nMedically reviewed by <a href="/author/asha/">Asha Menon, MD</a> on <time datetime="2025-03-04">March 4, 2025</time>\n</medical-review>',
  'medical-review: paragraph':
    '<medical-review><p>Medically reviewed by <a href="/author/asha/">Asha Menon, MD</a> on <time datetime="2025-03-04">March 4, 2025</time></p></medical-review>',
  'article-contents: attributes':
    '<article-contents heading="On this page" target="heat-and-ice"></article-contents>\n\n<div id="heat-and-ice">\n<h2 id="heat">Heat -- for stiff muscles</h2>\nWarm it.\n<h2 id="ice">Ice</h2>\nCool it.\n</div>',
  'article-contents: links on lines':
    '<article-contents heading="On this page">\n<a href="#heat">Heat</a>\n<a href="#ice">Ice</a>\n</article-contents>',
  'article-contents: list':
    '<article-contents heading="On this page">\n<ul>\n<li><a href="#heat">Heat</a></li>\n<li><a href="#ice">Ice</a></li>\n</ul>\n</article-contents>',
  'faq-list: details on one line each':
    '<faq-list heading="Questions">\n<details><summary>Heat or ice?</summary>Both are fine.</details>\n<details><summary>How long?</summary>A quarter of an hour.</details>\n</faq-list>',
  'faq-list: details with paragraphs':
    '<faq-list heading="Questions">\n<details>\n<summary>Heat or ice?</summary>\n<p>Both are fine.</p>\n</details>\n\n<details>\n<summary>How long?</summary>\n<p>It\'s a matter of taste.</p>\n</details>\n</faq-list>',
  'faq-list: headings and text':
    '<faq-list>\n<h3>Heat or ice?</h3>\n<p>Both are fine.</p>\n<h3>How long?</h3>\n<p>A quarter of an hour.</p>\n</faq-list>',
  'faq-list: list of terms':
    '<faq-list>\n<dl>\n<dt>Heat or ice?</dt>\n<dd>Both are fine.</dd>\n</dl>\n</faq-list>',
  'faq-list: attribute':
    '<faq-list items=\'[{"question":"Heat or ice?","answer":"Both are fine."}]\'></faq-list>',
  'faq-list: JSON on one line':
    '<faq-list><script type="application/json">[{"question":"Heat or ice?","answer":"Both are fine."}]</script></faq-list>',
  'skip-link: link': '<skip-link><a href="#content">Skip to the article</a></skip-link>',
  'skip-link: words on a line': '<skip-link>\nSkip to the article\n</skip-link>',
  'action-link: link':
    '<action-link><a href="/articles/heat-or-ice/">Heat or ice?</a></action-link>',
  'action-link: words on a line':
    '<action-link href="/articles/heat-or-ice/">\nHeat or ice? →\n</action-link>',
  'action-link: attributes':
    '<action-link href="/articles/heat-or-ice/" label="Heat or ice? Don\'t wait"></action-link>',
  'action-link: card':
    '<action-link variant="card">\n<h3><a href="/articles/heat-or-ice/">Heat or ice?</a></h3>\n<p>It\'s your choice -- really.</p>\n</action-link>',
  'medical-disclaimer: attributes':
    '<medical-disclaimer kind="article" country="US"></medical-disclaimer>',
  'medical-disclaimer: words on a line':
    '<medical-disclaimer country="US">\nThis page doesn\'t replace an examination.\n</medical-disclaimer>',
  'medical-disclaimer: heading and paragraph':
    '<medical-disclaimer country="US">\n<h3>Please note</h3>\n<p>This page doesn\'t replace an examination.</p>\n</medical-disclaimer>',
  'site-banner: attributes':
    '<site-banner kind="closure" message="We\'re closed on Friday" dismissable></site-banner>',
  'site-banner: words and a link on lines':
    '<site-banner dismissable>\nWe\'re closed on Friday -- <a href="/contact/">ways to reach us</a>\n</site-banner>',
  'site-banner: paragraph':
    '<site-banner><p>We\'re closed on Friday -- <a href="/contact/">ways to reach us</a></p></site-banner>',
  'clinic-location: attributes':
    '<clinic-location name="Fernhollow North" street="18 Fernhollow Lane" locality="Columbus" region="OH" postal-code="43299" country="US" phone="(614) 555-0142"></clinic-location>',
  'clinic-location: heading, address, number':
    '<clinic-location>\n<h3>Fernhollow North</h3>\n<address>18 Fernhollow Lane<br>Columbus, OH 43299</address>\n<a href="tel:+16145550142">(614) 555-0142</a>\n</clinic-location>',
  'clinic-location: blank lines':
    '<clinic-location>\n\n<h3>Fernhollow North</h3>\n\n<p>18 Fernhollow Lane, Columbus</p>\n\n</clinic-location>',
  'provider-card: attributes':
    '<provider-card name="Asha Menon" credentials="MD" job-title="Spine surgeon" languages="en es" accepting="yes" phone="(614) 555-0142" href="/author/asha/"></provider-card>',
  'provider-card: heading and paragraphs':
    '<provider-card>\n<h3><a href="/author/asha/">Asha Menon, MD</a></h3>\n<p>Spine surgeon</p>\n<p>She doesn\'t rush -- ever.</p>\n</provider-card>',
  'provider-card: lines':
    '<provider-card>\n<a href="/author/asha/">Asha Menon, MD</a>\nSpine surgeon\n<a href="tel:+16145550142">(614) 555-0142</a>\n</provider-card>',
  'clinic-info: JSON on one line':
    '<clinic-info><script type="application/json">{"name":"Fernhollow","country":"US","phone":"+16145550142"}</script></clinic-info>\n\n<call-cta label="Call us"></call-cta>',
  'clinic-info: JSON on lines':
    '<clinic-info>\n<script type="application/json">\n{\n"name": "Fernhollow",\n"country": "US",\n"phone": "+16145550142"\n}\n</script>\n</clinic-info>\n\n<call-cta label="Call us"></call-cta>',
  'clinic-info: source': '<clinic-info src="/wp-json/?_fields=name"></clinic-info>',
};
