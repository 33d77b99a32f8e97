import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { SETTING_GROUPS } from '#lib/settings/definition.ts'
import { type SettingState, settingStates } from '#lib/settings/queries.ts'
import { isSettingKey, SETTINGS } from '#lib/settings/settings.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'
import { settingWords } from './words.ts'

export default adminPage(async (viewer, { search }) => {
  const [t, words, states] = await Promise.all([getTranslations('settings'), settingWords(), settingStates(viewer)])
  const title = (await getTranslations('admin'))('areas.settings.title')
  const groups = SETTING_GROUPS.map((group) => ({
    group,
    rows: states.filter(({ key }) => SETTINGS[key].group === group),
  })).filter(({ rows }) => rows.length > 0)
  return (
    <AdminFrame viewer={viewer} area="settings" title={title}>
      <Page>
        <PageHeader title={title} lead={t('lead')} />
        {isSettingKey(search.done) ? (
          <Notice tone="success">{t('saved', { name: words.name(search.done) })}</Notice>
        ) : null}
        {
          await Promise.all(
            groups.map(async ({ group, rows }) => (
              <Section key={group} title={t(`groups.${group}`)}>
                <Panel>{await settingTable(t(`groups.${group}`), rows)}</Panel>
              </Section>
            )),
          )
        }
      </Page>
    </AdminFrame>
  )
})

async function settingTable(caption: string, rows: SettingState[]) {
  const [t, words, locale] = await Promise.all([getTranslations('settings'), settingWords(), getLocale()])
  const formats = formatsFor(locale)
  return (
    <Table
      plain
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'setting',
          label: t('setting'),
          heading: true,
          cell: ({ key }) => (
            <>
              <a href={paths.admin('settings', key)}>{words.name(key)}</a>
              <div data-part="field-note">{words.text(key)}</div>
            </>
          ),
        },
        {
          key: 'value',
          label: t('value'),
          labelled: true,
          width: '18%',
          cell: ({ key, value }) => <strong>{words.value(key, value)}</strong>,
        },
        {
          key: 'initial',
          label: t('initial'),
          labelled: true,
          width: '15%',
          cell: ({ key, initial }) => words.value(key, initial),
        },
        {
          key: 'changed',
          label: t('changed'),
          labelled: true,
          width: '22%',
          cell: ({ changed }) =>
            changed
              ? t('changedBy', { when: formats.full(changed.at), name: changed.by ?? t('somebody') })
              : t('never'),
        },
      ]}
    />
  )
}
