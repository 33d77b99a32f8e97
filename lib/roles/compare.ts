import type { Grants } from './grants.ts'

/** What two roles grant on one thing; `both` in the order of the grants. */
export type ComparedLine<Grant extends string> = { id: number; both: Grant[]; onlyLeft: Grant[]; onlyRight: Grant[] }

export type Compared = {
  queues: ComparedLine<Grants['queues'][number]['grants'][number]>[]
  groups: ComparedLine<Grants['groups'][number]['grants'][number]>[]
  rights: Omit<ComparedLine<Grants['rights'][number]>, 'id'>
}

/** Two roles beside one another; what neither grants anything on is left out, the order is that of the given ids. */
export function compareRoles(left: Grants, right: Grants, order: { queues: number[]; groups: number[] }): Compared {
  return {
    queues: lines(order.queues, left.queues, right.queues),
    groups: lines(order.groups, left.groups, right.groups),
    rights: split(left.rights, right.rights),
  }
}

export function differs({ onlyLeft, onlyRight }: { onlyLeft: readonly string[]; onlyRight: readonly string[] }) {
  return onlyLeft.length + onlyRight.length > 0
}

type Line<Grant extends string> = { id: number; grants: Grant[] }

function lines<Grant extends string>(ids: number[], left: Line<Grant>[], right: Line<Grant>[]): ComparedLine<Grant>[] {
  const grantsOn = (side: Line<Grant>[], id: number) => side.find((line) => line.id === id)?.grants ?? []
  return ids
    .map((id) => ({ id, ...split(grantsOn(left, id), grantsOn(right, id)) }))
    .filter((line) => line.both.length > 0 || differs(line))
}

function split<Grant extends string>(left: Grant[], right: Grant[]) {
  return {
    both: left.filter((grant) => right.includes(grant)),
    onlyLeft: left.filter((grant) => !right.includes(grant)),
    onlyRight: right.filter((grant) => !left.includes(grant)),
  }
}
