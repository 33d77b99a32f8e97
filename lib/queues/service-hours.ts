/** Opening hours per weekday (1 = Monday) as minutes since midnight, in the named time zone. */
export type ServiceHours = { timeZone: string; days: Record<string, [from: number, to: number]> }
