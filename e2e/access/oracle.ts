/** What docs and code promise about access, decided a second time from the specification alone. Imports nothing of the application. */
export * from './oracle/actions.ts'
export { refusedAltogether } from './oracle/standing.ts'
export * from './oracle/visibility.ts'
export type * from './oracle/world.ts'
