import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { StatusBadge } from '#lib/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '#lib/ui/button.tsx'
import { Input, Textarea } from '#lib/ui/controls.tsx'
import { html } from '#lib/ui/html.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'
import { Tile, Tiles } from '#lib/ui/tile.tsx'
import { Bubble, Timeline } from '#lib/ui/timeline.tsx'

const HOUR = 60 * 60 * 1000

/** The portal's parts: tiles, list, history, form. Nothing in it is anybody's. */
export async function Sample() {
  const t = await getTranslations()
  const here = paths.admin('themes', 'preview')
  return (
    <Page>
      <PageHeader
        title={t('themesAdmin.sample.title')}
        lead={t('themesAdmin.sample.lead')}
        actions={<ButtonLink href={paths.signIn()}>{t('themesAdmin.toSignIn')}</ButtonLink>}
      />
      <Notice tone="success">{t('themesAdmin.sample.saved')}</Notice>
      <Section title={t('welcome.createTitle')}>
        <Tiles>
          <Tile
            href={here}
            icon="inbox"
            title={t('themesAdmin.sample.subject')}
            text={t('themesAdmin.sample.company')}
          />
          <Tile
            href={here}
            icon="users"
            title={t('themesAdmin.sample.second')}
            text={t('themesAdmin.sample.company')}
          />
        </Tiles>
      </Section>
      <Section title={t('welcome.latestTitle')}>{await list()}</Section>
      {await history()}
      {await form()}
    </Page>
  )
}

async function list() {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const now = new Date()
  const { relative, full } = formatsFor(locale)
  const rows = [
    { subject: t('themesAdmin.sample.subject'), tone: 'open', at: new Date(now.getTime() - 2 * HOUR) },
    { subject: t('themesAdmin.sample.second'), tone: 'closed', at: new Date(now.getTime() - 50 * HOUR) },
  ] as const
  return (
    <Panel>
      <Table
        caption={t('welcome.latestTitle')}
        rows={rows}
        rowKey={({ subject }) => subject}
        rowState={({ tone }) => (tone === 'open' ? 'unread' : undefined)}
        columns={[
          {
            key: 'subject',
            label: t('tickets.columnSubject'),
            heading: true,
            cell: ({ subject }) => <a href={paths.admin('themes', 'preview')}>{subject}</a>,
          },
          {
            key: 'status',
            label: t('tickets.columnStatus'),
            cell: ({ tone }) => <StatusBadge tone={tone}>{t(`themesAdmin.sample.${tone}`)}</StatusBadge>,
          },
          {
            key: 'activity',
            label: t('tickets.columnActivity'),
            nowrap: true,
            cell: ({ at }) => <RelativeTime iso={at.toISOString()} text={relative(at, now)} full={full(at)} />,
          },
        ]}
      />
    </Panel>
  )
}

async function history() {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const { time } = formatsFor(locale)
  const at = new Date()
  const clock = html`<time datetime="${at.toISOString()}">${time(at)}</time>`
  return (
    <Timeline title={t('themesAdmin.sample.subject')}>
      <Bubble tone="customer" author={t('themesAdmin.sample.person')} time={clock}>
        <p>{t('themesAdmin.sample.comment')}</p>
      </Bubble>
      <Bubble tone="agent" author={t('themesAdmin.sample.company')} time={clock}>
        <p>{t('themesAdmin.sample.answer')}</p>
      </Bubble>
    </Timeline>
  )
}

/** Filled in as in life, one entry refused. The buttons send nothing. */
async function form() {
  const t = await getTranslations('themesAdmin')
  return (
    <div data-part="form">
      <Input name="serial" label={t('sample.field')} help={t('sample.fieldHelp')} error={t('sample.fieldError')} />
      <Textarea name="comment" label={t('sample.second')} defaultValue={t('sample.comment')} rows={3} />
      <Actions>
        <Button type="button" variant="primary">
          {t('sample.button')}
        </Button>
        <Button type="button" variant="danger">
          {t('sample.remove')}
        </Button>
        <ButtonLink href={paths.admin('themes')}>{t('title')}</ButtonLink>
      </Actions>
    </div>
  )
}
