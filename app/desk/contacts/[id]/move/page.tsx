import { getLocale } from 'next-intl/server'
import { moveToCompany } from '#app/desk/contacts/actions.ts'
import { CompanyPicker } from '#app/desk/contacts/company-picker.tsx'
import { idIn } from '#app/desk/contacts/id-in.ts'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { moveChoice, movePreview } from '#lib/contacts/queries/move.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { MoveEffects } from './effects.tsx'

/** First the company, then what the move would do, then the move. */
export default deskPage(async (viewer, { params, search }) => {
  const id = idIn(params.id)
  return search.to === undefined ? choose(viewer, id, search.q) : confirm(viewer, id, search.to)
})

async function choose(viewer: EngineerViewer, id: number, asked: string | undefined) {
  const [t, locale] = await Promise.all([getTranslations('contacts'), getLocale()])
  const q = asked?.trim().slice(0, 200) || undefined
  const { contact, companies, nav } = await moveChoice(viewer, id, { q, locale })
  const here = (query: Record<string, string>) => paths.deskContacts(id, 'move', query)
  return (
    <DeskFrame viewer={viewer} nav={nav} title={`${t('moveTitle')}: ${contact.name}`} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader
          title={t('moveTitle')}
          meta={<a href={paths.deskContacts(id)}>{contact.name}</a>}
          lead={contact.company ? t('moveFrom', { company: contact.company }) : t('moveFromNone')}
        />
        <CompanyPicker
          action={here({})}
          q={q}
          companies={companies}
          addressOf={(company) => here({ to: String(company) })}
          none={contact.companyId === null ? undefined : { href: here({ to: 'none' }), label: t('moveOut') }}
        />
      </Page>
    </DeskFrame>
  )
}

async function confirm(viewer: EngineerViewer, id: number, asked: string) {
  const [t, locale] = await Promise.all([getTranslations('contacts'), getLocale()])
  const to = asked === 'none' ? null : idIn(asked)
  const preview = await movePreview(viewer, id, { to, locale })
  const { contact, target, nav } = preview
  return (
    <DeskFrame viewer={viewer} nav={nav} title={`${t('moveTitle')}: ${contact.name}`} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader title={t('moveTitle')} meta={<a href={paths.deskContacts(id)}>{contact.name}</a>} />
        <MoveEffects preview={preview} />
        <RecordForm
          action={moveToCompany}
          sections={[
            {
              fields: [
                { kind: 'hidden', name: 'id', value: id },
                { kind: 'hidden', name: 'company', value: to ?? '' },
                { kind: 'hidden', name: 'from', value: contact.companyId ?? '' },
              ],
            },
          ]}
          words={await formWords(target ? t('moveNow', { company: target.name }) : t('moveOutNow'))}
        >
          <ButtonLink href={paths.deskContacts(id, 'move')}>{t('moveOther')}</ButtonLink>
        </RecordForm>
      </Page>
    </DeskFrame>
  )
}
