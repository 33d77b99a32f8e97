import { adminPageFor, type Row } from '../row.ts'

/** Pages of the Admin Tool. Those with areas of their own stand in files beside this one. */
export const adminRows: readonly Row[] = [
  { target: 'GET /admin', cases: (place) => [adminPageFor(place, '/admin', undefined, ['administer', 'manage news'])] },
]
