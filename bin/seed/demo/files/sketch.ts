/** What a scenario attaches; drawn or written when the ticket is made. */
export type FileSketch =
  | { kind: 'drawing'; name: string; motif: Motif }
  | { kind: 'sheet'; name: string; columns: string[] }
  | { kind: 'log'; name: string; messages: string[] }
  | { kind: 'text'; name: string; text: string }
  | { kind: 'pdf'; name: string; lines: string[] }

export type Motif = 'curve' | 'gauge' | 'plan' | 'bars'

export const drawing = (name: string, motif: Motif): FileSketch => ({ kind: 'drawing', name, motif })
/** A CSV file of readings; the first column counts the minutes. */
export const sheet = (name: string, ...columns: string[]): FileSketch => ({ kind: 'sheet', name, columns })
export const log = (name: string, ...messages: string[]): FileSketch => ({ kind: 'log', name, messages })
export const text = (name: string, content: string): FileSketch => ({ kind: 'text', name, text: content })
export const pdf = (name: string, ...lines: string[]): FileSketch => ({ kind: 'pdf', name, lines })
