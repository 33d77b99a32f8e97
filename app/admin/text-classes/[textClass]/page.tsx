import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { idIn, queuePath } from '#app/admin/queues/address.ts'
import { DeleteSection } from '#app/admin/queues/delete-section.tsx'
import { usesWords } from '#app/admin/queues/uses-words.ts'
import { withPreview } from '#app/parts/effect.ts'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type TextClassPage, textClassPage } from '#lib/text-classes/queries/pages.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { remove, save } from '../actions.ts'
import { textClassSections } from '../sections.ts'

/** A text class, the queues that allow it, and its end. */
export default adminPage(async (viewer, { params }) => {
  const id = idIn(params.textClass)
  const [t, q, messages, locale] = await Promise.all([
    getTranslations('textClasses'),
    getTranslations('queues'),
    getMessages(),
    getLocale(),
  ])
  const { textClass, version, uses, queues } = await textClassPage(viewer, id, locale)
  const { customerQueues, ...counted } = uses
  const problems = { ...messages.queues.problems, ...messages.textClasses.problems }
  const name = textClass.labels[locale] ?? textClass.labels.en ?? textClass.key
  return (
    <AdminFrame viewer={viewer} area="text-classes" title={name}>
      <Page>
        <PageHeader
          title={name}
          meta={
            <>
              <a href={paths.admin('text-classes')}>{t('title')}</a>
              <span>{textClass.key}</span>
              <Badge tone={textClass.customerVisible ? 'success' : 'low'}>
                {textClass.customerVisible ? t('visible') : t('internal')}
              </Badge>
            </>
          }
        />
        <RecordForm
          action={save}
          sections={await textClassSections({ id, textClass, version, uses })}
          words={await withPreview(await formWords(q('save'), problems))}
        />
        <Section title={t('usedBy')}>
          <UsedBy queues={queues} />
        </Section>
        <DeleteSection
          action={remove}
          name={name}
          ids={{ id }}
          used={await usesWords(counted, (what, count) => t(`uses.${what}`, { count }))}
          free={q('delete.free')}
          instead={t('retire')}
          problems={problems}
        />
      </Page>
    </AdminFrame>
  )
})

async function UsedBy({ queues }: Pick<TextClassPage, 'queues'>) {
  const t = await getTranslations('textClasses')
  if (queues.length === 0) return <p>{t('usedByNone')}</p>
  return (
    <ul>
      {queues.map(({ id, label, forEngineers, forCustomers }) => (
        <li key={id}>
          <a href={queuePath(id, 'text-classes')}>{label}</a>{' '}
          <span data-part="field-note">
            {[...(forEngineers ? [t('forEngineers')] : []), ...(forCustomers ? [t('forCustomers')] : [])].join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
