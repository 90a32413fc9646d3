// What guidance must not say, and what it may: sentences of both kinds, in both languages.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { WORDING_RULES } from '../../src/guidance/wording.js';
import { wordingFaults } from '../../src/guidance/wording-faults.js';

const REFUSED: Record<string, { en: string[]; es: string[] }> = {
  'wording-finding': {
    en: [
      'You have sciatica.',
      'You may have a herniated disc.',
      'You probably have arthritis, so rest.',
      'You could have cauda equina syndrome.',
      'Your answers suggest a pinched nerve.',
      'This looks like a muscle strain.',
      'It is likely that you have an infection.',
      'These symptoms are consistent with spinal stenosis.',
      'This is tendinitis.',
      'It may be a stress fracture.',
      'You are suffering from nerve pain.',
      'That means you have nerve damage.',
      'If you have weakness, you have nerve damage.',
      'What you describe sounds like whiplash.',
      'Rest helps your tendinitis.',
      'Your pain is caused by a disc.',
    ],
    es: [
      'Usted tiene ciática.',
      'Tiene una hernia discal.',
      'Puede tener una infección.',
      'Usted podría tener artritis.',
      'Es probable que tenga una fractura.',
      'Sus respuestas sugieren un nervio pinzado.',
      'Esto parece una contractura.',
      'Esto es una tendinitis.',
      'Padece de estenosis.',
      'Sus síntomas indican un problema del disco.',
      'Si nota debilidad, tiene un nervio dañado.',
      'El reposo ayuda a su ciática.',
      'Lo que describe se debe a un disco.',
    ],
  },
  'wording-diagnosis': {
    en: [
      'Your diagnosis is ready.',
      'We diagnose your pain online.',
      'The result is a diagnosis of your back.',
      'You are diagnosed in two minutes.',
    ],
    es: [
      'Su diagnóstico está listo.',
      'Diagnosticamos su dolor en línea.',
      'El resultado es un diagnóstico de su espalda.',
    ],
  },
  'wording-probability': {
    en: [
      'There is a 70% match.',
      'In 9 out of 10 people it is the back.',
      'The probability is small.',
      'It is most likely the muscle.',
      'Chances are that it is the hip.',
      'This is low risk.',
    ],
    es: [
      'Coincide en un 70 %.',
      'En 9 de cada 10 personas es la espalda.',
      'La probabilidad es pequeña.',
      'Probablemente es el músculo.',
      'Es de bajo riesgo.',
    ],
  },
  'wording-reassurance': {
    en: [
      'It is nothing serious.',
      'You are fine.',
      'You’re probably fine to run.',
      'Don’t worry.',
      'No need to see a doctor.',
      'You do not need to call.',
      'This rules out a fracture.',
      'It is not an emergency.',
      'Back pain like this is harmless.',
      'The pain will go away on its own.',
      'You have no red flags.',
      'You can wait.',
      'Good news!',
    ],
    es: [
      'No es nada grave.',
      'Usted está bien.',
      'No se preocupe.',
      'No hace falta ver a un médico.',
      'No necesita llamar.',
      'Esto descarta una fractura.',
      'No es una emergencia.',
      'El dolor se quitará solo.',
      'Buenas noticias: puede esperar.',
      'No hay de qué preocuparse.',
    ],
  },
  'wording-drug': {
    en: [
      'Take 400 mg every six hours.',
      'Two tablets, that is 2 tablets, at night.',
      'Take ibuprofen with food.',
      'Try an over-the-counter pain reliever.',
      'Apply diclofenac twice a day.',
    ],
    es: [
      'Tome 400 mg cada seis horas.',
      'Tome ibuprofeno con comida.',
      'Bastan 2 comprimidos por la noche.',
      'Aplique diclofenaco dos veces al día.',
    ],
  },
  'wording-treatment': {
    en: [
      'Stop taking your blood thinner.',
      'Do not take your tablets today.',
      'Reduce your dose.',
      'Change your medication.',
      'You need an MRI.',
      'You will need surgery.',
      'You do not need an operation.',
      'Cancel your surgery.',
    ],
    es: [
      'Deje de tomar su anticoagulante.',
      'No tome sus pastillas hoy.',
      'Reduzca su dosis.',
      'Suspenda el tratamiento.',
      'Necesita una resonancia.',
      'No necesita cirugía.',
    ],
  },
  'wording-alarm': {
    en: [
      'You could die.',
      'This is a deadly sign.',
      'Call before it is too late.',
      'Some end up in a wheelchair.',
      'Call now!!',
    ],
    es: [
      'Podría morir.',
      'Llame antes de que sea demasiado tarde.',
      'Algunos acaban en silla de ruedas.',
      '¡Llame ya!!',
    ],
  },
  'wording-blame': {
    en: [
      'You should have come sooner.',
      'This is your own fault.',
      'It hurts because you are overweight.',
      'Why didn’t you call?',
    ],
    es: ['Debería haber venido antes.', 'Es su culpa.', '¿Por qué no vino antes?'],
  },
};

const GOOD: { en: string[]; es: string[] } = {
  en: [
    'Call 911 now, or have somebody drive you to an emergency room.',
    'Say that you have lost control of your bladder.',
    'If you have a fever as well, call us today.',
    'If you are over 50 and you have lost weight, call us.',
    'You have answered all the questions.',
    'You have to be seen today.',
    'You may have to wait on the phone.',
    'You have the right to a copy.',
    'Ask for any question you have.',
    'Do you have diabetes?',
    'Have you been diagnosed with cancer?',
    'Have you lost more than 5% of your weight?',
    'Do you take more than 400 mg of ibuprofen a day?',
    'Are you taking steroids, or have you stopped taking them?',
    'This is not a diagnosis.',
    'This page does not diagnose and cannot rule out anything.',
    'It does not mean that nothing is wrong.',
    'That no sign was chosen does not mean that you are fine.',
    'Only a clinician who sees you can diagnose.',
    'A clinician can diagnose what a page cannot.',
    'If this is not an emergency, call the clinic.',
    'These signs can be a reason to be seen today.',
    'People with answers like yours often read about sciatica.',
    'Sciatica: what it is and what helps',
    'Living with spinal stenosis',
    'How back pain is diagnosed',
    'Call us if it does not get better.',
    'Tell us which medicines you take.',
    'Do not stop a medicine before you have spoken with whoever prescribed it.',
    'When you call, say since when it hurts.',
    'Bring a list of your medications.',
    'This cannot wait.',
    'The clinic is open until 5 p.m.',
    'Does anyone in your family have osteoporosis?',
    'Anyone who has had cancer should be seen soon.',
    'Your answers stay on this page.',
    'Walking helps most people more than lying down.',
    'Spinal surgery is one of many options; a clinician decides with you.',
  ],
  es: [
    'Llame al 911 ahora, o pida que lo lleven a urgencias.',
    'Diga que ha perdido el control de la vejiga.',
    'Si tiene fiebre, llámenos hoy.',
    'Si tiene más de 50 años y tiene fiebre, llámenos.',
    'Tiene que acudir hoy.',
    'Puede tener que esperar al teléfono.',
    'Tiene derecho a una copia.',
    'Tiene preguntas pendientes.',
    '¿Tiene diabetes?',
    '¿Le han diagnosticado cáncer?',
    '¿Ha perdido más del 5 % de su peso?',
    '¿Toma más de 400 mg de ibuprofeno al día?',
    'Esto no es un diagnóstico.',
    'Esta página no diagnostica ni descarta nada.',
    'No significa que no sea nada grave.',
    'Que no haya marcado ninguna señal no significa que esté bien.',
    'Solo un profesional que lo vea puede diagnosticar.',
    'Si no es una emergencia, llame a la clínica.',
    'Estas señales pueden ser un motivo para acudir hoy.',
    'Quienes responden como usted suelen leer sobre la ciática.',
    'Ciática: qué es y qué ayuda',
    'Vivir con estenosis espinal',
    'No puede esperar.',
    'La clínica tiene dos sedes.',
    'El dolor que tiene puede cambiar.',
    'Cuando llame, diga desde cuándo le duele.',
    'Traiga una lista de sus medicamentos.',
    'Diga su idioma y su síntoma principal.',
    'Sus respuestas se quedan en esta página.',
    'Caminar ayuda a la mayoría más que estar acostado.',
  ],
};

const codes = (text: string, language: string): string[] =>
  wordingFaults(text, language).map(({ code }) => code);

describe('guidance may not say', () => {
  for (const [code, sentences] of Object.entries(REFUSED))
    for (const [language, list] of Object.entries(sentences))
      for (const sentence of list)
        it(`${sentence} (${code})`, () => {
          const found = codes(sentence, language);
          assert.ok(found.includes(code), `found: ${found.join(', ') || 'nothing'}`);
        });

  it('what it may not say among good sentences either', () => {
    for (const [code, { en, es }] of Object.entries(REFUSED)) {
      const within = (good: string[], bad: string) => [good[0], bad, good[1]].join(' ');
      for (const bad of en) assert.ok(codes(within(GOOD.en, bad), 'en-US').includes(code), bad);
      for (const bad of es) assert.ok(codes(within(GOOD.es, bad), 'es-MX').includes(code), bad);
    }
  });

  it('anything of that in other letters', () => {
    assert.deepEqual(codes('YOU HAVE SCIATICA.', 'en'), ['wording-finding']);
    assert.deepEqual(codes('USTED TIENE CIÁTICA.', 'es'), ['wording-finding']);
  });
});

describe('guidance may say', () => {
  for (const [language, list] of Object.entries(GOOD))
    for (const sentence of list)
      it(sentence, () => assert.deepEqual(codes(sentence, language), []));

  it('all of these in one paragraph', () => {
    for (const [language, list] of Object.entries(GOOD))
      assert.deepEqual(codes(list.join(' '), language), []);
  });

  it('in an option, what visitors say of themselves', () => {
    for (const own of ['You have sciatica', 'More than 5%', 'I was diagnosed with cancer'])
      assert.deepEqual(wordingFaults(own, 'en', { isOption: true }), []);
  });

  it('anything in a language that it does not know', () => {
    assert.deepEqual(codes('Sie haben Ischias. 70 %.', 'de'), []);
  });
});

describe('wording rules', () => {
  it('each have a reason, a source, and sentences that show them', () => {
    assert.deepEqual(
      WORDING_RULES.map(({ code }) => code),
      Object.keys(REFUSED),
    );
    for (const { code, reason, source } of WORDING_RULES)
      assert.ok(reason.length > 20 && source.length > 10, code);
  });

  it('quote the words that they refuse', () => {
    const [fault] = wordingFaults('Call us. You have sciatica, we think.', 'en');
    assert.match(fault!.words, /^You have sciatica/);
  });

  it('read any text in a bounded time', () => {
    const pieces = [
      ...GOOD.en,
      ...REFUSED['wording-finding']!.en,
      'you have ',
      'your ',
      'not ',
      'this is a ',
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      '-',
      '.',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        for (const language of ['en', 'es'])
          for (const { words } of wordingFaults(parts.join(''), language))
            assert.ok(parts.join('').includes(words), 'its own words');
      }),
      { numRuns: 200 },
    );
  });
});
