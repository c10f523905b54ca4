import { completed } from '../core/definitions/completion.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import type { Content } from '../core/record/content.ts'
import type { App } from './app.ts'

/** What is to be recorded, with whatever follows from it: in which area a placement lies, how far it is from home. */
export const complete = (app: App, type: RecordType, fields: Content['fields']): Content['fields'] =>
  completed(
    app.catalogue.areas.flatMap(({ completions = [] }) => completions),
    type,
    fields,
    { locate: app.postcodes.locate, ownArea: app.own?.area },
  )
