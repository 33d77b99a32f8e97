import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { newsPage } from '#lib/news/queries.ts'
import { paths } from '#lib/paths.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { create, remove, save } from '../actions.ts'
import { keepsNews } from '../news-page.ts'
import { NewsPreview } from './preview.tsx'
import { newsSections } from './sections.ts'

const DONE = ['created', 'saved'] as const

/** An announcement with its preview, or a new one. */
export default adminPage(async (viewer, { params, search }) => {
  const id = params.news === 'new' ? undefined : idOf(params.news)
  const [t, messages, locale] = await Promise.all([getTranslations('newsAdmin'), getMessages(), getLocale()])
  const { stored, groups } = await newsPage(viewer, id, locale)
  const done = DONE.find((one) => one === search.done)
  const title = stored ? labelOf(stored.titles, locale) : t('new')
  const problems = messages.newsAdmin.problems
  return (
    <AdminFrame viewer={viewer} area="news" title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={stored ? undefined : t('newLead')}
          meta={<a href={paths.admin('news')}>{t('title')}</a>}
        />
        {done ? <Notice tone="success">{t(`done.${done}`)}</Notice> : null}
        {stored ? <NewsPreview news={stored} groups={groups} /> : null}
        <RecordForm
          action={stored ? save : create}
          sections={await newsSections(groups, id, stored)}
          words={await formWords(stored ? t('save') : t('create'), problems)}
        />
        {stored ? (
          <Section title={t('delete')}>
            <p>{t('deleteText')}</p>
            <RecordForm
              danger
              action={remove}
              sections={[{ fields: [{ kind: 'hidden', name: 'id', value: id ?? 0 }] }]}
              words={await formWords(t('delete'), problems)}
            />
          </Section>
        ) : null}
      </Page>
    </AdminFrame>
  )
}, keepsNews)
