import { openPage } from '#app/(auth)/open-page.tsx'
import { Door } from '#app/parts/door.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { readFarewell } from '#lib/mail/unsubscribe.ts'
import { paths } from '#lib/paths.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { stopMails } from './actions.ts'

/** Where "no more mails of this kind" leads: which ones they are, and the button. Opening it changes nothing. */
export default openPage(async ({ token = '', done }) => {
  const t = await getTranslations('notifications')
  const farewell = done ? null : readFarewell(token)
  const account = (
    <p>
      <a href={paths.mailWishes(farewell?.kind ?? 'contact')}>{t('unsubscribe.account')}</a>
    </p>
  )
  if (!farewell)
    return (
      <Door title={t('unsubscribe.title')}>
        <p>{t(done ? 'unsubscribe.done' : 'unsubscribe.unknown')}</p>
        {account}
      </Door>
    )
  return (
    <Door title={t('unsubscribe.title')} lead={t('unsubscribe.lead')}>
      <ul>
        {farewell.choices.map((choice) => (
          <li key={choice}>{t(`choices.${choice}`)}</li>
        ))}
      </ul>
      <RecordForm
        action={stopMails}
        sections={[{ fields: [{ kind: 'hidden', name: 'token', value: token }] }]}
        words={await formWords(t('unsubscribe.submit'))}
      />
      {account}
    </Door>
  )
})
