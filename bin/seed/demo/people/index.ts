import { hartmannPeople } from './hartmann.ts'
import { haveliaPeople } from './havelia.ts'
import { internalPeople, lindenauPeople } from './lindenau.ts'

export const demoPeople = [...hartmannPeople, ...haveliaPeople, ...lindenauPeople, ...internalPeople]
