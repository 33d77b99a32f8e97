import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { languages } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type Canned, cannedList } from '#lib/tickets/queries/canned-list.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'
import { dropText } from './actions.ts'

/** Texts ready to be put into an answer: one's own, and those that everybody has. */
export default deskPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('cannedTexts'), getLocale()])
  const { texts, nav } = await cannedList(viewer, locale)
  const said = { saved: t('saved'), removed: t('removed') }[search.done ?? '']
  return (
    <DeskFrame viewer={viewer} nav={nav} place={{ area: 'texts' }} title={t('title')}>
      <Page>
        {said ? <Notice tone="success">{said}</Notice> : null}
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          actions={
            <ButtonLink variant="primary" href={paths.deskPart('texts', 'new')}>
              {t('new')}
            </ButtonLink>
          }
        />
        {texts.length === 0 ? <EmptyState icon="text" title={t('emptyTitle')} text={t('empty')} /> : null}
        <Texts title={t('own')} texts={texts.filter(({ shared }) => !shared)} mayKeep />
        <Texts title={t('shared')} texts={texts.filter(({ shared }) => shared)} mayKeep={viewer.administer} />
      </Page>
    </DeskFrame>
  )
})

async function Texts({ title, texts, mayKeep }: { title: string; texts: Canned[]; mayKeep: boolean }) {
  const t = await getTranslations('cannedTexts')
  if (texts.length === 0) return null
  const language = (locale: string | null) =>
    languages().find(({ value }) => value === locale)?.label ?? t('anyLanguage')
  return (
    <Section title={title}>
      <Panel>
        <Table
          plain
          caption={title}
          rows={texts}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              label: t('name'),
              heading: true,
              cell: ({ id, title }) => (mayKeep ? <a href={paths.deskPart('texts', id)}>{title}</a> : title),
            },
            { key: 'queue', label: t('queue'), labelled: true, cell: ({ queue }) => queue ?? t('allQueues') },
            { key: 'language', label: t('language'), labelled: true, cell: ({ locale }) => language(locale) },
            {
              key: 'remove',
              label: t('remove'),
              labelHidden: true,
              align: 'end',
              cell: ({ id, title }) =>
                mayKeep ? (
                  <form action={dropText}>
                    <input type="hidden" name="id" value={id} />
                    <Button aria-label={`${t('remove')}: ${title}`}>{t('remove')}</Button>
                  </form>
                ) : null,
            },
          ]}
        />
      </Panel>
    </Section>
  )
}
