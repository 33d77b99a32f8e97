import { languages } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'

type Texts = Record<string, string>

/** Texts per language as a table: a row a language, a column a kind of text; `columns` by the name that the input has. */
export async function labelRows(
  label: string,
  columns: readonly { name: string; label: string; texts: Texts | undefined }[],
  help?: string,
): Promise<RecordFieldSpec> {
  const t = await getTranslations('queues')
  return {
    kind: 'rows',
    name: 'texts',
    label,
    help,
    corner: t('language'),
    columns: columns.map((column) => column.label),
    rows: languages().map((language) => ({
      key: language.value,
      heading: language.label,
      cells: columns.map(({ name, texts }) => ({
        name: `${name}.${language.value}`,
        kind: 'text' as const,
        value: texts?.[language.value] ?? '',
      })),
    })),
  }
}
