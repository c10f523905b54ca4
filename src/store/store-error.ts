/** What went wrong with the store and what to do about it, in words for whoever runs the system. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError'
}

/** Another process holds the embedded store. */
export class StoreInUse extends StoreError {
  override readonly name = 'StoreInUse'
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
