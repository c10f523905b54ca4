type Attributes = Readonly<Record<string, string | number | undefined>>

/** XML 1.0 has no way to write these characters, escaped or not. */
function isWritable(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  const isLoneSurrogate = code >= 0xd800 && code <= 0xdfff
  return !isLoneSurrogate && code !== 0xfffe && code !== 0xffff
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Makes text safe inside an element or a double-quoted attribute; characters that XML cannot hold are dropped. */
export function escapeXml(text: string): string {
  let safe = ''
  for (const character of text) {
    if (isWritable(character.codePointAt(0) ?? 0)) safe += entities[character] ?? character
  }
  return safe
}

/** A length or position in drawing units, to one decimal place. */
export const units = (length: number): string => String(Math.round(length * 10) / 10)

function attribute([name, value]: readonly [string, string | number | undefined]): string {
  if (value === undefined) return ''
  return ` ${name}="${typeof value === 'number' ? units(value) : escapeXml(value)}"`
}

/** One SVG element. Attribute values are escaped; `children` is markup already (see `escapeXml` for text). */
export function element(name: string, attributes: Attributes, children = ''): string {
  const start = `<${name}${Object.entries(attributes).map(attribute).join('')}`
  return children === '' ? `${start}/>` : `${start}>${children}</${name}>`
}

/** A stroked or filled path with one class. */
export const path = (className: string, d: string): string => element('path', { class: className, d })

/** `M x y H x`: a straight level line. */
export const level = (from: number, to: number, y: number): string => `M${units(from)} ${units(y)}H${units(to)}`

/** An open diamond around a point: a signal. */
export function diamond(x: number, y: number, radius: number): string {
  const r = units(radius)
  return `M${units(x)} ${units(y - radius)}l${r} ${r}-${r} ${r}-${r}-${r}z`
}
