export type PrintedPage = { readonly width: number; readonly height: number }
export type PrintedHeading = { readonly title: string; readonly page: number }

/** The pages of a PDF that Chromium made, in points, and the headings of its outline with the page each is on. */
export function readPdf(pdf: Uint8Array): { pages: readonly PrintedPage[]; headings: readonly PrintedHeading[] } {
  const source = Buffer.from(pdf).toString('latin1')
  const objects = [...source.matchAll(/(\d+) 0 obj\s*<<(.*?)>>\s*(?:endobj|stream)/gs)].map(
    ([, id = '', body = '']) => ({
      id,
      body,
    }),
  )
  const sheets = objects.filter(({ body }) => /\/Type \/Page\b/.test(body))
  const pages = sheets.map(({ body }) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? []
    return { width: Number(width), height: Number(height) }
  })
  const headings = objects.flatMap(({ body }) => {
    const [, hex, text] = /\/Title (?:<FEFF([0-9A-F]+)>|\((.*)\))/.exec(body) ?? []
    const [, sheet] = /\/Dest \[(\d+) 0 R/.exec(body) ?? []
    if (sheet === undefined) return []
    return [{ title: text ?? fromHex(hex ?? ''), page: 1 + sheets.findIndex(({ id }) => id === sheet) }]
  })
  return { pages, headings }
}

const fromHex = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
