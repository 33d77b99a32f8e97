import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formatsFor } from '#lib/i18n/formats.ts'
import { languages } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { MAIL_KEYS } from '#lib/mail/kinds.ts'
import { changedTexts } from '#lib/mail/queries/templates.ts'
import { paths } from '#lib/paths.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Table } from '#lib/ui/table.tsx'

export default adminPage(async (viewer) => {
  const [t, locale, changed] = await Promise.all([getTranslations(), getLocale(), changedTexts(viewer)])
  const formats = formatsFor(locale)
  const title = t('admin.areas.templates.title')
  const changedAt = (key: string, language: string) =>
    changed.find((one) => one.key === key && one.locale === language)?.changedAt
  return (
    <AdminFrame viewer={viewer} area="templates" title={title}>
      <Page>
        <PageHeader title={title} lead={t('templates.lead')} />
        <Table
          caption={t('templates.list')}
          rows={MAIL_KEYS}
          rowKey={(key) => key}
          plain
          columns={[
            { key: 'mail', label: t('templates.name'), heading: true, cell: (key) => t(`templates.names.${key}`) },
            ...languages().map(({ value, label }) => ({
              key: value,
              label,
              labelled: true,
              cell: (key: (typeof MAIL_KEYS)[number]) => {
                const at = changedAt(key, value)
                return (
                  <a href={paths.admin('templates', key, value)}>
                    {at ? t('templates.changed', { when: formats.date(at) }) : t('templates.original')}
                  </a>
                )
              },
            })),
          ]}
        />
      </Page>
    </AdminFrame>
  )
})
