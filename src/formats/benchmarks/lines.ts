/** The cells of a line of CSV; undefined where a quotation mark is not closed or stands in the middle of a cell. No cell runs over lines. */
export function splitLine(line: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(',')
  const cells: string[] = []
  for (let at = 0; at <= line.length; at++) {
    const cell = line[at] === '"' ? quoted(line, at) : plain(line, at)
    if (cell === undefined) return undefined
    cells.push(cell.text)
    at = cell.end
  }
  return cells
}

type Cell = { readonly text: string; readonly end: number }

function plain(line: string, from: number): Cell | undefined {
  const comma = line.indexOf(',', from)
  const end = comma === -1 ? line.length : comma
  const text = line.slice(from, end)
  return text.includes('"') ? undefined : { text, end }
}

function quoted(line: string, from: number): Cell | undefined {
  let text = ''
  for (let at = from + 1; at < line.length; at++) {
    if (line[at] !== '"') text += line[at]
    else if (line[at + 1] === '"') text += line[at++]
    else return at + 1 === line.length || line[at + 1] === ',' ? { text, end: at + 1 } : undefined
  }
  return undefined
}
