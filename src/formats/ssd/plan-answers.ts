/**
 * The chosen plan as case systems write it: an answer to each of ten questions. Source: Data to Insight, Standard Safeguarding Dataset
 * (lacp_cla_care_plan_json).
 */
const QUESTIONS = [
  ...['REMAINSUP', 'RETURN1M', 'RETURN6M', 'RETURNEV', 'LTRELFR'],
  ...['LTFOST18', 'RESPLMT', 'SUPPLIV', 'ADOPTION', 'OTHERPLN'],
] as const

/** The plan of ours that a yes to a question means. Of guardianship the dataset does not ask. */
const MEANS: Readonly<Record<(typeof QUESTIONS)[number], string>> = {
  REMAINSUP: 'return-home',
  RETURN1M: 'return-home',
  RETURN6M: 'return-home',
  RETURNEV: 'return-home',
  LTRELFR: 'long-term-fostering',
  LTFOST18: 'long-term-fostering',
  RESPLMT: 'residential',
  SUPPLIV: 'supported-living',
  ADOPTION: 'adoption',
  OTHERPLN: 'other',
}

const ASKED: Readonly<Record<string, (typeof QUESTIONS)[number]>> = {
  'return-home': 'RETURNEV',
  'long-term-fostering': 'LTFOST18',
  residential: 'RESPLMT',
  'supported-living': 'SUPPLIV',
  adoption: 'ADOPTION',
}

/** The answers that a plan of ours means. */
export const answersFor = (option: string | null): string | null =>
  option === null
    ? null
    : JSON.stringify(
        Object.fromEntries(QUESTIONS.map((key) => [key, key === (ASKED[option] ?? 'OTHERPLN') ? 'Y' : 'N'])),
      )

/** The plans that somebody said yes to; undefined where the text holds no answers. */
export function plansIn(text: string): readonly string[] | undefined {
  let answers: unknown
  try {
    answers = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof answers !== 'object' || answers === null) return undefined
  const given = new Map(Object.entries(answers).map(([key, answer]) => [key.toUpperCase(), answer]))
  return [...new Set(QUESTIONS.filter((key) => isYes(given.get(key))).map((key) => MEANS[key]))]
}

const isYes = (answer: unknown): boolean =>
  answer === true || answer === 1 || (typeof answer === 'string' && /^(?:y|yes|1|true)$/i.test(answer.trim()))
