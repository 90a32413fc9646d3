import type { actionLink } from '../en/action-link.js';
import type { articleCard } from '../en/article-card.js';
import type { articleContents } from '../en/article-contents.js';
import type { articleHero } from '../en/article-hero.js';
import type { callCta } from '../en/call-cta.js';
import type { callCtaHours } from '../en/call-cta-hours.js';
import type { clinicLocation } from '../en/clinic-location.js';
import type { clinicLocationParts } from '../en/clinic-location-parts.js';
import type { conditionChecker } from '../en/condition-checker.js';
import type { contactForm } from '../en/contact-form.js';
import type { contactFormQuestions } from '../en/contact-form-questions.js';
import type { contactFormSending } from '../en/contact-form-sending.js';
import type { faqList } from '../en/faq-list.js';
import type { medicalDisclaimer } from '../en/medical-disclaimer.js';
import type { medicalReview } from '../en/medical-review.js';
import type { openHours } from '../en/open-hours.js';
import type { providerCard } from '../en/provider-card.js';
import type { relatedPosts } from '../en/related-posts.js';
import type { siteBanner } from '../en/site-banner.js';
import type { skipLink } from '../en/skip-link.js';

/** One o'clock is singular, thirteen hours are not. */
const until = (time: string) => `${/^0?1(?!\d)/.test(time) ? 'la' : 'las'} ${time}`;
const at = (time: string) => `a ${until(time)}`;

/** Every element's words in Spanish, as used in the United States. */
export const es = {
  actionLink: {
    newTab: '(se abre en una pestaña nueva)',
  } satisfies typeof actionLink,
  articleCard: {
    reviewed: (day, reviewer) =>
      reviewer ? `Revisado por ${reviewer} el ${day}` : `Revisado el ${day}`,
  } satisfies typeof articleCard,
  articleContents: {
    heading: 'En esta página',
  } satisfies typeof articleContents,
  articleHero: {
    by: (author) => `Por ${author}`,
    updated: (day) => `Actualizado el ${day}`,
  } satisfies typeof articleHero,
  callCta: {
    sms: 'Enviar un mensaje de texto',
    whatsapp: 'WhatsApp',
    copy: 'Copiar el número',
    copied: 'Copiado',
  } satisfies typeof callCta,
  callCtaHours: {
    open: (label) => (label ? `Abierto: ${label}` : 'Abierto ahora'),
    openingSoon: 'Abre pronto',
    closed: (label) => (label ? `Cerrado: ${label}` : 'Cerrado ahora'),
    until: (time) => `Hasta ${until(time)}`,
    untilDay: (day, time) => `Hasta el ${day} ${at(time)}`,
    always: 'Día y noche',
    opensAt: (time) => `Abre ${at(time)}`,
    opensTomorrow: (time) => `Abre mañana ${at(time)}`,
    opensDay: (day, time) => `Abre el ${day} ${at(time)}`,
  } satisfies typeof callCtaHours,
  faqList: {
    expand: 'Abrir todas',
    collapse: 'Cerrar todas',
  } satisfies typeof faqList,
  medicalDisclaimer: {
    article:
      'Esta página ofrece información general y no es un consejo médico. No sustituye el examen de un profesional de la salud que le conozca.',
    form: 'Este formulario no es para emergencias ni para preguntas urgentes: puede pasar un tiempo hasta que alguien lo lea. Escribirnos no le convierte en paciente de la clínica.',
    checker:
      'Esta herramienta ofrece información general. No le examina ni puede decir qué tiene usted.',
    emergency: (number) => `Si esto puede ser una emergencia, llame ahora al ${number}.`,
    emergencyUnknown:
      'Si esto puede ser una emergencia, llame ahora al número de emergencias de su localidad.',
    crisis: (number) =>
      `En una crisis de salud mental, llame o envíe un mensaje de texto al ${number}, de día o de noche.`,
  } satisfies typeof medicalDisclaimer,
  medicalReview: {
    reviewed: (reviewer, day) =>
      `Revisado médicamente${reviewer && ` por ${reviewer}`}${day && ` el ${day}`}`,
    updated: (day) => `Actualizado el ${day}`,
    policy: 'Cómo revisamos',
  } satisfies typeof medicalReview,
  conditionChecker: {
    start: 'Empezar',
    next: 'Siguiente',
    back: 'Atrás',
    skip: 'Omitir esta pregunta',
    startAgain: 'Empezar de nuevo',
    question: (n) => `Pregunta ${n}`,
    more: (n) => (n ? `como máximo ${n} más` : 'la última'),
    why: 'Por qué lo preguntamos',
    chooseOne: 'Elija una respuesta.',
    chooseMany: 'Elija todo lo que corresponda.',
    choosePlace: 'Elija en la lista o en el dibujo.',
    range: (from, to) => `De ${from} a ${to}.`,
    oneNeeded: 'Elija una respuesta para seguir.',
    manyNeeded: 'Elija al menos una respuesta para seguir.',
    numberNeeded: 'Escriba un número para seguir.',
    noNumber: 'Escriba el número en cifras y nada más.',
    outOfRange: (from, to) => `Escriba un número de ${from} a ${to}.`,
    offStep: (step) => `Escriba un número de ${step} en ${step}.`,
    front: 'Visto de frente',
    behind: 'Visto por detrás',
    example: 'Es un ejemplo. No se ha revisado para su uso: no se guíe por él.',
    reviewed: (reviewer, day) => `Revisado por ${reviewer} el ${day}`,
    expired: (day) =>
      `La revisión de esta guía era válida hasta el ${day}. Puede que no diga lo que se sabe hoy.`,
    version: (version) => `versión ${version}`,
    sources: 'De dónde viene esto',
    accessed: (day) => `consultado el ${day}`,
    emergencyLevel: 'Emergencia',
    urgentLevel: 'Urgente',
    soonLevel: 'Pronto',
    routineLevel: 'Sin prisa',
    selfLevel: 'Lo que puede hacer usted',
    callEmergency: (number) => `Llame ahora al ${number}`,
    callEmergencyUnknown: 'Llame ahora al número de emergencias de su localidad.',
    callClinic: (number) => `Llámenos: ${number}`,
    writeToUs: 'Escríbanos',
    reading: 'Para leer',
    answers: 'Sus respuestas',
    skipped: 'Omitida',
    change: 'Cambiar',
    changeOf: (question) => `Cambiar su respuesta: ${question}`,
    handOver: '¿Añadir sus respuestas al mensaje?',
    handOverHint:
      'Esto es todo lo que se añadiría. Cámbielo como quiera. No se envía nada hasta que pulse Enviar en el formulario.',
    handOverText: 'Texto para su mensaje',
    add: 'Añadir a mi mensaje',
    without: 'No, solo el formulario',
    noField: 'El formulario no tiene lugar para esto. Puede copiar el texto.',
    unavailable: 'Esta guía no se puede mostrar ahora.',
    paused: 'Esta guía se está revisando de nuevo. Llámenos, por favor.',
    again: 'Intentar de nuevo',
  } satisfies typeof conditionChecker,
  clinicLocation: {
    showMap: 'Mostrar el mapa',
    mapFrom: (host) => `El mapa viene de ${host}, que entonces ve su dirección de internet.`,
    mapOf: (place) => (place ? `Mapa: ${place}` : 'Mapa'),
    mapLoading: 'Cargando el mapa…',
    mapFailed: 'No se pudo cargar el mapa.',
  } satisfies typeof clinicLocation,
  clinicLocationParts: {
    hours: 'Horario',
    directions: 'Cómo llegar',
    directionsTo: (place) => `Cómo llegar a ${place}`,
    fax: 'Fax',
    tty: 'TTY',
    email: 'Correo electrónico',
    parking: 'Estacionamiento',
    transit: 'Transporte público',
    accessibility: 'Accesibilidad',
  } satisfies typeof clinicLocationParts,
  providerCard: {
    yes: 'Acepta pacientes nuevos',
    no: 'No acepta pacientes nuevos',
    waitlist: 'Lista de espera para pacientes nuevos',
    referral: 'Pacientes nuevos con referido',
    specialties: 'Especialidades',
    languages: 'Idiomas',
    locations: 'Consultorios',
    npi: 'NPI',
    book: 'Pedir una cita',
    bookWith: (name) => `Pedir una cita con ${name}`,
  } satisfies typeof providerCard,
  openHours: {
    caption: 'Horario',
    today: 'Hoy',
    closed: 'Cerrado',
    allDay: 'Abierto las 24 horas',
    to: 'a',
    holidays: 'Días festivos',
  } satisfies typeof openHours,
  relatedPosts: {
    heading: 'Lecturas relacionadas',
    loading: 'Cargando lecturas relacionadas',
    failed: 'No se pudieron cargar las lecturas relacionadas.',
    offline: 'No tiene conexión.',
    again: 'Intentar de nuevo',
  } satisfies typeof relatedPosts,
  siteBanner: {
    info: 'Anuncio',
    closure: 'Aviso de cierre',
    emergency: 'Aviso de emergencia',
    dismiss: 'Cerrar',
  } satisfies typeof siteBanner,
  skipLink: {
    skip: 'Saltar al contenido principal',
  } satisfies typeof skipLink,
  contactForm: {
    name: 'Nombre completo',
    email: 'Correo electrónico',
    phone: 'Teléfono',
    message: '¿En qué podemos ayudarle?',
    optional: '(opcional)',
    privacy: 'Por favor, no incluya datos médicos.',
    send: 'Enviar mensaje',
    unreachable: 'No hay conexión. Su mensaje sigue aquí: envíelo más tarde o llámenos.',
    thanks: 'Gracias',
    thanksText: 'Su mensaje ha llegado. Nos pondremos en contacto con usted.',
    reference: (receipt) => `Su referencia es ${receipt}.`,
  } satisfies typeof contactForm,
  contactFormQuestions: {
    'first-name': 'Nombre',
    'last-name': 'Apellidos',
    reason: 'Motivo de la visita',
    location: 'Consultorio',
    date: 'Día que prefiere',
    time: 'Hora que prefiere',
    morning: 'Por la mañana',
    afternoon: 'Por la tarde',
    evening: 'Al anochecer',
    'contact-method': '¿Cómo prefiere que le contactemos?',
    text: 'Mensaje de texto',
    'new-patient': '¿Es su primera visita?',
    yes: 'Sí',
    no: 'No',
    insurance: 'Seguro médico',
    zip: 'Código postal',
    choose: 'Elija una opción',
    clinic: 'esta clínica',
    consent: (clinic) => `Acepto que ${clinic} use lo que escribí para responderme.`,
    'consent-contact': (clinic) => `Acepto que ${clinic} me contacte acerca de esta solicitud.`,
    'consent-sms': (clinic) =>
      `Acepto recibir mensajes de texto automáticos de ${clinic} sobre citas y servicios, en el número que di. La frecuencia varía. Pueden aplicarse tarifas de mensajes y datos. Responda STOP para cancelar o HELP para recibir ayuda. No es condición para recibir atención.`,
    'consent-call': (clinic) =>
      `Acepto recibir llamadas automáticas o grabadas de ${clinic} sobre citas y servicios, en el número que di. La frecuencia varía. Puedo pedir que terminen en cualquier momento. No es condición para recibir atención.`,
    'consent-newsletter': (clinic) =>
      `Acepto recibir noticias de ${clinic} por correo electrónico. Puedo darme de baja en cualquier momento.`,
    step: (step, steps) => `Paso ${step} de ${steps}`,
    next: 'Continuar',
    back: 'Atrás',
  } satisfies typeof contactFormQuestions,
  contactFormSending: {
    problem: 'Hay un problema',
    missingName: 'Escriba su nombre completo',
    missingEmail: 'Escriba un correo electrónico',
    missingPhone: 'Escriba un número de teléfono',
    missingMessage: 'Díganos en qué podemos ayudarle',
    missingOther: (label) => `Complete «${label}»`,
    missingChoice: (label) => `Elija «${label}»`,
    missingBox: (label) => `Marque «${label}»`,
    missingFile: (label) => `Elija un archivo para «${label}»`,
    missingDate: (label) => `Escriba una fecha completa para «${label}»`,
    missingTime: (label) => `Escriba una hora completa para «${label}»`,
    missingNumber: (label) => `Escriba un número para «${label}»`,
    email: 'Escriba un correo como nombre@example.com',
    emails: 'Escriba correos como nombre@example.com, separados por comas',
    url: 'Escriba una dirección web como https://example.com',
    format: (label, why) => `Revise «${label}». ${why}`.trim(),
    tooShort: (label, least) => `«${label}» necesita al menos ${least} caracteres`,
    tooLong: (label, most) => `«${label}» admite como máximo ${most} caracteres`,
    atLeast: (label, least) => `«${label}» debe ser ${least} o más`,
    atMost: (label, most) => `«${label}» debe ser ${most} o menos`,
    notBefore: (label, first) => `«${label}» debe ser ${first} o después`,
    notAfter: (label, last) => `«${label}» debe ser ${last} o antes`,
    between: (label, first, last) => `«${label}» debe estar entre ${first} y ${last}`,
    wholeNumber: (label) => `«${label}» debe ser un número entero`,
    steps: (label, step, from) =>
      `«${label}» va en pasos de ${step}${from && `, a partir de ${from}`}`,
    didYouMean: (address) => `¿Quiso decir ${address}?`,
    newTab: '(se abre en otra pestaña)',
    privacyPolicy: 'Política de privacidad',
    sending: 'Enviando su mensaje…',
    slow: 'Aún se está enviando. Por favor, no cierre esta página.',
    offline: 'No tiene conexión. Su mensaje sigue aquí y se enviará cuando vuelva la conexión.',
    changed: 'Su mensaje ha llegado. Lo que cambió mientras se enviaba no se ha enviado.',
    again: 'Enviar otra vez',
    post: 'Enviar de otra manera',
    copy: 'Copiar mi mensaje',
    copied: 'Copiado',
    noFiles: 'Este formulario no puede enviar archivos. Quite el archivo y envíe lo demás.',
    trap: 'Deje este campo vacío',
    unconfirmed:
      'No pudimos confirmar que su mensaje haya llegado. Puede enviarlo otra vez: no se contará dos veces.',
    unconfirmedOnce:
      'No pudimos confirmar que su mensaje haya llegado. Si lo envía otra vez, la clínica podría recibirlo dos veces.',
    failed:
      'Este formulario no funciona en este momento. Su mensaje no se ha enviado y sigue aquí.',
    rejected:
      'El servidor de la clínica no pudo aceptar este mensaje. Revíselo y envíelo otra vez.',
    call: 'También puede llamar al',
    callInstead: 'Por favor, llámenos:',
  } satisfies typeof contactFormSending,
};
