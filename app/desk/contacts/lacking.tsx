import { getLocale } from 'next-intl/server'
import { type DataModel, type Level, labelOf } from '#lib/groups/data-model.ts'
import { type Held, lackedFields } from '#lib/groups/lacked.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** Says which required fields of a contact or company have no value, with the way to its form for those who may fill them in. */
export async function Lacking({
  model,
  level,
  held,
  edit,
}: {
  model: DataModel
  level: Level
  held: Held
  edit: string | null
}) {
  const lacked = lackedFields(model, level, held)
  if (lacked.length === 0) return null
  const [t, locale] = await Promise.all([getTranslations('contacts'), getLocale()])
  const fields = lacked.map(({ labels }) => labelOf(labels, locale)).join(', ')
  return (
    <Notice tone="warning">
      <p>
        {t('lacking', { fields })} {edit ? <a href={edit}>{t('fillIn')}</a> : null}
      </p>
    </Notice>
  )
}
