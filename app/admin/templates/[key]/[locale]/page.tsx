import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { resetTemplate, saveTemplate } from '#app/admin/templates/actions.ts'
import { formWords } from '#app/parts/form-words.ts'
import { notFound } from '#lib/errors.ts'
import { isLocale, languages } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { isMailKey } from '#lib/mail/kinds.ts'
import { editedText } from '#lib/mail/queries/templates.ts'
import { paths } from '#lib/paths.ts'
import { Button } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Columns, Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { TestMail } from './test-mail.tsx'
import { TextPreview } from './text-preview.tsx'
import { ValueList } from './value-list.tsx'

export default adminPage(async (viewer, { params, search }) => {
  const { key, locale } = params
  if (!isMailKey(key) || !isLocale(locale)) throw notFound()
  const [t, text] = await Promise.all([getTranslations(), editedText(viewer, key, locale)])
  const language = languages().find(({ value }) => value === locale)?.label ?? locale
  const title = `${t(`templates.names.${key}`)}, ${language}`
  const done = { saved: t('templates.saved'), reset: t('templates.resetDone'), test: t('templates.testDone') }
  const said = Object.entries(done).find(([name]) => name === search.done)?.[1]
  return (
    <AdminFrame viewer={viewer} area="templates" title={title}>
      <Page>
        {said ? <Notice tone="success">{said}</Notice> : null}
        <PageHeader
          title={title}
          actions={
            text.version ? (
              <form action={resetTemplate}>
                <input type="hidden" name="key" value={key} />
                <input type="hidden" name="locale" value={locale} />
                <Button>{t('templates.reset')}</Button>
              </form>
            ) : undefined
          }
        />
        <Columns secondary asideLabel={t('templates.values')} aside={<ValueList mail={key} />}>
          <RecordForm
            key={text.version}
            action={saveTemplate}
            sections={[
              {
                fields: [
                  { kind: 'hidden', name: 'key', value: key },
                  { kind: 'hidden', name: 'locale', value: locale },
                  { kind: 'hidden', name: 'version', value: text.version },
                  { kind: 'text', name: 'subject', label: t('templates.fields.subject'), value: text.subject },
                  {
                    kind: 'textarea',
                    name: 'body',
                    label: t('templates.fields.body'),
                    help: t('templates.fields.bodyHelp'),
                    value: text.body,
                    rows: 16,
                  },
                ],
              },
            ]}
            words={
              await formWords(t('templates.save'), {
                line: t('templates.problems.line', { line: '{line}', message: '{message}' }),
                conflict: t('templates.problems.conflict'),
              })
            }
          />
        </Columns>
        <TextPreview viewer={viewer} mail={key} locale={locale} ticket={search.ticket} />
        <TestMail mail={key} locale={locale} address={text.ownAddress} />
        <p>
          <a href={paths.admin('templates')}>{t('templates.back')}</a>
        </p>
      </Page>
    </AdminFrame>
  )
})
