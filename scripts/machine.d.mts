export function findChromium(): string | undefined
export function findPostgres(): string | undefined
export function findPoppler(): string | undefined
export function equip(): readonly string[]
