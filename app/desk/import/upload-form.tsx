import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { MOST_BYTES, MOST_ROWS } from '#lib/import/import.ts'
import type { GroupChoice } from '#lib/import/queries/page.ts'
import { paths } from '#lib/paths.ts'
import { Actions, Button } from '#lib/ui/button.tsx'
import { RadioGroup } from '#lib/ui/choices.tsx'
import { Input, Select } from '#lib/ui/controls.tsx'
import { Form } from '#lib/ui/form.tsx'

/** The file, whose customers they are, and what a row is. */
export async function UploadForm({ groups }: { groups: GroupChoice[] }) {
  const [t, locale] = await Promise.all([getTranslations('import'), getLocale()])
  const formats = formatsFor(locale)
  return (
    <Form action={paths.importUpload()} method="post" encType="multipart/form-data">
      <Select name="group" label={t('group')} options={groups.map(({ id, label }) => ({ value: String(id), label }))} />
      <RadioGroup
        name="level"
        label={t('level')}
        defaultValue="contact"
        options={[
          { value: 'contact', label: t('levels.contact') },
          ...(groups.some(({ hasCompanies }) => hasCompanies)
            ? [{ value: 'company', label: t('levels.company') }]
            : []),
        ]}
      />
      <Input
        type="file"
        name="file"
        accept=".csv,.txt,text/csv,text/plain"
        label={t('file')}
        help={t('fileHelp', { size: formats.bytes(MOST_BYTES), rows: formats.number(MOST_ROWS) })}
      />
      <Actions>
        <Button variant="primary">{t('upload')}</Button>
      </Actions>
    </Form>
  )
}
