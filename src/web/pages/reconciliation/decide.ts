import type { App } from '../../../app/app.ts'
import { type Deciding, decideFinding } from '../../../app/reconciliation/decide.ts'
import { Refused } from '../../../app/refused.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { decisions } from '../../../core/reconciliation/standing.ts'
import type { Who } from '../../session.ts'
import type { Tried } from './row.ts'

type Sent = ReadonlyMap<string, readonly string[]>
type AskedRow = Pick<Deciding, 'reconciliation' | 'list' | 'finding'>

/** Keeps what was decided by the form; what was typed and why it was not kept, where it was not. */
export async function decideSent(app: App, who: Who, asked: AskedRow, sent: Sent): Promise<Tried | undefined> {
  const question = sent.get('of')?.[0] === 'child' ? 'child' : 'decision'
  const [chosen = ''] = sent.get(question) ?? []
  const [words = ''] = sent.get('words') ?? []
  const decision = question === 'child' ? childIn(chosen) : decisions.find((one) => one === chosen)
  if (decision === undefined) return { decision: chosen, words, field: question, fault: 'Choose one of these.' }
  try {
    await decideFinding(app, who.account, { ...asked, decision, words })
    return undefined
  } catch (error) {
    if (!(error instanceof Refused) || error.kind !== 'bad input') throw error
    return { decision: chosen, words, field: words.trim() === '' ? 'words' : question, fault: error.message }
  }
}

const childIn = (text: string): Deciding['decision'] | undefined =>
  /^[1-9]\d{0,14}$/.test(text) ? { sameChild: Number(text) as SubjectId } : undefined
