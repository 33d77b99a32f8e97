const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath mask pattern symbol use title desc'.split(
    ' ',
  ),
)

const attributes =
  /^(xmlns|xmlns:xlink|version|id|class|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|fx|fy|width|height|viewBox|points|transform|preserveAspectRatio|offset|role|aria-[a-z]+|fill(-[a-z]+)?|stroke(-[a-z]+)?|stop-[a-z]+|opacity|clip-path|clip-rule|mask|gradient(Units|Transform)|clipPathUnits|mask(Units|ContentUnits)|pattern(Units|ContentUnits|Transform)|spreadMethod|href|xlink:href|color|display|overflow|paint-order|vector-effect|shape-rendering|pathLength|xml:space)$/

const token =
  /<!--[\s\S]*?-->|<\?xml\s[^>]*\?>|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>|[^<]+/gy

/**
 * Why an SVG may not be served, with its position; undefined when it holds only drawing. Everything not
 * known is refused: scripts, styles, foreign content, entities and references that leave the file.
 */
export function svgFault(text: string): { at: number; reason: string } | undefined {
  token.lastIndex = 0
  let sawRoot = false
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const match = token.exec(text)
    if (!match) return { at, reason: `"${text.slice(at, at + 24).split('\n')[0]}" is not plain drawing` }
    const name = match[2]
    if (match[0].includes('&') && /&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(match[0]))
      return { at, reason: 'uses an entity' }
    if (!name) continue
    if (!sawRoot && name !== 'svg') return { at, reason: `begins with <${name}> instead of <svg>` }
    sawRoot = true
    const reason = elements.has(name) ? attributeFault(match[3] ?? '') : `<${name}> is not allowed`
    if (reason) return { at, reason }
  }
  return sawRoot ? undefined : { at: 0, reason: 'holds no <svg>' }
}

function attributeFault(text: string): string | undefined {
  for (const [, name = '', value = ''] of text.matchAll(/([\w:.-]+)\s*=\s*["']([^"']*)["']/g)) {
    if (!attributes.test(name)) return `the attribute ${name} is not allowed`
    if (/href$/.test(name) && !value.startsWith('#')) return `${name} leaves the file`
    if (!name.startsWith('xmlns') && /[a-z]+:\/\/|data:|javascript:|url\s*\(\s*(?!#)/i.test(value))
      return `${name} leaves the file`
    if (/&#/.test(value)) return `${name} hides characters`
  }
  return undefined
}
