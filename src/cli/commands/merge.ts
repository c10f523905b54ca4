import { getAccount } from '../../app/access/accounts.ts'
import { mergePeople, unmergePeople } from '../../app/people/merge.ts'
import { Refused } from '../../app/refused.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Command } from '../command.ts'

export const merge: Command = {
  name: 'merge',
  usage: 'KEPT MERGED --as USER --reason TEXT [--undo]',
  summary:
    'records that two numbers are one person’s, known by the first from today; --undo takes it back. No record is changed',
  words: { least: 2, most: 2 },
  options: { reason: { type: 'string' }, undo: { type: 'boolean' } },
  async run(args, around) {
    const user = args.text('as')
    if (user === undefined) throw new Refused('bad usage', 'Say who says so: --as USER')
    const reason = args.text('reason')
    if (reason === undefined) throw new Refused('bad usage', 'Say how you know: --reason TEXT')
    const [kept, merged] = [numberIn(args.words[0]), numberIn(args.words[1])]
    const app = await around.openApp('los merge')
    const account = await getAccount(app, user)
    if (args.flag('undo')) {
      await unmergePeople(app, account, { kept, merged }, reason)
      around.remark(`Numbers ${kept} and ${merged} are two people again.`)
    } else {
      const person = await mergePeople(app, account, { kept, merged }, reason)
      around.remark(`Numbers ${kept} and ${merged} are one person, known by number ${person}.`)
    }
    return undefined
  },
}

function numberIn(word = ''): SubjectId {
  if (!/^[1-9]\d{0,14}$/.test(word))
    throw new Refused('bad usage', `“${word}” is no number of a person. It stands on their page.`)
  return Number(word) as SubjectId
}
