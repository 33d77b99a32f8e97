/** How many hang on a record, by what they are; a number at the bound means "at least so many". */
export type Uses<What extends string = string> = Record<What, number>

export const USES_BOUND = 501

export function isUsed(uses: Uses): boolean {
  return Object.values(uses).some((count) => count > 0)
}
