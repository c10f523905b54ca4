import { readdir, readFile } from 'node:fs/promises'
import { plainDate, toText } from '../core/dates/plain-date.ts'
import { listAccounts } from '../store/accounts.ts'
import { inTransaction } from '../store/records/transaction.ts'
import { findSetting, saveSetting } from '../store/settings.ts'
import { isUntouched } from '../store/untouched.ts'
import { hashPassword } from './access/password.ts'
import { type App, OWN_AUTHORITY_SETTING } from './app.ts'
import { SHOWN_PLACE_SETTING } from './benchmarks/place.ts'
import { loadDemonstrationPeople } from './demonstration-people.ts'
import { importSeries, type SeriesFile, seriesFormats } from './import-series.ts'
import { Refused } from './refused.ts'

/** The extract day of the published September 2023 dataset: the demonstration's clock stands there, so that all can be read side by side. */
export const STANDING_DATE = plainDate('2023-10-04')
export const STANDING_DATE_SETTING = 'demonstration-standing-date'

/** What Dorset Council published, and what the made-up authority set itself: Dorset's targets, so that something misses and has to be explained. */
const folders = ['../../data/dorset/', '../../data/exampleshire/'].map((path) => new URL(path, import.meta.url))

/** Whether the store holds nothing of anybody's: no figure, no record, no account. */
export const isEmpty = (app: App): Promise<boolean> => isUntouched(app.store)

/**
 * Loads what ships as the example: Dorset Council's published figures with their targets and benchmarks, known on the extract
 * day. Doing it twice changes nothing. Refused on a store that holds anything else: a demonstration's clock must not stand
 * over real records.
 */
export async function loadDemonstration(app: App): Promise<{ figures: number; alreadyThere: boolean }> {
  const standing = await findSetting(app.store, STANDING_DATE_SETTING)
  if (standing === undefined && !(await isEmpty(app)))
    throw new Refused(
      'bad input',
      'This store holds something else already. Load the demonstration into a new one: los demo --data FOLDER',
    )
  const files = (await Promise.all(folders.map(filesIn))).flat()
  // First, so that after a crash in between it can be loaded again: figures without it would pass for someone's own.
  await saveSetting(app.store, STANDING_DATE_SETTING, toText(STANDING_DATE))
  await saveSetting(app.store, OWN_AUTHORITY_SETTING, 'exampleshire')
  // Whose figures these are; whoever chose another authority keeps it.
  if ((await findSetting(app.store, SHOWN_PLACE_SETTING)) === undefined)
    await saveSetting(app.store, SHOWN_PLACE_SETTING, 'dorset')
  const standingClock = { ...app.clock, now: () => new Date(`${toText(STANDING_DATE)}T09:00:00Z`) }
  const result = await importSeries({ ...app, clock: standingClock }, files, STANDING_DATE)
  if (result.refused)
    throw new Error(
      `The demonstration's own files are faulty:\n${result.issues.map(({ file, row, message }) => `${file} row ${row}: ${message}`).join('\n')}`,
    )
  await loadPeopleOnce(app)
  const { new: added = 0, changed = 0, same = 0 } = result.records['Figure'] ?? {}
  return { figures: added + changed + same, alreadyThere: added + changed === 0 }
}

async function filesIn(folder: URL): Promise<readonly SeriesFile[]> {
  const names = (await readdir(folder)).toSorted()
  return Promise.all(
    names.flatMap((name) => {
      const format = seriesFormats.find((one) => name.endsWith(`.${one}.csv`))
      return format === undefined
        ? []
        : [readFile(new URL(name, folder)).then((bytes) => ({ format, file: { name, bytes } }))]
    }),
  )
}

/** The demonstration's password is no secret: it stands on the sign-in page. */
export const DEMONSTRATION_PASSWORD = 'demonstration'

async function loadPeopleOnce(app: App): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD)
  await inTransaction(app.store, async (db) => {
    if ((await listAccounts(db)).length === 0) await loadDemonstrationPeople(db, passwordHash)
  })
}
