import { randomInt } from 'node:crypto'

// Without letters and digits that look alike on paper.
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password that nobody guesses and everybody can read out: four groups of five, about 98 bits. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
