import type { Random } from '../random.ts'
import { draw } from './drawings.ts'
import { writePdf } from './pdf.ts'
import type { FileSketch } from './sketch.ts'

export type MadeFile = { name: string; contentType: string; content: Buffer }

/** The real file that a sketch stands for, as it would have been written at this moment. */
export function makeFile(sketch: FileSketch, random: Random, at: Date): MadeFile {
  const { name } = sketch
  switch (sketch.kind) {
    case 'drawing':
      return { name, contentType: 'image/png', content: draw(sketch.motif, random) }
    case 'pdf':
      return { name, contentType: 'application/pdf', content: writePdf(sketch.lines) }
    case 'sheet':
      return { name, contentType: 'text/csv', content: Buffer.from(readings(sketch.columns, random)) }
    case 'log':
      return { name, contentType: 'text/plain', content: Buffer.from(messages(sketch.messages, random, at)) }
    case 'text':
      return { name, contentType: 'text/plain', content: Buffer.from(sketch.text) }
  }
}

function readings(columns: string[], random: Random): string {
  const levels = columns.map(() => random.between(20, 900) / 10)
  const rows = Array.from({ length: random.between(40, 90) }, (_, minute) => {
    const values = levels.map((level) => (level + random.between(-20, 20) / 10).toFixed(1))
    return [minute * 5, ...values].join(';')
  })
  return `${[['minute', ...columns].join(';'), ...rows].join('\n')}\n`
}

function messages(texts: string[], random: Random, at: Date): string {
  let moment = at.getTime() - 7_200_000
  const lines = Array.from({ length: random.between(30, 70) }, (_, index) => {
    moment += random.between(4, 90) * 1000
    return `${new Date(moment).toISOString()} ${texts[index % texts.length] ?? ''}`
  })
  return `${lines.join('\n')}\n`
}
