import { getTranslations } from '#lib/i18n/translations.ts'
import type { ImportRecord } from '#lib/import/queries/work.ts'
import { ENCODINGS } from '#lib/import/reading/encoding.ts'
import { Button } from '#lib/ui/button.tsx'
import { Select } from '#lib/ui/controls.tsx'
import { chooseReading } from '../actions.ts'

const NAMES: Record<(typeof ENCODINGS)[number], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252 (Latin 1)',
  'iso-8859-15': 'ISO 8859-15 (Latin 9)',
  'windows-1250': 'Windows-1250',
  macintosh: 'Mac OS Roman',
}

/** Encoding and separator as they were found, to be overruled. */
export async function ReadingForm({ record: { id, options } }: { record: ImportRecord }) {
  const t = await getTranslations('import')
  const separators = [
    { value: ';', label: t('separators.semicolon') },
    { value: ',', label: t('separators.comma') },
    { value: '\t', label: t('separators.tab') },
    { value: '|', label: t('separators.bar') },
  ]
  return (
    <form action={chooseReading} data-part="filters">
      <input type="hidden" name="id" value={id} />
      <Select
        name="encoding"
        label={t('encoding')}
        defaultValue={options.encoding}
        options={ENCODINGS.map((value) => ({ value, label: NAMES[value] }))}
      />
      <Select name="separator" label={t('separator')} defaultValue={options.separator} options={separators} />
      <Button>{t('readAgain')}</Button>
    </form>
  )
}
