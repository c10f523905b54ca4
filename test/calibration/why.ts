/** Why a figure lies where it does, for those outside the tolerance. Whoever makes the table again looks whether these still hold. */
export const why: Readonly<Record<string, string>> = {}
