import { type ActionOrigin, type ActionSaid, standingOfAction, type Terms } from '../../core/actions/action.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { shortText } from '../../core/dates/plain-date.ts'
import { type Account, findAccount } from '../../store/accounts.ts'
import { addAction, addSaid, findActions, holdAction } from '../../store/actions/actions.ts'
import type { Db } from '../../store/records/transaction.ts'
import { type App, getDataset } from '../app.ts'
import { Refused } from '../refused.ts'
import { nobodysOwn, ownAuthority, promising } from './door.ts'
import { findObjective } from './plans.ts'

/** The terms of an action as somebody writes them; `owner` is a user name. */
export type TermsGiven = {
  readonly what: string
  readonly owner: string
  readonly dueOn: PlainDate | undefined
  readonly howKnown: string
}

/**
 * Agrees an action from the commentary of a month or from an objective of a plan, and gives its number.
 * @throws Refused when they may not, or something of what, who, by when and how we shall know is missing
 */
export function agreeAction(app: App, account: Account, origin: ActionOrigin, given: TermsGiven): Promise<number> {
  const authority = ownAuthority(app)
  return promising(app, account, { detail: 'agrees an action', isOwn: nobodysOwn }, async (db) => {
    await checkOrigin(app, db, origin)
    const terms = await termsOf(db, given, app.clock.today)
    return addAction(db, authority.key, origin, saying(app, account, { step: 'agreed', terms }), account.id)
  })
}

async function checkOrigin(app: App, db: Db, origin: ActionOrigin): Promise<void> {
  if (origin.from === 'objective') {
    await findObjective(db, origin.objective)
    return
  }
  const section = getDataset(app, origin.dataset).sections.find(({ key }) => key === origin.section)
  const isIn = origin.indicator === null || section?.indicators.some(({ key }) => key === origin.indicator) === true
  if (section === undefined || !isIn) throw new Refused('not found', 'There is no such section, or figure in it.')
}

/** @param agreed the day by which it was to be done: it may stay, though it has passed, where somebody else takes the action on */
async function termsOf(db: Db, given: TermsGiven, from: PlainDate, agreed?: PlainDate): Promise<Terms> {
  const [what, howKnown] = [given.what.trim(), given.howKnown.trim()]
  if (what === '') throw new Refused('bad input', 'Say what is to be done.')
  const owner = given.owner === '' ? undefined : await findAccount(db, given.owner)
  if (owner === undefined || owner.endedAt !== null) throw new Refused('bad input', 'Choose who is to do it.')
  if (given.dueOn === undefined) throw new Refused('bad input', 'Give the day by which it is done.')
  if (given.dueOn < from && given.dueOn !== agreed)
    throw new Refused('bad input', `${shortText(given.dueOn)} has passed. Give a day from ${shortText(from)} on.`)
  if (howKnown === '') throw new Refused('bad input', 'Say how we shall know that it helped.')
  return { what, owner: { account: owner.id, name: owner.name }, dueOn: given.dueOn, howKnown }
}

type Saying = Pick<ActionSaid, 'step' | 'terms'> & Partial<Pick<ActionSaid, 'words' | 'impact'>>

const saying = ({ clock }: App, { name }: Account, { step, terms, words = '', impact = '' }: Saying): ActionSaid => ({
  ...{ step, terms, words, impact },
  at: clock.now(),
  on: clock.today,
  by: name,
})

/** What somebody says of an action. */
export type Telling =
  | { readonly step: 'progress' | 'opened again'; readonly words: string }
  | { readonly step: 'closed'; readonly words: string; readonly impact: string }
  | ({ readonly step: 'changed'; readonly words: string } & TermsGiven)

/**
 * Says how far an action has come, changes its terms and why, closes it with what came of it, or opens it again. What was said before stays.
 * @throws Refused when they may not and it is not theirs, or words are missing
 */
export function tellAction(app: App, account: Account, number: number, telling: Telling): Promise<void> {
  const authority = ownAuthority(app)
  const find = async (db: Db) => (await findActions(db, authority.key)).find(({ id }) => id === number)
  const isOwn = async (db: Db) => {
    const action = await find(db)
    return action !== undefined && standingOfAction(action, app.clock.today).terms.owner.account === account.id
  }
  return promising(app, account, { detail: `action ${number}: ${telling.step}`, isOwn }, async (db) => {
    await holdAction(db, number)
    const action = await find(db)
    if (action === undefined) throw new Refused('not found', 'There is no action of that number.')
    const { isOpen, terms } = standingOfAction(action, app.clock.today)
    if (isOpen === (telling.step === 'opened again'))
      throw new Refused(
        'in the way',
        isOpen ? 'It is open.' : 'It is closed. To go on with it, open it again and say why.',
      )
    const words = needed(
      telling.words,
      telling.step === 'closed' ? 'Say what was done, and how you know.' : 'Say why, or how far it has come.',
    )
    const impact =
      telling.step === 'closed'
        ? needed(telling.impact, 'Say what it changed for children and young people, or that it changed nothing.')
        : ''
    const now = telling.step === 'changed' ? await termsOf(db, telling, app.clock.today, terms.dueOn) : terms
    await addSaid(db, number, saying(app, account, { step: telling.step, terms: now, words, impact }), account.id)
  })
}

function needed(words: string, orElse: string): string {
  const text = words.trim()
  if (text === '') throw new Refused('bad input', orElse)
  return text
}
