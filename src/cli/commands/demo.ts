import { loadDemonstration } from '../../app/demonstration.ts'
import type { Command } from '../command.ts'

export const demo: Command = {
  name: 'demo',
  usage: '',
  summary: 'loads the demonstration into the store',
  words: { least: 0, most: 0 },
  options: {},
  async run(_, around) {
    const app = await around.openApp('los demo')
    const { figures, alreadyThere } = await loadDemonstration(app)
    around.remark(
      alreadyThere
        ? 'The demonstration is loaded already; nothing has changed.'
        : `The demonstration is loaded: ${figures} published figures of Dorset Council.`,
    )
    return undefined
  },
}
