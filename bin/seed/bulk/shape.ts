/** How big the world is, by the number of its tickets. */
export type Shape = {
  tickets: number
  contacts: number
  /** People per company, largest first. */
  companies: number[]
  /** Number of the first contact of each company; contacts are numbered company by company, those without one last. */
  firstContact: number[]
}

/** A million tickets have 20,000 companies of 1 to 10,000 people and 200,000 contacts; fewer tickets have fewer. */
export function shapeFor(tickets: number): Shape {
  const contacts = Math.max(300, Math.round(tickets / 5))
  const count = Math.max(30, Math.round(tickets / 50))
  const largest = Math.max(20, Math.round(contacts / 20))
  const companies: number[] = []
  const firstContact: number[] = []
  let people = 0
  for (let rank = 1; rank <= count && people < contacts; rank += 1) {
    const size = Math.min(contacts - people, Math.max(1, Math.floor(largest / rank ** 0.88)))
    companies.push(size)
    firstContact.push(people + 1)
    people += size
  }
  return { tickets, contacts, companies, firstContact }
}

/** Index of the contact's company, or undefined. */
export function companyOf({ companies, firstContact }: Shape, contact: number): number | undefined {
  let low = 0
  let high = companies.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((firstContact[middle] ?? 0) <= contact) low = middle
    else high = middle - 1
  }
  return contact < (firstContact[low] ?? 0) + (companies[low] ?? 0) ? low : undefined
}

/** Who signs in for the bench: the first person of the largest company, of one a hundredth its size, and of one alone. */
export function benchContacts({ companies, firstContact }: Shape) {
  const atMost = (size: number) => companies.findIndex((people) => people <= size)
  const first = (company: number) => firstContact[company] ?? 1
  return [
    { login: 'bench.largest', contact: first(0) },
    { login: 'bench.large', contact: first(atMost(Math.max(2, (companies[0] ?? 0) / 100))) },
    { login: 'bench.small', contact: first(companies.lastIndexOf(1)) },
  ] as const
}
