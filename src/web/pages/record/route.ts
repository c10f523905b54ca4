import type { Routes } from '../../render.ts'
import { choosePages } from './choose.ts'
import { correctPages } from './correct.ts'
import { endPages } from './end.ts'
import { menuPage } from './menu.ts'
import { newRecordPages } from './new-record.ts'
import { readRecordPages } from './read-record.ts'
import { signPages } from './sign.ts'

/** Writing on the record: new records by their types' forms, kept as drafts until they go on; one record with its versions; correcting, ending. */
export const recordPages: Routes = (server, app, render) => {
  const all = [newRecordPages, choosePages, readRecordPages, correctPages, endPages, signPages, menuPage]
  for (const pages of all) pages(server, app, render)
}
