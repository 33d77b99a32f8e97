import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { viewableContact } from '#lib/access/viewing/queries.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { deskNavBeside } from '#lib/tickets/queries/desk-nav.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { startViewing } from '../actions.ts'

/** Asks for the reason before one looks through a customer's eyes. */
export default deskPage(async (viewer, { params }) => {
  if (!/^\d{1,15}$/.test(String(params.contact))) throw notFound()
  const contact = await viewableContact(viewer, Number(params.contact))
  if (!contact.mayView) throw new AppError('forbidden')
  const t = await getTranslations('viewAs')
  const nav = await deskNavBeside(viewer, await getLocale())
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('title', { name: contact.name })}>
      <Page>
        <PageHeader title={t('title', { name: contact.name })} lead={t('lead')} />
        <RecordForm
          action={startViewing}
          words={await formWords(t('start'), { notLetIn: t('notLetIn'), missing: t('reasonMissing') })}
          sections={[
            {
              fields: [
                { kind: 'hidden', name: 'contact', value: String(contact.id) },
                {
                  kind: 'text',
                  name: 'reason',
                  label: t('reason'),
                  help: t('reasonHelp'),
                },
              ],
            },
          ]}
        >
          <ButtonLink href={paths.deskContacts(contact.id)}>{t('back')}</ButtonLink>
        </RecordForm>
      </Page>
    </DeskFrame>
  )
})
