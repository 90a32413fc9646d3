// Small trees for the stories and tests of condition-checker: made up, of no use to anybody who is ill.

type Fields = Record<string, unknown>;

/** Texts in both languages. */
const t = (en: string, es: string) => ({ en, es });

/** A tree with a question of each kind, and an outcome of each level. */
export const kneeTree = (changes: Fields = {}): Fields => ({
  format: 1,
  id: 'sore-knee',
  version: '1.2.0',
  languages: ['en', 'es'],
  title: t('Sore knee: where to turn', 'Dolor de rodilla: adónde acudir'),
  intro: t(
    'A few questions, and we tell you what to read and whom to call. It takes about a minute.',
    'Unas pocas preguntas y le decimos qué leer y a quién llamar. Lleva un minuto.',
  ),
  disclaimer: t(
    'This guide gives general information. It does not examine you, and it cannot tell what you have.',
    'Esta guía da información general. No le examina ni puede decir qué tiene usted.',
  ),
  reviewedBy: { name: 'Ines Marlow', credentials: 'MD' },
  reviewedOn: '2026-09-01',
  // So that it holds on the day of a test for some years.
  reviewMonths: 60,
  sources: [
    {
      id: 'handbook',
      title: 'A handbook of made-up knees',
      publisher: 'Example Press',
      url: 'https://example.com/knees',
      accessedOn: '2026-11-01',
    },
  ],
  start: 'where',
  questions: {
    where: {
      kind: 'region',
      text: t('Where does it hurt most?', '¿Dónde le duele más?'),
      options: [
        { id: 'knee', text: t('Knee', 'Rodilla'), region: 'knee' },
        { id: 'thigh', text: t('Thigh', 'Muslo'), region: 'thigh' },
        {
          id: 'lower-leg',
          text: t('Lower leg', 'Parte baja de la pierna'),
          help: t('Shin or calf', 'Espinilla o pantorrilla'),
          region: 'lower-leg',
        },
        { id: 'foot', text: t('Foot', 'Pie'), region: 'foot' },
        { id: 'elsewhere', text: t('Somewhere else', 'En otra parte') },
      ],
      next: 'signs',
    },
    signs: {
      kind: 'many',
      text: t('Is any of this so?', '¿Se da algo de esto?'),
      why: t(
        'These are signs that should be looked at without waiting.',
        'Son señales que deben mirarse sin esperar.',
      ),
      options: [
        {
          id: 'crooked',
          text: t('The leg looks crooked after a fall', 'La pierna se ve torcida tras una caída'),
          redFlag: 'crooked',
        },
        {
          id: 'hot',
          text: t('It is hot, and I have a fever', 'Está caliente y tengo fiebre'),
          redFlag: 'hot',
        },
        { id: 'swollen', text: t('It is swollen', 'Está hinchada') },
        { id: 'none', text: t('None of these', 'Nada de esto'), exclusive: true },
      ],
      next: 'age',
    },
    age: {
      kind: 'number',
      text: t('How old are you?', '¿Cuántos años tiene?'),
      help: t('In whole years.', 'En años cumplidos.'),
      min: 16,
      max: 110,
      unit: t('years', 'años'),
      next: 'weeks',
    },
    weeks: {
      kind: 'one',
      text: t('For how long has it hurt?', '¿Desde cuándo le duele?'),
      optional: true,
      options: [
        { id: 'days', text: t('A few days', 'Unos días') },
        { id: 'weeks', text: t('A few weeks', 'Unas semanas') },
        { id: 'months', text: t('Three months or more', 'Tres meses o más') },
      ],
      next: 'rules',
    },
  },
  redFlags: {
    crooked: {
      text: t('Deformity', 'Deformidad'),
      level: 'emergency',
      outcome: 'now',
      sources: [],
    },
    hot: {
      text: t('Heat and fever', 'Calor y fiebre'),
      level: 'urgent',
      outcome: 'today',
      sources: [],
    },
  },
  rules: [
    { when: 'weeks == "months"', outcome: 'visit' },
    { when: 'signs has "swollen"', outcome: 'soon' },
  ],
  otherwise: 'wait',
  outcomes: {
    now: {
      level: 'emergency',
      heading: t('Call for help now', 'Pida ayuda ahora'),
      body: t(
        'Do not walk on the leg, and do not drive yourself.',
        'No apoye la pierna y no conduzca.',
      ),
      actions: [{ kind: 'call', number: 'emergency' }],
    },
    today: {
      level: 'urgent',
      heading: t('Speak to somebody today', 'Hable con alguien hoy'),
      body: t('Call us, or go to an urgent care.', 'Llámenos o acuda a urgencias.'),
      actions: [
        { kind: 'call', number: 'clinic' },
        { kind: 'link', href: '/locations/', text: t('Where we are', 'Dónde estamos') },
      ],
    },
    soon: {
      level: 'soon',
      heading: t('Have it looked at this week', 'Que la vean esta semana'),
      body: t(
        'Somebody should look at a swollen knee within days.\n\nUntil then, rest it and keep it raised.',
        'Alguien debería ver una rodilla hinchada en unos días.\n\nHasta entonces, descanse con ella en alto.',
      ),
      actions: [
        { kind: 'form', text: t('Ask for a visit', 'Pedir una cita') },
        { kind: 'call', number: 'clinic' },
      ],
      related: [
        { href: '/articles/your-first-visit/', text: t('Your first visit', 'Su primera visita') },
        {
          href: '/articles/rest/',
          text: t('How to rest a knee, and for how long', 'Cómo descansar una rodilla'),
        },
      ],
    },
    visit: {
      level: 'routine',
      heading: t('Plan a visit when it suits you', 'Pida una cita cuando le convenga'),
      body: t(
        'What has lasted for months is worth a thorough look.',
        'Lo que dura meses merece una buena mirada.',
      ),
      actions: [{ kind: 'form' }, { kind: 'call', number: 'clinic' }],
      related: [
        { href: '/articles/your-first-visit/', text: t('Your first visit', 'Su primera visita') },
      ],
    },
    wait: {
      level: 'self',
      heading: t('Give it a week of easy days', 'Dele una semana tranquila'),
      body: t(
        'Most sore knees settle. Keep moving as far as it does not hurt more.',
        'La mayoría mejora. Siga moviéndose mientras no duela más.',
      ),
      actions: [
        {
          kind: 'link',
          href: '/articles/rest/',
          text: t('How to rest a knee', 'Cómo descansarla'),
        },
        { kind: 'form' },
      ],
      related: [{ href: '/articles/walking/', text: t('Walking again', 'Volver a caminar') }],
    },
  },
  ...changes,
});
