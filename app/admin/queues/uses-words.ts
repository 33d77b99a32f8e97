import { getTranslations } from '#lib/i18n/translations.ts'
import { USES_BOUND, type Uses } from '#lib/queues/uses.ts'

/** What uses a record, in words: "3 tickets", "more than 500 tickets". */
export async function usesWords<What extends string>(
  uses: Uses<What>,
  word: (what: What, count: number) => string,
): Promise<string[]> {
  const t = await getTranslations('queues.uses')
  return (Object.keys(uses) as What[])
    .filter((what) => uses[what] > 0)
    .map((what) => (uses[what] < USES_BOUND ? word(what, uses[what]) : t('more', { what: word(what, USES_BOUND - 1) })))
}
