/** Whom records of this service are about: 16 to 25, and no child for most of it. */
export const youngPerson = { kind: 'person', label: 'Young person' } as const
