import { citizens } from './citizens.ts'
import type { QueueDefinition, Stage, StatusDefinition } from './definition.ts'
import { citizenFaq, memberFaq, productFaq } from './faq.ts'
import { helpdesk } from './helpdesk.ts'
import { members } from './members.ts'
import { sales } from './sales.ts'
import { serviceDesk } from './service-desk.ts'

const queues = [serviceDesk, helpdesk, sales, members, citizens, productFaq, memberFaq, citizenFaq] as const

export type QueueKey = (typeof queues)[number]['key']

export const demoQueues: readonly QueueDefinition<QueueKey>[] = queues

export function queueNamed(key: QueueKey): QueueDefinition<QueueKey> {
  const queue = demoQueues.find((candidate) => candidate.key === key)
  if (!queue) throw new Error(`no queue ${key}`)
  return queue
}

/** The queue's first status of this stage. */
export function statusAt(key: QueueKey, stage: Stage): StatusDefinition {
  const status = queueNamed(key).statuses.find((candidate) => candidate.stage === stage)
  if (!status) throw new Error(`queue ${key} has no status for ${stage}`)
  return status
}
