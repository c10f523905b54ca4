import type { MonthRead } from '../../../app/months/cycle.ts'
import { mayStep } from '../../../app/months/leave.ts'
import { periodLabel } from '../../../core/dates/period.ts'
import { longText } from '../../../core/dates/plain-date.ts'
import type { Report } from '../../../core/definitions/report.ts'
import { type Audience, audiences, standingOf } from '../../../core/figures/month.ts'
import type { Who } from '../../session.ts'
import { qualityAddress } from '../quality/asked.ts'
import { many, saidText } from './words.ts'

/** A step of the cycle. `ask`: what whoever may take it now is offered. */
export type Stage = {
  readonly key: 'loaded' | 'quality' | 'calculated' | 'commented' | 'signed' | 'frozen' | 'published' | 'again'
  readonly label: string
  readonly state: 'done' | 'now' | 'to do'
  readonly when: string
  readonly says: string
  readonly more?: { readonly label: string; readonly href: string }
  readonly ask: Ask | undefined
}
type Ask = {
  readonly what: string
  readonly button: string
  readonly words: string | undefined
  readonly hint: string
  /** What has to be chosen, each with its name. */
  readonly choices?: readonly Choice[]
}
type Choice = {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}
type Step = Omit<Stage, 'state'> & { readonly isDone: boolean }
type Told = (read: MonthRead & Around, account: Who['account']) => Step
type Around = { readonly reports: readonly Report[]; readonly errors: number }

const loaded: Told = ({ extract, period }) => ({
  key: 'loaded',
  label: 'Extract loaded',
  isDone: extract !== undefined,
  when: extract === undefined ? '' : saidText(extract),
  says:
    extract === undefined
      ? `No records that are known after ${periodLabel(period)} have been loaded.`
      : `${many(extract.files, 'file')}, ${many(extract.rows, 'row')}, as known on ${longText(extract.knownOn)}.`,
  ask: undefined,
})

const seen: Told = ({ taken, dataset, period, errors }, account) => {
  const { quality, signedOff } = standingOf(taken)
  const ask = {
    what: 'quality',
    button: quality === undefined ? 'Quality is seen' : 'Say more',
    words: 'What did you find, and what do you accept?',
    hint: 'It stays with the month.',
  }
  return {
    key: 'quality',
    label: 'Quality seen',
    isDone: quality !== undefined,
    when: quality === undefined ? '' : saidText(quality),
    says: quality?.words ?? 'What is missing or contradicts itself, what was put right, and what is accepted and why.',
    more: {
      label:
        errors === 0 ? 'No error of data is open' : `${many(errors, 'error of data is', 'errors of data are')} open`,
      href: qualityAddress('', { dataset: dataset.key, period, whose: 'all' }),
    },
    ask: signedOff === undefined && mayStep(account, 'see quality') ? ask : undefined,
  }
}

const calculated: Told = ({ sections }) => {
  const figures = sections.flatMap(({ series }) => series)
  const there = figures.filter(({ latest }) => latest.value !== null)
  return {
    key: 'calculated',
    label: 'Calculated',
    isDone: there.length > 0,
    when: '',
    says: `${there.length} of ${many(figures.length, 'figure')} are there. They are counted anew whenever a record changes.`,
    ask: undefined,
  }
}

const commented: Told = ({ sections }) => {
  const open = sections.filter(({ state }) => state !== 'written').map(({ label }) => label)
  return {
    key: 'commented',
    label: 'Commented',
    isDone: open.length === 0,
    when: `${sections.length - open.length} of ${many(sections.length, 'section')} written`,
    says:
      open.length === 0
        ? 'Something is said of every section, and of every figure that misses its target.'
        : `Waiting for ${open.join(', ')}.`,
    ask: undefined,
  }
}

const signed: Told = ({ taken, missing }, account) => {
  const { signedOff, openedAgain } = standingOf(taken)
  const opened = openedAgain === undefined ? '' : `Opened again by ${saidText(openedAgain)}: “${openedAgain.words}”. `
  const open = missing.length === 0 ? 'Everything is there.' : `Not yet: ${missing.join('; ')}.`
  const ask = {
    what: 'sign-off',
    button: 'Sign the month off',
    words: undefined,
    hint: 'After that nothing of it is changed.',
  }
  return {
    key: 'signed',
    label: 'Signed off',
    isDone: signedOff !== undefined,
    when: signedOff === undefined ? '' : saidText(signedOff),
    says: signedOff === undefined ? `${opened}${open}` : '',
    ask: signedOff === undefined && missing.length === 0 && mayStep(account, 'sign off') ? ask : undefined,
  }
}

const frozenMonth: Told = ({ taken }, account) => {
  const { signedOff, frozen } = standingOf(taken)
  const ask = {
    what: 'freeze',
    button: 'Freeze it as it is known today',
    words: undefined,
    hint: 'It cannot be taken back.',
  }
  return {
    key: 'frozen',
    label: 'Frozen',
    isDone: frozen !== undefined,
    when: frozen === undefined ? '' : saidText(frozen),
    says: 'The figures, who is in them, their definitions, targets and commentary are kept as they are.',
    ask: signedOff !== undefined && frozen === undefined && mayStep(account, 'freeze') ? ask : undefined,
  }
}

const published: Told = ({ taken, reports }, account) => {
  const { frozen, published: steps } = standingOf(taken)
  const last = steps.at(-1)
  const to = {
    name: 'to',
    label: 'To whom?',
    options: OFFERED.map((value) => ({ value, label: audienceLabels[value] })),
  }
  const which = {
    name: 'report',
    label: 'Which report?',
    options: reports.map(({ key, label }) => ({ value: key, label })),
  }
  const ask = {
    what: 'publish',
    button: 'Publish',
    words: 'If the public is kept out: why',
    hint: 'What is published stays as it is for ever, whatever is recorded later.',
    choices: [which, to],
  }
  return {
    key: 'published',
    label: 'Published',
    isDone: last !== undefined,
    when: last === undefined ? '' : saidText(last),
    says:
      last === undefined
        ? 'The report goes to those it is for, and is kept as it went.'
        : steps.map(({ words }) => words).join('; '),
    ask: frozen !== undefined && reports.length > 0 && mayStep(account, 'publish') ? ask : undefined,
  }
}

/** To whom a report is published here. What everybody would see is looked at first, on a page of its own. */
const OFFERED = audiences.filter((one) => one !== 'public')

const audienceLabels: Readonly<Record<Audience, string>> = {
  internal: 'Staff of children’s services',
  board: 'The board',
  exempt: 'The board, as an exempt item',
  public: 'Everybody',
  withheld: 'Nobody outside: withhold it',
}

const STEPS: readonly Told[] = [loaded, seen, calculated, commented, signed, frozenMonth, published]

/** The month's cycle as the viewer sees it: what is done, what is now, and what they may do. */
export function stagesOf(read: MonthRead & Around, { account }: Who): readonly Stage[] {
  const steps = STEPS.map((told) => told(read, account))
  const now = steps.findIndex(({ isDone }) => !isDone)
  const stages = steps.map(
    ({ isDone, ...stage }, at): Stage => ({ ...stage, state: isDone ? 'done' : at === now ? 'now' : 'to do' }),
  )
  const mayOpen = standingOf(read.taken).signedOff !== undefined && mayStep(account, 'sign off')
  return mayOpen ? [...stages, CORRECTION] : stages
}

const CORRECTION: Stage = {
  key: 'again',
  label: 'Put something right',
  state: 'to do',
  when: '',
  says: 'A version that was frozen stays readable; the next says what changed and why.',
  ask: {
    what: 'open',
    button: 'Open the month again',
    words: 'Why is it opened again?',
    hint: 'It stands with the next version.',
  },
}
