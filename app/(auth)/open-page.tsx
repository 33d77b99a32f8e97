import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import { Door } from '#app/parts/door.tsx'
import { refusal } from '#lib/http/page.ts'
import { getTranslations } from '#lib/i18n/translations.ts'

type Search = Readonly<Record<string, string | undefined>>

/** A page for everybody, signed in or not; where it cannot be shown it says why, in the theme. */
export function openPage(render: (search: Search) => Promise<ReactNode>) {
  return async ({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) => {
    try {
      const search = Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0]])
      return await render(Object.fromEntries(search))
    } catch (error) {
      unstable_rethrow(error)
      const { code } = (await refusal(error)).error
      const t = await getTranslations()
      return (
        <Door title={t(`errors.${code}.title`)}>
          <p>{t(`errors.${code}.text`)}</p>
        </Door>
      )
    }
  }
}
