import type { Chronology, Run } from '../../core/counting/chronology.ts'
import { birthday } from '../../core/dates/age.ts'
import { addDays, addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { HealthPassport, ReadyForAdulthood } from './leaving-care.ts'
import { type Life, latest, lifeOf, lifeReads } from './life.ts'
import { standards } from './standards.ts'

/** In care for so many months up to the 18th birthday: until care ends sooner, or until another day. */
function nearing18(history: Chronology, months: number, until: (life: Life) => PlainDate): readonly Run[] {
  const life = lifeOf(history)
  const last = life?.care.at(-1)
  if (life === undefined || last === undefined) return []
  const left = last.until !== null && last.until < life.adult ? last.until : undefined
  const from = latest(addMonths(life.adult, -months), last.from)
  if (left !== undefined && left <= from) return []
  return [{ from, until: left ?? until(life), began: 'nearing the 18th birthday', because: last.because }]
}

/** The 18th birthday, by the history of a run. */
const by18 = (history: Chronology, why: string, days = 0) => {
  const adult = lifeOf(history)?.adult
  return adult === undefined ? { notRequired: 'The date of birth is not known' } : { by: addDays(adult, days), why }
}

/** Whoever turns 18 in care takes a summary of their health with them; looked for until 19. */
export const passports = timescale({
  key: 'health-passport',
  label: 'Health passport',
  done: 'given',
  source: standards.passportForeseen.source,
  reads: [...lifeReads, HealthPassport],
  recurs: false,
  runs: (history) => nearing18(history, 3, ({ bornOn }) => birthday(bornOn, 19)),
  met: (history, { from }) =>
    history
      .all(HealthPassport)
      .flatMap(({ id, offeredOn, outcome }) =>
        offeredOn !== null && outcome === 'given' ? [{ on: latest(offeredOn, from), because: [id] }] : [],
      ),
  rules: [{ source: standards.passportForeseen.source, limit: ({ history }) => by18(history, 'the 18th birthday') }],
})

/** A birth certificate, an identity, a number and an account, and the name that they want, before 18. */
export const papers = timescale({
  key: 'papers-before-18',
  label: 'Papers before 18',
  done: 'in hand',
  source: standards.papersForeseen.source,
  reads: [...lifeReads, ReadyForAdulthood],
  recurs: false,
  runs: (history) => nearing18(history, 12, ({ adult }) => adult),
  met: (history, { from }) =>
    history
      .all(ReadyForAdulthood)
      .filter(
        (one) =>
          [one.birthCertificate, one.photoId, one.nationalInsurance, one.bankAccount].every((has) => has === 'yes') &&
          one.immigrationSettled !== 'no' &&
          (one.changeOfName !== 'yes' || one.nameChanged === 'yes'),
      )
      .flatMap(({ id, checkedOn }) => (checkedOn === null ? [] : [{ on: latest(checkedOn, from), because: [id] }])),
  rules: [
    {
      source: standards.papersForeseen.source,
      limit: ({ history }) => by18(history, 'the day before the 18th birthday', -1),
    },
  ],
})
