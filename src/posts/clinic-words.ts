/** What a language's words tell about an article. */
export interface ClinicWords {
  /** Words that stand in any article and tell nothing of it. Without accents, three letters or more. */
  common: string;
  /**
   * A line for each thing that a clinic's articles are about, with the words that speak of it; a word is
   * known by its beginning, as `rankByRelevance` cuts it, so one of each beginning is enough.
   */
  kinds: string;
}

/** By language: the first part of a BCP 47 tag. Others are ranked without. */
export const CLINIC_WORDS: Record<string, ClinicWords | undefined> = {
  en: {
    common: `
    about above after again against all almost also and any are away because been before being
    below between both but can cannot could did does doing down during each either else enough
    even ever every few first for from further get gets getting give goes going good got had has
    have having her here him his how instead into its itself just keep last less let like long
    look make makes many may mean more most much must need never next nor not nothing now off
    often once one only other our out over own people put rather right same see she should some
    soon still such take takes tell than that the their them then there these they thing this
    those three through time too two under until use very want was way well were what when where
    which while who whom why will with without would yet you your`,
    kinds: `
    surgery surgeon surgical operation incision anesthesia anaesthesia implant
    mri scan scans scanner imaging image images radiology ray rays tomography ultrasound
    medicine medication drug drugs tablet pill pills painkiller opioid dose doses
    exercise workout training stretching strengthening fitness gym sport sports swim swimming yoga pilates walk walking cycling bicycle physiotherapy
    sleep sleeping asleep bed pillow mattress insomnia
    visit visits appointment consultation referral
    insurance copay coinsurance deductible bill bills billing cost costs price prices claim claims
    recovery rehabilitation heal heals healing wound wounds stitches scar scars
    office desk job jobs employer workplace chair
    headache migraine
    nerve nerves tingling numbness sciatica
    joint joints arthritis osteoarthritis cartilage hip hips knee knees
    spine spinal lumbar vertebra disc discs disk disks
    tooth teeth dental dentist
    child children kid kids pediatric paediatric baby
    pregnancy birth midwife maternity
    skin rash eczema acne dermatology
    eye eyes vision sight
    heart cardiac blood pressure hypertension cholesterol
    diabetes sugar glucose insulin
    lung lungs breath asthma cough
    anxiety stress depression fear afraid mental
    weight diet food eat eating nutrition obesity
    stomach bowel digestion gut reflux`,
  },
  es: {
    common: `
    ahora algo alguien algun alguna algunas alguno ante antes aqui asi aun aunque bajo bien cada
    casi como con contra cual cuando cuanto del desde despues dia dias donde dos durante ella
    ellas ellos entonces entre era esa ese eso esta estan estar estas este esto estos fue hace
    hacer hacia han hasta hay las les los mas mejor menos mientras mismo mucho muchos muy nada
    nos nuestra nuestro otra otro para pero poco por porque primero puede pueden que quien sea
    segun ser sin sobre solo son sus suele tal tambien tan tanto tener tiene tienen toda todas
    todo todos tras tres una unas uno unos usted vez veces`,
    kinds: `
    cirugía cirujano quirúrgico quirófano operación operarse operado opera anestesia implante incisión
    resonancia radiografía radiología tac escáner imagen ecografía
    medicina medicamento fármaco pastilla calmante analgésico opioide dosis antiinflamatorio
    ejercicio entrenar estirar fortalecer gimnasio deporte nadar natación yoga pilates caminar pasear paseos bicicleta fisioterapia
    dormir duerme sueño cama almohada colchón insomnio noche noches
    visita cita consulta volante
    seguro copago deducible factura coste precio tarifa
    recuperar rehabilitación cicatriz herida heridas puntos cura
    oficina escritorio empleo trabajo silla
    cabeza cefalea migraña jaqueca
    nervio hormigueo ciática adormecer
    articulación artrosis cartílago cadera rodilla
    columna espina lumbar vértebra disco discos hernia
    diente dental dentista muela
    niño niños niña hijo hijos pediatra bebé
    embarazo parto matrona
    piel eccema acné dermatólogo
    ojo ojos visión vista
    corazón cardíaco sangre presión hipertensión colesterol
    diabetes azúcar glucosa insulina
    pulmón respirar asma tos
    ansiedad estrés depresión miedo mental
    peso dieta comida comer nutrición obesidad
    estómago intestino digestión reflujo`,
  },
};
