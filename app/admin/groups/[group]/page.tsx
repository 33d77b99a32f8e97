import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { withPreview } from '#app/parts/effect.ts'
import { formWords } from '#app/parts/form-words.ts'
import { groupPage } from '#lib/groups/queries/pages.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { save } from '../actions.ts'
import { GroupFrame } from '../group-frame.tsx'
import { groupSections } from '../sections.ts'

/** Name, levels, portal and profile of a customer group. */
export default adminPage(async (viewer, { params, search }) => {
  const id = idOf(params.group)
  const [t, messages, locale] = await Promise.all([getTranslations('groups'), getMessages(), getLocale()])
  const { head, stored, version, figures, profiles, nameKeys } = await groupPage(viewer, id, locale)
  const hidden = [
    { kind: 'hidden' as const, name: 'group', value: id },
    { kind: 'hidden' as const, name: 'version', value: version },
  ]
  return (
    <GroupFrame viewer={viewer} head={head} part="basics" done={search.done}>
      <RecordForm
        sticky
        action={save}
        sections={[{ fields: hidden }, ...(await groupSections(profiles, { stored, figures, nameKeys }))]}
        words={await withPreview(await formWords(t('save'), messages.groups.problems))}
      />
    </GroupFrame>
  )
})
