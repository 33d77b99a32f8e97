import type { Random } from '../demo/random.ts'

/** In the first text of every ticket: what a search must not walk through one by one. */
export const COMMON_WORD = 'pumpe'
/** In one ticket of each bench contact and in one of 20,000 others. */
export const RARE_WORD = 'saphirlager'

const frequent =
  `the and is not we have with for this that since after please you our are was it will new same again only still when
  die der und ist nicht wir haben mit für das seit nach bitte sie unser sind war es wird neu wieder nur noch wenn nochmals`.split(
    /\s+/,
  )

const technical =
  `pump pressure valve seal bearing motor flow level sensor filter alarm controller delivery invoice order visit leakage noise
  temperature update firmware connection cable cabinet spare part report curve value shift line tank hose flange gasket coupling
  impeller housing shaft converter setpoint network timeout certificate login export import drawing quotation contract warranty
  druck ventil dichtung lager motor durchfluss füllstand messwert filter meldung steuerung lieferung rechnung auftrag einsatz
  leckage geräusch temperatur aktualisierung verbindung kabel schaltschrank ersatzteil bericht kennlinie wert schicht linie behälter
  schlauch flansch kupplung laufrad gehäuse welle umrichter sollwert netzwerk zertifikat anmeldung ausgabe zeichnung angebot vertrag`.split(
    /\s+/,
  )

const fronts =
  'druck wasser kühl saug förder prüf mess regel schalt spül abwasser dampf öl luft heiz dosier rück haupt neben not'.split(
    ' ',
  )
const middles =
  'pumpen ventil leitungs behälter motor filter lager wellen kreis anlagen schacht stations becken rohr tank'.split(' ')
const ends =
  'dichtung steuerung gehäuse deckel sensor anschluss schlauch wartung störung protokoll flansch schalter anzeige reserve halter prüfung'.split(
    ' ',
  )

/** German makes its rare words by joining frequent ones; about 4,800 of them. */
const compounds = () => fronts.flatMap((front) => middles.flatMap((middle) => ends.map((end) => front + middle + end)))

const TABLE = 65_536

/**
 * Words in natural proportions: the n-th most frequent comes 1/n as often as the first (Zipf's law).
 * @returns a table in which a word stands as often as it is likely
 */
export function zipfTable(): string[] {
  const ranked = [...frequent, ...technical, ...compounds()]
  const total = ranked.reduce((sum, _, rank) => sum + 1 / (rank + 4), 0)
  const table = ranked.flatMap((word, rank) =>
    Array<string>(Math.max(1, Math.round(TABLE / (rank + 4) / total))).fill(word),
  )
  return table
}

/** So many words of the table, blank between them. */
export function phrase(table: string[], words: number, { next }: Random): string {
  let text = ''
  for (let word = 0; word < words; word += 1) text += `${word ? ' ' : ''}${table[Math.floor(next() * table.length)]}`
  return text
}
