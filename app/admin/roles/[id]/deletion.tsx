import { getTranslations } from '#lib/i18n/translations.ts'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { removeRole } from '../actions.ts'
import { roleWords } from '../sections.ts'

/** Deleting, which is possible when nobody has the role. */
export async function Deletion({ id, held }: { id: number; held: boolean }) {
  const t = await getTranslations('roles')
  if (held) return <p data-part="field-note">{t('deleteHeld')}</p>
  return (
    <Disclosure summary={t('delete')}>
      <p>{t('deleteHint')}</p>
      <RecordForm
        danger
        action={removeRole}
        sections={[{ fields: [{ kind: 'hidden', name: 'id', value: id }] }]}
        words={await roleWords(t('delete'))}
      />
    </Disclosure>
  )
}
