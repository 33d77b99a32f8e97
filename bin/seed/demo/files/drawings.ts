import type { Random } from '../random.ts'
import { Canvas, type Colour } from './canvas.ts'
import type { Motif } from './sketch.ts'

const paper: Colour = [250, 250, 247]
const ink: Colour = [38, 46, 56]
const pale: Colour = [218, 222, 226]
const bold: Colour[] = [
  [201, 81, 12],
  [17, 104, 132],
  [46, 98, 62],
  [120, 62, 130],
]

/** A trend as a control room prints it. */
function curve(canvas: Canvas, random: Random): void {
  for (let y = 20; y < canvas.height - 20; y += 34) canvas.line(40, y, canvas.width - 20, y, pale, 1)
  canvas.line(40, 20, 40, canvas.height - 30, ink)
  canvas.line(40, canvas.height - 30, canvas.width - 20, canvas.height - 30, ink)
  const colour = random.pick(bold)
  let level = random.between(80, 140)
  for (let x = 41; x < canvas.width - 22; x += 6) {
    const next = Math.min(canvas.height - 40, Math.max(30, level + random.between(-14, 14)))
    canvas.line(x, level, x + 6, next, colour, 3)
    level = next
  }
}

function gauge(canvas: Canvas, random: Random): void {
  const [x, y, radius] = [canvas.width / 2, canvas.height / 2 + 10, canvas.height / 2 - 30]
  canvas.ring(x, y, radius, ink, 8)
  for (let degree = 135; degree <= 405; degree += 27) {
    const angle = (degree * Math.PI) / 180
    canvas.line(
      x + Math.cos(angle) * (radius - 24),
      y + Math.sin(angle) * (radius - 24),
      x + Math.cos(angle) * (radius - 10),
      y + Math.sin(angle) * (radius - 10),
      ink,
      3,
    )
  }
  const needle = ((135 + random.between(0, 270)) * Math.PI) / 180
  canvas.line(x, y, x + Math.cos(needle) * (radius - 30), y + Math.sin(needle) * (radius - 30), [190, 24, 24], 5)
}

/** Rooms, pipes, a marked place: what people sketch when words are too long. */
function plan(canvas: Canvas, random: Random): void {
  for (let room = 0; room < 6; room += 1) {
    const [left, top] = [20 + (room % 3) * 118, 20 + Math.floor(room / 3) * 100]
    const [width, height] = [random.between(80, 108), random.between(66, 90)]
    canvas.fill(left, top, width, height, pale)
    canvas.line(left, top, left + width, top, ink)
    canvas.line(left, top, left, top + height, ink)
    canvas.line(left + width, top, left + width, top + height, ink)
    canvas.line(left, top + height, left + width, top + height, ink)
  }
  const marked = random.pick(bold)
  canvas.ring(random.between(60, 330), random.between(60, 180), 22, marked, 5)
}

function bars(canvas: Canvas, random: Random): void {
  canvas.line(30, canvas.height - 24, canvas.width - 16, canvas.height - 24, ink)
  const colour = random.pick(bold)
  for (let bar = 0; bar < 10; bar += 1) {
    const height = random.between(20, canvas.height - 60)
    canvas.fill(40 + bar * 32, canvas.height - 25 - height, 22, height, colour)
  }
}

const motifs: Record<Motif, (canvas: Canvas, random: Random) => void> = { curve, gauge, plan, bars }

export function draw(motif: Motif, random: Random): Buffer {
  const canvas = new Canvas(384, 240, paper)
  motifs[motif](canvas, random)
  return canvas.toPng()
}
