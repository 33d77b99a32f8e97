import { type Person, personKey } from '#lib/access/explain/question.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Button } from '#lib/ui/button.tsx'
import { Input } from '#lib/ui/controls.tsx'
import { Filters } from '#lib/ui/form.tsx'

/** Whom and which ticket the question is about. With a person chosen only the ticket is asked for. */
export async function QuestionForm({
  words,
  person,
  ticket,
  problem,
}: {
  words: string
  person: Person | undefined
  ticket: string | undefined
  problem: string | undefined
}) {
  const t = await getTranslations('explain')
  return (
    <Filters action={paths.admin('explain')}>
      {person ? (
        <input type="hidden" name="person" value={personKey(person)} />
      ) : (
        <Input name="q" label={t('person')} defaultValue={words} maxLength={100} required />
      )}
      <Input
        name="ticket"
        label={t('ticket')}
        defaultValue={ticket}
        inputMode="numeric"
        maxLength={16}
        error={problem}
        size={12}
      />
      <Button variant="primary">{t('ask')}</Button>
    </Filters>
  )
}
