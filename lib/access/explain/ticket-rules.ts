import type { Explained } from './queries.ts'
import { judged, named, notAsked, type RuleRow, type Sentence } from './sentences.ts'

/** V1. */
export function queueRow({ ticket, roles, names }: Explained): RuleRow {
  const values = { queue: names.queue }
  if (ticket.rules?.v1) {
    const giving = roles.filter(({ readsQueue }) => readsQueue)
    return judged('V1', true, [{ key: 'v1Granted', values: { ...values, ...rolesIn(giving) } }])
  }
  const because: Sentence = roles.length
    ? { key: 'v1Lacking', values: { ...values, ...rolesIn(roles) } }
    : { key: 'noRole' }
  return judged('V1', false, [because], [{ key: 'grantQueue', values }])
}

/** V2. */
export function groupRow({ ticket, standing, roles, names }: Explained): RuleRow {
  const holds = ticket.rules?.v2
  if (holds == null) return notAsked('V2', { key: 'faq' })
  if (ticket.group === null) {
    const key = standing.kind === 'contact' ? 'v2NoCustomer' : 'v2NoCustomerEngineer'
    return judged('V2', holds, [{ key }], [{ key: 'setCustomer' }])
  }
  const values = { group: names.groups.get(ticket.group) ?? String(ticket.group) }
  if (holds) {
    const giving = roles.filter(({ readsGroup }) => readsGroup)
    return judged('V2', true, [{ key: 'v2Granted', values: { ...values, ...rolesIn(giving) } }])
  }
  const because: Sentence = roles.length
    ? { key: 'v2Lacking', values: { ...values, ...rolesIn(roles) } }
    : { key: 'noRole' }
  return judged('V2', false, [because], [{ key: 'grantGroup', values }])
}

/** V3. */
export function relationRow({ ticket: { rules }, standing }: Explained): RuleRow {
  if (rules?.v3 == null) return notAsked('V3', { key: standing.kind === 'contact' ? 'faq' : 'engineer' })
  const relations = {
    v3Main: rules.main,
    v3Participant: rules.participant,
    v3Share: rules.shares?.some(({ holds }) => holds),
    v3Company: rules.company,
  }
  const held = (Object.keys(relations) as (keyof typeof relations)[]).filter((key) => relations[key])
  const because = rules.v3 ? held.map((key): Sentence => ({ key })) : [{ key: 'v3None' } as const]
  return judged('V3', rules.v3, because, [{ key: 'relate' }])
}

/** V4: one way to be related. Where another one is enough, it is not what decides. */
export function companyRow(explained: Explained): RuleRow {
  const { rules } = explained.ticket
  if (rules?.company == null) return notAsked('V4', { key: explained.standing.kind === 'contact' ? 'faq' : 'engineer' })
  const because = companySentence(explained)
  if (because.key === 'v4None' || (rules.v3 && !rules.company)) return notAsked('V4', because)
  return judged('V4', rules.company, [because], because.key === 'v4NoPermission' ? [{ key: 'grantCompany' }] : [])
}

function companySentence({ ticket, standing, roles, names }: Explained): Sentence {
  if (ticket.company === null || standing.company === null) return { key: 'v4None' }
  const name = (id: number) => names.companies.get(id) ?? `#${id}`
  const company = name(ticket.company)
  if (ticket.rules?.company)
    return { key: 'v4Same', values: { company, ...rolesIn(roles.filter(({ ownCompany }) => ownCompany)) } }
  return ticket.company === standing.company
    ? { key: 'v4NoPermission', values: { company } }
    : { key: 'v4Other', values: { company, own: name(standing.company) } }
}

function rolesIn(roles: Explained['roles']): { names: string } {
  return named(roles.map(({ name }) => name))
}
