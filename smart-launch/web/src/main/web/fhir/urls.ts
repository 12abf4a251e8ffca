/** Where the extensions and codes that a worksheet uses are defined. */

const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
const OWN = 'https://w3id.org/cbt-homework/fhir/StructureDefinition/';

export const URL = {
  translation: `${CORE}translation`,
  markdown: `${CORE}rendering-markdown`,
  xhtml: `${CORE}rendering-xhtml`,
  entryFormat: `${CORE}entryFormat`,
  minValue: `${CORE}minValue`,
  maxValue: `${CORE}maxValue`,
  minLength: `${CORE}minLength`,
  regex: `${CORE}regex`,
  maxDecimalPlaces: `${CORE}maxDecimalPlaces`,
  mimeType: `${CORE}mimeType`,
  maxSize: `${CORE}maxSize`,
  variable: `${CORE}variable`,
  itemControl: `${CORE}questionnaire-itemControl`,
  choiceOrientation: `${CORE}questionnaire-choiceOrientation`,
  sliderStep: `${CORE}questionnaire-sliderStepValue`,
  unit: `${CORE}questionnaire-unit`,
  unitOption: `${CORE}questionnaire-unitOption`,
  minOccurs: `${CORE}questionnaire-minOccurs`,
  maxOccurs: `${CORE}questionnaire-maxOccurs`,
  hidden: `${CORE}questionnaire-hidden`,
  exclusive: `${CORE}questionnaire-optionExclusive`,
  openLabel: `${SDC}openLabel`,
  enableWhen: `${SDC}enableWhenExpression`,
  calculated: `${SDC}calculatedExpression`,
  initial: `${SDC}initialExpression`,
  answers: `${SDC}answerExpression`,
  population: `${SDC}itemPopulationContext`,
  launchContext: `${SDC}launchContext`,
  patientTitle: `${OWN}patient-title`,
  minutes: `${OWN}estimated-minutes`,
  safetyItem: `${OWN}safety-item`,
  guidedStep: `${OWN}guided-step`,
  guidedRounds: `${OWN}guided-rounds`,
  measured: `${OWN}measured-by-app`,
  ordinal: `${CORE}ordinalValue`,
  weight: `${CORE}itemWeight`,
} as const;
