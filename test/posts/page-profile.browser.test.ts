// What is taken from a page to find what is related to it.
import { expect } from '@open-wc/testing';
import { profileOf } from '../../src/posts/page-profile.js';

/** A page that is not this one. */
function pageWith(head: string, body: string, lang = ''): Document {
  return new DOMParser().parseFromString(
    `<!doctype html><html${lang && ` lang="${lang}"`}><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
}

const THEME = pageWith(
  `<title>Sciatica – Harbor Spine</title>
   <link rel="canonical" href="https://clinic.example/sciatica/">
   <meta property="article:section" content="Back pain">
   <meta property="article:tag" content="leg pain"><meta property="article:tag" content="nerves">
   <meta name="keywords" content="sciatica, leg pain ,">`,
  `<header><h1>Harbor Spine</h1><nav>Home Contact</nav></header>
   <main>
     <article>
       <h1>What <em>sciatica</em>
         feels like</h1>
       <a rel="category tag" href="/c/">Back pain</a> <a rel="tag" href="/t/">numbness</a>
       <p>It burns down the <b>le</b>g.</p><p>Mostly one side.</p>
       <h2>The line</h2><h3>Down to the foot</h3>
       <form><label>Your trouble</label><textarea>I wet the bed</textarea></form>
       <input value="typed"><select><option>Option</option></select>
       <div contenteditable>typed too</div><output>42</output>
       <div hidden>hidden</div><aside><h2>Newsletter</h2>News</aside>
       <my-cards><h2>Other article</h2><a rel="tag" href="/o/">other</a> other words</my-cards>
       <script>const code = 1;</script><style>p { color: red }</style>
       <ul><li>One</li><li>Two</li></ul>
       <footer>Written by us</footer>
     </article>
   </main>
   <footer>Imprint</footer>`,
  'en-US',
);

describe('profileOf', () => {
  it('reads the article of a usual theme', () => {
    const profile = profileOf(THEME, 'my-cards');
    expect(profile.headings).to.deep.equal(['The line', 'Down to the foot']);
    expect(profile.categories).to.deep.equal(['Back pain']);
    expect(profile.tags).to.deep.equal(['numbness', 'leg pain', 'nerves', 'sciatica']);
    expect(profile.language).to.equal('en-US');
    expect(profile.url).to.equal('https://clinic.example/sciatica/');
  });

  it('takes the title of the article, not the name of the site', () => {
    const article = THEME.querySelector('article')!;
    expect(profileOf(article).title).to.equal('What sciatica feels like');
    expect(profileOf(THEME).title).to.equal('What sciatica feels like');
  });

  it('takes the words of the article, and none that a visitor typed', () => {
    const { text } = profileOf(THEME.querySelector('article')!, 'my-cards');
    expect(text).to.equal('Back pain numbness It burns down the leg. Mostly one side. One Two');
    expect(JSON.stringify(profileOf(THEME))).not.to.match(/typed|wet|Option|42|hidden|News|code/);
  });

  it('reads JSON-LD of the page, in a graph or not, and bears any other', () => {
    const page = pageWith(
      `<script type="application/ld+json">{ not json</script>
       <script type="application/ld+json">[null, 7, {"@type": "Organization", "keywords": "clinic"}]</script>
       <script type="application/ld+json">{"@graph": [{"@type": ["MedicalWebPage"], "keywords": ["hip", 3]},
         {"@type": "BlogPosting", "articleSection": ["Joints", "Hip"], "keywords": "hip, walking"}]}</script>`,
      '<main><p>Text</p></main>',
    );
    const { categories, tags } = profileOf(page);
    expect(categories).to.deep.equal(['Joints', 'Hip']);
    expect(tags).to.deep.equal(['hip', 'walking']);
  });

  it('makes do with a page that says little', () => {
    const bare = profileOf(pageWith('<title> Only   a title </title>', 'words'));
    expect(bare).to.deep.include({ title: 'Only a title', text: 'words', headings: [], tags: [] });
    expect(bare.language).to.equal('');
    expect(profileOf(pageWith('<meta property="og:title" content="Shared">', '')).title).to.equal(
      'Shared',
    );
    expect(profileOf(document).url).to.match(/^http/);
  });

  it('reads a page that stands in one form as a whole', () => {
    const page = pageWith('', '<form><main><h1>T</h1><h2>H</h2><p>Words</p></main></form>');
    expect(profileOf(page)).to.deep.include({ title: 'T', headings: ['H'], text: 'Words' });
  });

  it('takes the nearest language, and no more than 20,000 characters', () => {
    const page = pageWith('', `<main lang="es"><p>${'palabra '.repeat(9000)}</p></main>`, 'en');
    const { language, text } = profileOf(page);
    expect(language).to.equal('es');
    expect(text.length).to.be.within(19_900, 20_000);
  });
});
