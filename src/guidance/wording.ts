/** A manner of speaking that has no place in guidance. */
export interface WordingRule {
  /** Stays: it stands in people's builds. */
  code: string;
  severity: 'error' | 'warning';
  /** What it is, in a few words. */
  about: string;
  /** Why it is refused. */
  reason: string;
  /** What the reason rests on. */
  source: string;
}

const FDA = 'FDA, Clinical Decision Support Software, guidance of January 2026';
const RED_FLAGS = 'Red flags have low predictive value in back pain: PMC4080478';
const TOOLKIT = 'AHRQ, Health Literacy Universal Precautions Toolkit';

/** A way of saying it, as the source of a regular expression with the flags `iu`. */
export interface Patterns {
  /** What is said; words may begin and end anywhere but inside a word. */
  says: string;
  /** Not where this comes before it in its clause. */
  unless?: string;
}

/** A rule, with the ways of saying it in each language. */
export interface WordingEntry extends WordingRule {
  /** Also in a question, and in an option. */
  everywhere?: boolean;
  en: Patterns[];
  es: Patterns[];
}

const IF =
  'if|when|whenever|whether|unless|until|once|in case|anyone|someone|people|who|even though|as though';
const SI =
  'si|cuando|siempre que|a menos que|hasta que|en caso de|quien|quienes|personas|aunque|como si';
const NOT = "not|no|never|nor|cannot|without|\\w+n['’]t|instead of|rather than|replaces?";
const NO = 'no|ni|nunca|jamás|tampoco|sin|en lugar de|en vez de|sustituye|reemplaza';

/** Names of what somebody may be found to have; the endings are those of medicine. */
const FINDING = `(?:(?!diagnosis|prognosis)[\\p{L}-]{3,}(?:itis|osis|opathy|algia|listhesis)|(?:carcin|sarc|lymph|myel|melan)oma|sciatica|arthritis|stenosis|fracture|cancer|infection|tumou?r|cauda equina(?: syndrome)?|whiplash|(?:slipped|herniated|bulging|ruptured) dis[ck]s?|dis[ck] herniation|(?:pinched|trapped|compressed) nerve|stroke|osteoporosis|strain|sprain)`;
const HALLAZGO = `(?:[\\p{L}-]{3,}(?:itis|osis|patía|algia|listesis)|(?:carcin|sarc|linf|miel|melan)oma|ciática|artritis|artrosis|estenosis|fractura|cáncer|infección|tumor|síndrome|latigazo|(?:disco|nervio) (?:\\p{L}+ado|\\p{L}+ido)|hernia(?: discal| de disco)?|pinzamiento|derrame|osteoporosis|esguince|contractura)`;

/** What may follow "you have" that is no finding. */
const HAS_NO_FINDING =
  "(?:to|answered|chosen|selected|noticed|completed|finished|reached|read|told|said|given|seen|been|had|done|entered|marked|described|reported|decided|tried|already|just|questions?|any|more|time|no|none|only|(?:a|the|an|another|your) (?:(?:few|lot|right|choice|chance|question|questions|option|options|copy|way|say|appointment|account|phone|list)\\b))(?![\\p{L}'’-])";
const TIENE_OTRA_COSA =
  '(?:que|preguntas?|dudas?|derecho|tiempo|cita|razón|opción|opciones|más|alguna|todo|la opción|el derecho|una (?:cita|pregunta|duda|opción)|a su disposición)(?![\\p{L}-])';

/** Where a clause that states something may begin. */
const CLAUSE =
  '(?:^|(?<=[.;:,—–(])\\s*|(?<=(?<!\\p{L})(?:and|so|but|therefore|(?:think|believe|likely|probable|means|suggests?|indicates?|shows?)(?: that)?)\\s+))';
const ORACIÓN =
  '(?:^|(?<=[.;:,—–(])\\s*|(?<=(?<!\\p{L})(?:y|así que|pero|por tanto|creemos que|significan? que|indican? que|sugieren? que|probable que)\\s+))';

const DRUGS =
  '(?:ibuprofen|acetaminophen|paracetamol|tylenol|advil|naproxen|aleve|aspirin|diclofenac|gabapentin|pregabalin|prednisone|cortisone|tramadol|opioids?|oxycodone|hydrocodone|cyclobenzaprine|antibiotics?|muscle relaxants?|pain ?killers?|pain relievers?)';
const MEDICINAS =
  '(?:ibuprofeno|acetaminof[eé]n|paracetamol|tylenol|naproxeno|aspirina|diclofenaco|gabapentina|pregabalina|prednisona|cortisona|tramadol|opioides?|oxicodona|antibióticos?|relajantes? musculares?|analgésicos?|calmantes?)';

export const WORDING_ENTRIES: readonly WordingEntry[] = [
  {
    code: 'wording-finding',
    severity: 'error',
    about: 'says what the visitor has',
    reason:
      'Output that is specific to the patient and names a finding makes the page a medical device.',
    source: FDA,
    en: [
      {
        says: `${CLAUSE}you (?:(?:may|might|could|must|probably|likely|clearly|also|certainly|almost certainly) )*have (?!${HAS_NO_FINDING})(?=\\p{L})`,
        unless: `${IF}|${NOT}`,
      },
      {
        says: `you(?:['’]re| are) (?:(?:probably|likely|clearly) )?(?:suffering from|having (?:a|an) |showing signs)|you suffer from`,
        unless: `${IF}|${NOT}`,
      },
      {
        says: `(?:this|these|that|it|(?:your|the|these|those) (?:answers|symptoms|signs|pain)|what you (?:describe|report)|what you have described) (?:(?:most|very|probably|strongly|likely|all) )*(?:suggests?|indicates?|points? (?:to|toward|towards)|(?:sounds?|looks?|seems?) like|(?:is|are) (?:caused by|due to|consistent with|typical (?:of|for)|likely|probably|a (?:clear )?sign of|signs of)|means? (?:that )?(?:you|there))(?=[\\p{L} ])`,
        unless: `${IF}|${NOT}`,
      },
      {
        says: `(?:this|it|that|yours) (?:is|['’]s|may be|might be|could be|must be|seems to be) (?:(?:probably|likely|most likely|almost certainly) )?(?:(?:a|an|the) )?(?:[\\p{L}-]+ ){0,2}${FINDING}`,
        unless: `${IF}|${NOT}`,
      },
      { says: `your (?:[\\p{L}-]+ ){0,1}${FINDING}`, unless: `${IF}|${NOT}|how|treat` },
    ],
    es: [
      {
        says: `${ORACIÓN}(?:usted |tú )?(?:(?:probablemente|seguramente|también|claramente) )?(?:tiene|tienes|padece|padeces|sufre|sufres|presenta|presentas) (?:de )?(?!${TIENE_OTRA_COSA})(?=\\p{L})`,
        unless: `${SI}|${NO}`,
      },
      {
        says: `${ORACIÓN}(?:usted |tú )?(?:puede|puedes|podría|podrías|debe de|debes de) (?:tener|padecer|sufrir|estar sufriendo) (?!${TIENE_OTRA_COSA})(?=\\p{L})`,
        unless: `${SI}|${NO}`,
      },
      {
        says: `(?:es (?:muy )?(?:probable|posible)|puede|parece|creemos) que (?:usted )?(?:tenga|tengas|tiene|tienes|padezca|padezcas|sufra|sufras) (?!${TIENE_OTRA_COSA})(?=\\p{L})`,
        unless: NO,
      },
      {
        says: `(?:esto|eso|estos (?:signos|síntomas)|(?:sus|tus|las) respuestas|(?:sus|tus|los) (?:síntomas|signos)|(?:su|tu) dolor|lo que (?:describe|describes)) (?:(?:probablemente|claramente) )?(?:sugieren?|indican?|apuntan? a|parecen? |se deben? a|son (?:signos|señales|típicos) de|es (?:típico|señal|signo) de|significan? que)`,
        unless: `${SI}|${NO}`,
      },
      {
        says: `(?:esto|eso) (?:es|puede ser|podría ser|debe de ser|parece ser) (?:(?:probablemente|seguramente) )?(?:(?:un|una|el|la) )?(?:[\\p{L}-]+ ){0,2}${HALLAZGO}`,
        unless: `${SI}|${NO}`,
      },
      { says: `(?:su|tu) ${HALLAZGO}`, unless: `${SI}|${NO}|cómo|trata` },
    ],
  },
  {
    code: 'wording-diagnosis',
    severity: 'error',
    about: 'gives a diagnosis',
    reason: 'Only a clinician who sees the person can diagnose; a page that does is a device.',
    source: FDA,
    en: [
      {
        says: 'diagnos(?:is|es|ed?|ing|tic result)',
        unless: `${IF}|${NOT}|only (?:a|your|the)|(?:clinicians?|doctors?|physicians?|providers?|specialists?|surgeons?|nurses?)(?: who [\\p{L} ]+)? (?:can|could|may|must|will|would|should|to|who)|how|to (?:get|confirm|discuss)`,
      },
    ],
    es: [
      {
        says: 'diagn[oó]stic(?:o|os|ar|a|amos|ado|ada|an)',
        unless: `${SI}|${NO}|(?:solo|sólo|únicamente) (?:un|una|su)|(?:médicos?|médicas?|doctora?e?s?|profesional(?:es)?|especialistas?|clínicos?)(?: que [\\p{L} ]+)? (?:puede|pueden|podrá|debe|deben|para)|cómo`,
      },
    ],
  },
  {
    code: 'wording-probability',
    severity: 'error',
    about: 'says how probable something is',
    reason: 'No answer to a page supports a figure, and a figure for one person is a device’s.',
    source: FDA,
    en: [
      {
        says: '\\d+(?:[.,]\\d+)? ?(?:%|percent|per cent)|\\d+ (?:in|out of) (?:every )?\\d+|probabilit(?:y|ies)|(?:the )?(?:odds|chances) (?:are|of|that)|most likely|probably|very likely|high(?:ly)? (?:risk|likely)|low risk',
      },
    ],
    es: [
      {
        says: '\\d+(?:[.,]\\d+)? ?(?:%|por ciento)|\\d+ de cada \\d+|probabilidad(?:es)?|probablemente|lo más probable|muy probable|(?:alto|bajo) riesgo|riesgo (?:alto|bajo)',
      },
    ],
  },
  {
    code: 'wording-reassurance',
    severity: 'error',
    about: 'says that all is well',
    reason: 'That no sign was named does not mean that none is there: guidance never reassures.',
    source: RED_FLAGS,
    en: [
      {
        says: "nothing (?:is )?(?:serious|dangerous|wrong|to worry about|to be worried about|to fear)|you(?:['’]re| are) (?:probably |most likely )?(?:fine|ok|okay|safe|healthy|all right|alright|in the clear|not at risk|in good health|not in danger)|(?:do not|don['’]t|no need to|needn['’]t|need not|no reason to) (?:worry|be (?:worried|concerned|alarmed|afraid)|panic)|all clear|good news|(?:is|are) (?:probably |usually |most likely )?(?:harmless|not (?:serious|dangerous|an emergency)|nothing)|(?:isn['’]t|aren['’]t) (?:serious|dangerous|an emergency)",
        unless: `${IF}|mean|say|tell|show|know`,
      },
      {
        says: "no (?:need|reason) (?:to|for you to) (?:see|call|visit|be seen|seek|contact|go)|(?:do not|don['’]t|won['’]t|will not) need (?:to (?:see|be seen|call|visit|seek)|a doctor|a clinician|medical|emergency|care)|you can (?:safely )?(?:wait|ignore)|no red flags|no warning signs|will (?:go away|pass|heal|resolve|get better|clear up)(?: on its own| by itself)?",
        unless: `${IF}|mean|say|tell|show|know`,
      },
      { says: '(?:rules?|ruled|ruling) out', unless: NOT },
    ],
    es: [
      {
        says: 'nada (?:grave|serio|peligroso|malo|de (?:qué|que) preocuparse|que temer)|(?<!\\p{L})est(?:á|ás) (?:usted )?(?:bien|sano|sana|fuera de peligro|a salvo)|no (?:se preocupe|te preocupes|hay (?:de qué|por qué|motivo para|razón para) (?:preocuparse|alarmarse)|tiene (?:de qué|por qué) preocuparse|debe preocuparse|se alarme|te alarmes)|buenas noticias|no (?:es|parece) (?:nada|grave|serio|peligroso|una emergencia)|es inofensivo',
        unless: `${SI}|significa|dice|demuestra|saber`,
      },
      {
        says: 'no (?:hace falta|es necesario|necesita|necesitas|tiene que|tienes que) (?:ver|ir|llamar|acudir|consultar|visitar|un médico|una médica|atención|que (?:lo|la|le|te) (?:vea|vean))|(?<!no )puedes? (?:esperar|ignorarlo)|sin señales de alarma|se (?:le |te )?(?:quitará|pasará|curará|irá|resolverá)(?: solo| sola| por sí solo)?',
        unless: `${SI}|significa|dice|demuestra`,
      },
      { says: 'descart(?:a|amos|an|ado|ada|ar|e)', unless: NO },
    ],
  },
  {
    code: 'wording-drug',
    severity: 'error',
    about: 'names a drug to take, or a dose',
    reason: 'What to take depends on what the page does not know; advice on it is treatment.',
    source: FDA,
    en: [
      {
        says: `\\d+(?:[.,]\\d+)? ?(?:mg|mcg|µg|ml|milligrams?|micrograms?|millilit(?:er|re)s?|tablets?|pills?|capsules?|drops|IU)`,
      },
      {
        says: `(?:take|taking|try|use|using|apply|swallow) (?:(?:[\\p{L}-]+|\\d+) ){0,3}${DRUGS}`,
        unless: `${IF}|${NOT}|your`,
      },
    ],
    es: [
      {
        says: '\\d+(?:[.,]\\d+)? ?(?:mg|mcg|µg|ml|miligramos?|microgramos?|mililitros?|comprimidos?|pastillas?|tabletas?|cápsulas?|gotas|UI)',
      },
      {
        says: `(?:tome|toma|tomar|pruebe|prueba|use|usa|aplique|aplica|aplicar) (?:(?:[\\p{L}-]+|\\d+) ){0,3}${MEDICINAS}`,
        unless: `${SI}|${NO}`,
      },
    ],
  },
  {
    code: 'wording-treatment',
    severity: 'error',
    about: 'starts, stops or orders a treatment',
    reason: 'Where to go is guidance; what to do to a treatment is the clinician’s to say.',
    source: FDA,
    en: [
      {
        says: "(?:stop|start|keep|continue|avoid|quit) taking|(?:do not|don['’]t) take (?:your|any|the)|(?:stop|start|change|increase|reduce|lower|raise|double|skip|pause) (?:your|the) (?:[\\p{L}-]+ )?(?:medicines?|medications?|treatments?|doses?|therapy|pills?|blood thinners?|anticoagulants?)|cancel your (?:surgery|operation|treatment|procedure)",
        unless: `before you|${NOT}`,
      },
      {
        says: "you (?:(?:will|may|might|probably|do not|don['’]t|won['’]t) )*(?:need|require|must have|should have|should get) (?:(?:an?|the|any) )?(?:[\\p{L}-]+ )?(?:surgery|operation|MRI|x-ray|scan|CT|injections?|antibiotics?|cast|brace|medication|medicine)",
        unless: `${IF}|decides?|say|know`,
      },
    ],
    es: [
      {
        says: '(?:deje|deja|dejar|empiece|empieza|siga|sigue|evite|evita) (?:de |a )?(?:tomar|tomando)|no (?:tome|tomes) (?:su|sus|tu|tus|ningún|ninguna|el|la|los)|(?:suspenda|suspende|cambie|cambia|aumente|aumenta|reduzca|reduce|duplique) (?:su|sus|tu|tus|el|la|los) (?:medicamentos?|medicinas?|medicación|tratamientos?|dosis|terapia|pastillas?|anticoagulantes?)|cancele (?:su|la) (?:cirugía|operación)',
        unless: `antes de|nunca`,
      },
      {
        says: '(?:(?:no )?necesita|necesitas|necesitará|requiere|debe hacerse|tiene que hacerse) (?:(?:una?|la|el) )?(?:cirugía|operación|resonancia|radiografía|tomografía|inyección|inyecciones|antibióticos?|medicamentos?)',
        unless: `${SI}|decide|decir`,
      },
    ],
  },
  {
    code: 'wording-alarm',
    severity: 'warning',
    about: 'frightens',
    reason: 'Whoever is frightened reads on less well; say what to do now.',
    source: TOOLKIT,
    everywhere: true,
    en: [
      {
        says: 'you (?:could|may|might|will) (?:die|be paraly[sz]ed|never walk)|deadly|fatal|life-threatening|before it is too late|(?:in|into|to) a wheelchair|horrible|terrifying|catastroph\\p{L}+',
      },
      { says: '\\p{L}+ ?!{2,}' },
    ],
    es: [
      {
        says: '(?:podría|puede|podrías|puedes|va a) (?:morir|quedar (?:paralítico|paralítica|en silla)|no volver a caminar)|mortal|antes de que sea (?:demasiado )?tarde|silla de ruedas|horrible|terrible|catastr[oó]fic\\p{L}+',
      },
      { says: '\\p{L}+ ?!{2,}' },
    ],
  },
  {
    code: 'wording-blame',
    severity: 'warning',
    about: 'blames the visitor',
    reason: 'Whoever is blamed tells less, or leaves.',
    source: TOOLKIT,
    everywhere: true,
    en: [
      {
        says: "your (?:own )?fault|you should have|you should(?: not|n['’]t) have|you failed|you (?:neglected|ignored)|because you (?:did not|didn['’]t|never|are (?:overweight|obese|lazy|too))|why (?:did you not|didn['’]t you)|you are (?:overweight|obese|lazy|out of shape)",
      },
    ],
    es: [
      {
        says: '(?:su|tu) (?:propia )?culpa|(?:debería|deberías|debió|debiste) haber|por no haber|por qué no (?:lo )?(?:hizo|hiciste|vino|viniste|fue|fuiste)|(?:usted |tú )?(?:está|estás|es|eres) (?:gordo|gorda|obeso|obesa|perezoso|perezosa|vago|vaga)|(?:descuidó|ignoró)',
      },
    ],
  },
];

/** What is refused, in the order in which it is looked for. */
export const WORDING_RULES: readonly WordingRule[] = WORDING_ENTRIES.map(ruleOf);

/** An entry without its patterns. */
export function ruleOf({ code, severity, about, reason, source }: WordingRule): WordingRule {
  return { code, severity, about, reason, source };
}
