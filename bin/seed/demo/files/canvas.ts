import { crc32, deflateSync } from 'node:zlib'

export type Colour = readonly [red: number, green: number, blue: number]

/** A small picture to draw on, written as PNG (ISO/IEC 15948, truecolour, no filter). */
export class Canvas {
  readonly width: number
  readonly height: number
  readonly #pixels: Buffer

  constructor(width: number, height: number, background: Colour) {
    this.width = width
    this.height = height
    this.#pixels = Buffer.alloc((width * 3 + 1) * height)
    this.fill(0, 0, width, height, background)
  }

  dot(x: number, y: number, [red, green, blue]: Colour): void {
    const [column, row] = [Math.round(x), Math.round(y)]
    if (column < 0 || row < 0 || column >= this.width || row >= this.height) return
    const at = row * (this.width * 3 + 1) + 1 + column * 3
    this.#pixels[at] = red
    this.#pixels[at + 1] = green
    this.#pixels[at + 2] = blue
  }

  fill(left: number, top: number, width: number, height: number, colour: Colour): void {
    for (let y = top; y < top + height; y += 1) for (let x = left; x < left + width; x += 1) this.dot(x, y, colour)
  }

  line(fromX: number, fromY: number, toX: number, toY: number, colour: Colour, thickness = 2): void {
    const steps = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY), 1)
    for (let step = 0; step <= steps; step += 1) {
      const x = fromX + ((toX - fromX) * step) / steps
      const y = fromY + ((toY - fromY) * step) / steps
      for (let dx = 0; dx < thickness; dx += 1)
        for (let dy = 0; dy < thickness; dy += 1) this.dot(x + dx, y + dy, colour)
    }
  }

  ring(centreX: number, centreY: number, radius: number, colour: Colour, thickness = 4): void {
    for (let degree = 0; degree < 360; degree += 0.25) {
      const angle = (degree * Math.PI) / 180
      for (let inset = 0; inset < thickness; inset += 0.5) {
        this.dot(centreX + Math.cos(angle) * (radius - inset), centreY + Math.sin(angle) * (radius - inset), colour)
      }
    }
  }

  toPng(): Buffer {
    const header = Buffer.alloc(13)
    header.writeUInt32BE(this.width, 0)
    header.writeUInt32BE(this.height, 4)
    header.set([8, 2, 0, 0, 0], 8)
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const body = deflateSync(this.#pixels, { level: 6 })
    return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))])
  }
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(typed.length + 8)
  framed.writeUInt32BE(content.length, 0)
  typed.copy(framed, 4)
  framed.writeUInt32BE(crc32(typed), typed.length + 4)
  return framed
}
