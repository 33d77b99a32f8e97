import type { EngineerViewer } from '#lib/access/viewer.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { kindOf, type MailKey } from '#lib/mail/kinds.ts'
import { TemplateProblem } from '#lib/mail/liquid.ts'
import { previewText } from '#lib/mail/queries/templates.ts'
import { paths } from '#lib/paths.ts'
import { Button } from '#lib/ui/button.tsx'
import { Input } from '#lib/ui/controls.tsx'
import { Filters } from '#lib/ui/form.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Preview } from '#lib/ui/preview.tsx'

/** The saved text as a mail: with example values, or with a ticket that the administrator sees. */
export async function TextPreview({
  viewer,
  mail,
  locale,
  ticket = '',
}: {
  viewer: EngineerViewer
  mail: MailKey
  locale: Locale
  ticket: string | undefined
}) {
  const t = await getTranslations('templates')
  const number = /^\d{1,15}$/.test(ticket) ? Number(ticket) : undefined
  const filled = await previewText(viewer, mail, locale, number).catch((error) => {
    if (error instanceof TemplateProblem) return error
    throw error
  })
  return (
    <Section title={t('preview')} id="preview">
      {filled instanceof TemplateProblem ? (
        <Notice tone="danger">{t('broken', { line: filled.line, message: filled.message })}</Notice>
      ) : (
        <>
          <p>{t('previewLead')}</p>
          {kindOf(mail).about === 'ticket' ? (
            <Filters action={`${paths.admin('templates', mail, locale)}#preview`}>
              <Input name="ticket" label={t('previewTicket')} inputMode="numeric" defaultValue={ticket} />
              <Button>{t('previewShow')}</Button>
            </Filters>
          ) : null}
          {ticket && !filled.ofTicket ? <Notice tone="warning">{t('previewNone')}</Notice> : null}
          <p dir="auto">
            <strong>{filled.subject}</strong>
          </p>
          <Preview src={paths.textFrame(mail, locale, filled.ofTicket ? ticket : undefined)} title={t('preview')} />
          <h3>{t('asText')}</h3>
          <pre data-part="preview">{filled.text}</pre>
        </>
      )}
    </Section>
  )
}
