import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { collapse } from '../../src/foundation/text.js';
import { excerptOf } from '../../src/posts/excerpt.js';

const TEXT = 'A pillow under the knees, or between them, takes the strain off your lower back.';

/** As in Firefox before 125. */
const withoutSegmenter: typeof excerptOf = (...given) => {
  const { Segmenter } = Intl;
  try {
    Reflect.deleteProperty(Intl, 'Segmenter');
    return excerptOf(...given);
  } finally {
    Object.defineProperty(Intl, 'Segmenter', {
      value: Segmenter,
      configurable: true,
      writable: true,
    });
  }
};

describe('excerptOf', () => {
  it('leaves a short text as it is', () => {
    assert.equal(excerptOf('Short.', 160), 'Short.');
    assert.equal(excerptOf('exactly', 7), 'exactly');
    assert.equal(excerptOf('  spaced \n out ', 160), 'spaced out');
  });

  it('cuts a long one between words, with one ellipsis', () => {
    assert.equal(excerptOf(TEXT, 30), 'A pillow under the knees, or…');
    assert.equal(excerptOf(TEXT, 10), 'A pillow…');
    assert.equal(excerptOf(TEXT, 8), 'A pillow…');
  });

  it('ends on no comma, colon or dash', () => {
    assert.equal(excerptOf(TEXT, 25), 'A pillow under the knees…');
    assert.equal(excerptOf('Walk – slowly – every day', 7), 'Walk…');
    assert.equal(excerptOf('Three things: rest, ice, heat', 13), 'Three things…');
  });

  it('makes an ending that says "cut" already one ellipsis', () => {
    for (const ending of ['…', ' …', '...', ' ....', '[…]', ' [...]', ' [ … ]', '… \n'])
      assert.equal(
        excerptOf(`Most people feel a dull ache${ending}`, 160),
        'Most people feel a dull ache…',
        ending,
      );
    assert.equal(excerptOf(`${TEXT} [&hellip;]`.replace('&hellip;', '…'), 10), 'A pillow…');
  });

  it('takes "Continue reading" behind an ellipsis for a part of it', () => {
    for (const ending of [
      '[…] Read more »',
      '… Continue reading “A dull ache”',
      '[...] Leer más',
      '. . .',
    ])
      assert.equal(
        excerptOf(`Most feel a dull ache ${ending}`, 160),
        'Most feel a dull ache…',
        ending,
      );
    const asked = 'Read more about the ache… or less';
    assert.equal(excerptOf(asked, 160), asked);
  });

  it('ends on no number of a list, and on no sign that belongs to the next word', () => {
    assert.equal(excerptOf('1. Rest. 2. Ice. 3. Compression.', 19), '1. Rest. 2. Ice. …');
    assert.equal(excerptOf('Wir öffnen am 3. Mai wieder', 18, 'de'), 'Wir öffnen am…');
    assert.equal(excerptOf('#BackPain #Sciatica', 12), '#BackPain…');
    assert.equal(excerptOf('Le duele. ¿Por qué le duele?', 12), 'Le duele. …');
    assert.equal(excerptOf('1日2回、食後に服用', 5, 'ja'), '1日2回…');
  });

  it('puts no second ellipsis where the cut falls behind one', () => {
    assert.equal(excerptOf('Wait… what does it mean?', 6), 'Wait…');
    assert.equal(excerptOf('Wait... what does it mean?', 8), 'Wait…');
  });

  it('leaves other punctuation alone', () => {
    for (const text of ['Why?', 'Stop!', 'See [1]', 'A. B.', 'e.g..', 'Wait…what'])
      assert.equal(excerptOf(text, 160), text);
  });

  it('says nothing where there is nothing', () => {
    for (const nothing of ['', ' ', null, undefined, '…', ' [...] '])
      assert.equal(excerptOf(nothing, 160), '');
  });

  it('cuts between words where a language writes no spaces', () => {
    const thai = 'หมอนใต้เข่าช่วยลดแรงกดที่หลังส่วนล่าง';
    const cut = excerptOf(thai, 12, 'th');
    assert.ok(cut.endsWith('…') && thai.startsWith(cut.slice(0, -1)), cut);
    const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(thai)];
    assert.ok(
      words.some(({ index }) => index === cut.length - 1),
      `${cut} ends on a word`,
    );
  });

  it('cuts one word that is longer than all the room', () => {
    assert.equal(excerptOf('Pneumonoultramicroscopic', 9), 'Pneumonou…');
  });

  it('works without Intl.Segmenter, and with a language that is none', () => {
    assert.equal(excerptOf(TEXT, 10, 'not a language'), 'A pillow…');
    assert.equal(withoutSegmenter(TEXT, 10), 'A pillow…');
    assert.equal(withoutSegmenter(TEXT, 25), 'A pillow under the knees…');
  });

  it('ends behind a sentence where one ends near the end of the room', () => {
    const text =
      'Most people recover. It takes six weeks. Then you can run again, slowly at first.';
    assert.equal(excerptOf(text, 45), 'Most people recover. It takes six weeks. …');
    assert.equal(excerptOf(text, 40), 'Most people recover. It takes six weeks. …');
    assert.equal(excerptOf(text, 36), 'Most people recover. It takes six…');
    assert.equal(excerptOf('Is it the hip? Or is it the back that hurts?', 20), 'Is it the hip? …');
    assert.equal(
      excerptOf('腰が痛い。病院に行きます。薬を飲みます。', 14, 'ja'),
      '腰が痛い。病院に行きます。…',
    );
    assert.equal(excerptOf('Most people recover. [...]', 160), 'Most people recover. …');
  });

  it('counts characters as people do, and splits none', () => {
    assert.equal(excerptOf('👩‍⚕️👨‍👩‍👧‍👦🇪🇸👍🏽', 4), '👩‍⚕️👨‍👩‍👧‍👦🇪🇸👍🏽');
    assert.equal(excerptOf('👩‍⚕️ 👨‍👩‍👧‍👦 🇪🇸 👍🏽', 3), '👩‍⚕️ 👨‍👩‍👧‍👦…');
    assert.equal(excerptOf('🇪🇸🇲🇽🇦🇷', 2), '🇪🇸🇲🇽…');
    assert.equal(excerptOf('épaule douloureuse'.normalize('NFD'), 6).normalize(), 'épaule…');
  });

  it('keeps the words of right-to-left languages in their order', () => {
    const hebrew = 'כאבי גב תחתון הם תופעה נפוצה מאוד';
    assert.equal(excerptOf(hebrew, 14, 'he'), 'כאבי גב תחתון…');
    const arabic = 'ألم أسفل الظهر شائع؟ نعم، وهو يزول.';
    assert.equal(excerptOf(arabic, 22, 'ar'), 'ألم أسفل الظهر شائع؟ …');
  });

  /** What must be there as a whole or not at all, in "Before it WHAT behind it …". */
  const WHOLE = [
    '(555) 555-0142',
    '+1 555 555 0142',
    '555-555-0142 ext. 12',
    '1-800-555-0199',
    '2.5 mg',
    '500 mg/day',
    '10 mg/kg/day',
    '1–2 tablets',
    '2 to 3 tablets',
    '2 × 500 mg',
    '1,000 mg',
    '1.000 mg',
    '38.5 °C',
    '101.3 °F',
    '50 %',
    '12.5%',
    '$1,200.50',
    '€ 400',
    '120/80 mmHg',
    '9:30 a.m.',
    'May 12, 2026',
    '12 May 2026',
    '12 de mayo de 2026',
    '2026-05-12',
    'https://clinic.example/neck/pain?x=1&y=2',
    'www.clinic.example/neck',
    'clinic.example/neck',
    'front.desk@clinic.example',
    'Dr. Rivera',
    'Dra. Rivera',
    'J. Rivera',
    'e.g. rest',
    'p. ej. reposo',
    'No. 5',
    'L5-S1',
    '٥٠٠ ملغ',
    '५०० मि.ग्रा.',
    '500 מ״ג',
    '2½ tablets',
    '1:2 and 3 x 10 reps',
    '5 bis 10 mg',
    'bzw. Nackenschmerzen',
    'max. 4 g',
  ];

  it('never ends inside a number with its unit, a telephone number, an address or a name', () => {
    for (const what of WHOLE) {
      const text = `Before it ${what} and more behind it`;
      for (let most = 1; most < text.length; most++) {
        const cut = excerptOf(text, most).replace(/\s?…$/, '');
        assert.ok(
          text.startsWith(cut) && (cut.length <= 'Before it'.length || cut.includes(what)),
          `${most}: ${cut}`,
        );
      }
    }
  });

  it('says nothing where the first thing has no room', () => {
    assert.equal(excerptOf('(555) 555-0142 is our number', 10), '');
    assert.equal(excerptOf('2.5 mg a day', 4), '');
    assert.equal(excerptOf(', knee', 1), '');
  });

  it('keeps words with a hyphen together, if they have room', () => {
    assert.equal(excerptOf('Your follow-up visit', 11), 'Your…');
    assert.equal(excerptOf('Self-management-programme', 10), 'Self…');
  });

  it('leaves no bracket or quotation open', () => {
    assert.equal(excerptOf('A scan (an MRI of the back) helps', 18), 'A scan (an MRI of…');
    assert.equal(excerptOf('The usual scan (an MRI of the back) helps', 24), 'The usual scan…');
    assert.equal(excerptOf('She told us “I can walk” today', 20), 'She told us…');
    assert.equal(excerptOf('Ella dijo «puedo andar» hoy', 18), 'Ella dijo…');
    assert.equal(excerptOf('A scan (an MRI) of the back helps', 20), 'A scan (an MRI) of…');
    assert.equal(excerptOf('Sie sagte „Ich gehe“ und ging', 22), 'Sie sagte „Ich gehe“…');
  });

  it('drops shortcodes and what is left of HTML, and keeps what is written in brackets', () => {
    for (const [written, shown] of [
      ['[gallery ids="1,2"] Knees bend.', 'Knees bend.'],
      ['[caption id="a" width="300"]A knee[/caption] bends.', 'A knee bends.'],
      ['[vc_row][vc_column width="1/2"]Knees bend.[/vc_column][/vc_row]', 'Knees bend.'],
      ['[gallery] Knees [contact-form-7 id=”5″ title=”x”] bend.', 'Knees bend.'],
      ['[button]Call[/button] us. [divider /]', 'Call us.'],
      ['[gal[x_y]lery ids="1"]Knees', 'Knees'],
      ['[vc_row]Knees bend.[vc_column width="1/2', 'Knees bend. …'],
      ['[box]Knees bend.[/bo', '[box]Knees bend. …'],
      ['Knees bend [see be', 'Knees bend [see be'],
      ['<p>Knees <b>be</b>nd.</p><!-- more --><br/>Hips too.', 'Knees bend. Hips too.'],
      ['Knees [see below] bend [sic] [1] [5 mg].', 'Knees [see below] bend [sic] [1] [5 mg].'],
      ['If p < 0.05 and q > 2, bend.', 'If p < 0.05 and q > 2, bend.'],
      ['A [follow-up] and [in network].', 'A [follow-up] and [in network].'],
    ] as const)
      assert.equal(excerptOf(written, 160), shown);
    assert.equal(excerptOf('Knees bend &hellip;', 160), 'Knees bend…');
    assert.equal(excerptOf('Knees bend [&hellip;]', 160), 'Knees bend…');
  });

  it('does not say the title again', () => {
    const of = (title: string, text: string) => excerptOf(text, 160, { title });
    assert.equal(
      of('Why knees hurt', 'Why knees hurt Most pain is harmless.'),
      'Most pain is harmless.',
    );
    assert.equal(of('Why knees hurt', 'Why knees hurt: most pain'), 'most pain');
    assert.equal(of('Sore knees?', 'Sore Knees? They mend.'), 'They mend.');
    assert.equal(of('It’s the hip', "It's the hip. It's the hip. Rest."), 'Rest.');
    assert.equal(of('Knees', 'Knees Knees bend. They mend.'), 'Knees bend. They mend.');
    assert.equal(of('Why knees hurt', 'Why knees hurt'), '');
    assert.equal(of('Why knees hurt', 'Why knees hurt…'), '');
    // Here the first words are not the title but a sentence.
    assert.equal(of('Sciatica', 'Sciatica is common.'), 'Sciatica is common.');
    assert.equal(
      of('Sciatica', 'Sciatica – leg pain – is common.'),
      'Sciatica – leg pain – is common.',
    );
    assert.equal(of('Back', 'Backs bend.'), 'Backs bend.');
    assert.equal(
      of('What (really) helps?*', 'What (really) helps?* Rest.'),
      'What (really) helps?* Rest.',
    );
    assert.equal(of('?', '? Yes.'), '? Yes.');
    assert.equal(excerptOf('Why knees hurt so much', 14, { title: 'Why knees hurt' }), '');
  });

  it('is none below a least length', () => {
    assert.equal(excerptOf('Read on', 160, { minLength: 8 }), '');
    assert.equal(excerptOf('Read on!', 160, { minLength: 8 }), 'Read on!');
  });

  it('reads no more of an endless text than it may need', () => {
    const endless = [
      '<i>',
      '<',
      '<!--',
      '[',
      '[a_b',
      '[/x]',
      '. ',
      '...',
      '…',
      '1',
      '1-',
      'a.',
      '("',
      '😀\u200d',
    ];
    for (const part of endless)
      assert.match(excerptOf(`Knees bend ${part.repeat(400_000)}x`, 160), /^Knees bend/, part);
  });

  const PIECES = [
    ...WHOLE,
    'knee',
    'pain',
    'and',
    'mend.',
    'Why?',
    '𝒜𝒷𝒸𝒹',
    '👩‍⚕️',
    '👨‍👩‍👧‍👦',
    '🇪🇸🇲🇽',
    '👍🏽',
    'é',
    'ñandú',
    ',',
    '–',
    '…',
    '...',
    '[…]',
    '&hellip;',
    '.',
    '(see',
    'below)',
    '“so”',
    '[sic]',
    '痛みがあります。',
    'ปวดหลัง',
    'ألم الظهر',
    'כאבי גב',
    '[gallery ids="1"]',
    '[/caption]',
    '[vc_row]',
    '<p>',
    '<b>x</b>',
  ];
  const joined = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 30 })
    .map((words) => words.join(' '));
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    joined,
    fc.string({ unit: fc.constantFrom('𝒜', '𝒷', 'a'), maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('[', ']', '/', 'a', '_', '<', '>', '.', '…', ' ', '1', '-'),
      maxLength: 60,
    }),
  );
  const most = fc.integer({ min: 1, max: 80 });
  const characters = (of: string) => [...new Intl.Segmenter('en').segment(of)];
  /* All of a text: with room for it, and its ending left off. */
  const bareOf = (written: string) => excerptOf(written, 20_000).replace(/\s?…$/u, '');

  function promises(cutting: typeof excerptOf) {
    it('is always a beginning of the text, no longer than asked, with one ellipsis or none', () => {
      fc.assert(
        fc.property(text, most, (written, room) => {
          const result = cutting(written, room);
          const [, cut = ''] = /^(.*?)(?:\s?…)?$/su.exec(result)!;
          assert.ok(bareOf(written).startsWith(cut), `${JSON.stringify(result)} begins it`);
          assert.ok(characters(cut).length <= room, `${JSON.stringify(cut)} in ${room}`);
          assert.doesNotMatch(result, /…\s*…$/);
          assert.doesNotMatch(result, /\p{Surrogate}/u, 'no half of a pair');
          assert.doesNotMatch(result, /\[(?:gallery|\/caption|vc_row)|<p>|<b>/);
        }),
        { numRuns: 3000 },
      );
    });

    it('ends on nothing that looks like a shortcode once it is cut', () => {
      assert.equal(cutting('Rest [/a[ and walk', 7), 'Rest…');
      assert.equal(cutting('[/a[', 3), '');
      assert.equal(cutting('[a_[…]', 3), '');
    });

    it('is the same when it is cut again', () => {
      fc.assert(
        fc.property(text, most, fc.option(text, { nil: '' }), (written, room, title) => {
          const once = cutting(written, room, { title });
          assert.equal(cutting(once, room, { title }), once);
        }),
        { numRuns: 3000 },
      );
    });

    it('splits no emoji, flag or accented letter', () => {
      const emoji = fc
        .array(fc.constantFrom('👩‍⚕️', '👨‍👩‍👧‍👦', '🇪🇸', '👍🏽', 'é', 'ש', '1️⃣', 'a'), { maxLength: 20 })
        .map((list) => ({ list, text: list.join('') }));
      fc.assert(
        fc.property(emoji, most, ({ list, text }, room) => {
          const cut = cutting(text, room).replace(/…$/, '');
          const ends = list.map((_, at) => list.slice(0, at + 1).join(''));
          assert.ok(cut === '' || ends.includes(cut), JSON.stringify(cut));
        }),
      );
    });

    it('keeps whole what must be whole, wherever it stands', () => {
      fc.assert(
        fc.property(
          fc.array(fc.oneof(fc.constantFrom('knees', 'hurt', 'often'), fc.constantFrom(...WHOLE)), {
            maxLength: 12,
          }),
          fc.integer({ min: 5, max: 80 }),
          (list, room) => {
            const cut = cutting(list.join(' ; '), room).replace(/\s?…$/, '');
            const ends = list.map((_, at) => list.slice(0, at + 1).join(' ; '));
            assert.ok(cut === '' || ends.includes(cut), cut);
          },
        ),
        { numRuns: 2000 },
      );
    });
  }

  promises(excerptOf);

  it('never says that it cut where nothing is missing', () => {
    fc.assert(
      fc.property(text, most, (written, room) => {
        const whole = collapse(written);
        // A text that ended so before is another matter, and so is one with markup.
        fc.pre(!/[….\]\s,;:–—-]$|&hellip;$|[[<]/u.test(whole));
        const result = excerptOf(written, room);
        if (!result) return;
        if (!result.endsWith('…')) assert.equal(result, whole);
        else assert.notEqual(result.replace(/\s?…$/, ''), whole);
      }),
      { numRuns: 3000 },
    );
  });

  describe('without Intl.Segmenter', () => promises(withoutSegmenter));
});
