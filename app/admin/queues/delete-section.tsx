import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { FormState } from '#lib/ui/form-state.ts'
import { Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

/** Deletes what nothing uses; otherwise says what does, and what to do instead. */
export async function DeleteSection({
  action,
  name,
  ids,
  used,
  free,
  instead,
  problems,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  name: string
  ids: Record<string, number>
  /** What uses it, in words. */
  used: string[]
  free: string
  instead?: string
  problems: Record<string, string>
}) {
  const t = await getTranslations('queues.delete')
  return (
    <Section title={t('title')}>
      {used.length ? (
        <>
          <p>{t('used')}</p>
          <ul>
            {used.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {instead ? <p>{instead}</p> : null}
        </>
      ) : (
        <>
          <p>{free}</p>
          <RecordForm
            danger
            action={action}
            words={await formWords(t('button', { name }), problems)}
            sections={[{ fields: Object.entries(ids).map(([key, value]) => ({ kind: 'hidden', name: key, value })) }]}
          />
        </>
      )}
    </Section>
  )
}
