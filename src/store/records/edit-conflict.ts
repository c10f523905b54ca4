import type { StoredVersion } from './find.ts'

/** Somebody else changed the record after it was read: what they wrote is in `version`, with who and when. */
export class EditConflict extends Error {
  override readonly name = 'EditConflict'
  readonly version: StoredVersion

  constructor(version: StoredVersion) {
    super(`Record ${version.record} was changed by ${version.recordedBy} after it was read`)
    this.version = version
  }
}
