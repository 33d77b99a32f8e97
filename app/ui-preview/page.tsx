import { getLocale, getTranslations } from 'next-intl/server'
import { Autosave } from '#lib/ui/autosave.tsx'
import { DropZone } from '#lib/ui/drop-zone.tsx'
import { SubmitOnce } from '#lib/ui/submit-once.tsx'
import { AttachmentList } from '#lib/ui/attachment-list.tsx'
import { StatusBadge, Badge } from '#lib/ui/badge.tsx'
import { Button, ButtonLink, Actions } from '#lib/ui/button.tsx'
import { Chips } from '#lib/ui/chips.tsx'
import { Checkbox, RadioGroup } from '#lib/ui/choices.tsx'
import { FileInput, Input, Select, Textarea } from '#lib/ui/controls.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { ErrorSummary } from '#lib/ui/error-summary.tsx'
import { DescriptionList, Facts } from '#lib/ui/facts.tsx'
import { Filters, Form, FormSection, StickySaveBar } from '#lib/ui/form.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import { MessagePage } from '#lib/ui/message-page.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Columns, Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Prose } from '#lib/ui/prose.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { DeskShell } from '#lib/ui/shell/desk-shell.tsx'
import { PortalShell } from '#lib/ui/shell/portal-shell.tsx'
import { SignInShell } from '#lib/ui/shell/sign-in-shell.tsx'
import { MenuButton, SwitchForm } from '#lib/ui/shell/switch-form.tsx'
import { Table } from '#lib/ui/table.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'
import { Tile, Tiles } from '#lib/ui/tile.tsx'
import { Bubble, Day, Event, Timeline } from '#lib/ui/timeline.tsx'
import { formatsFor } from '#lib/i18n/formats.ts'
import { languages } from '#lib/i18n/locales.ts'
import { themeNamed } from '#lib/themes/registry.ts'

const now = new Date('2026-11-21T12:00:00Z')
const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft-80'
const tickets = [
  [104211, 'Press 3 stops after the second stroke and shows E-417', 'open', 'Machine service', 'Jana Hofmann', '2026-11-21T11:40:00Z', true],
  [104198, 'Zweitbestellung Dichtungssatz für die Rundtaktmaschine in Halle 4, bitte mit den geänderten Maßen aus der Zeichnung vom 3. November', 'waiting', 'Ersatzteile', 'Kâmil Yıldırım', '2026-11-21T08:10:00Z', true],
  [104102, long, 'open', 'IT', 'Ø', '2026-11-20T08:10:00Z', false],
  [103997, 'لا يمكنني تسجيل الدخول إلى البوابة منذ تحديث الأمس', 'open', 'Access and accounts', 'سلمى الخطيب', '2026-11-18T08:10:00Z', false],
  [103800, 'Invoice 2026-00417 <b>wrong</b> address & VAT "0 %"', 'closed', 'Billing', 'Maximiliane Freifrau von und zu Guttenberg-Rosenthal-Hohenstein', '2026-10-02T08:10:00Z', false],
  [103644, 'VPN', 'closed', 'IT', 'Li Na', '2026-09-02T08:10:00Z', false],
] as const

export default async function Preview({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { view = 'list', skin = 'plain', theme: themeId } = await searchParams
  const t = await getTranslations()
  const locale = await getLocale()
  const f = formatsFor(locale, 'Europe/Berlin')
  const theme = themeNamed(themeId ?? 'default')
  const at = (iso: string) => <RelativeTime iso={iso} text={f.relative(new Date(iso), now)} full={f.full(new Date(iso))} />
  const footer = { label: t('common.legal'), html: theme.slot('footer', locale) ?? '<p>Nordhafen Werke GmbH, Hafenstraße 12, 20457 Hamburg</p>', links: [{ href: '/i', label: t('common.imprint') }, { href: '/p', label: t('common.privacy') }, { href: '/a', label: t('common.accessibility') }] }
  const nav = [
    { href: '/home', label: t('nav.home'), icon: 'home', current: view === 'welcome' },
    { href: '/tickets', label: t('nav.tickets'), icon: 'ticket', current: view === 'list' },
    { href: '/new', label: t('nav.create'), icon: 'plus', current: view === 'create' },
    { href: '/faq', label: t('nav.faq'), icon: 'question' },
  ] as const
  const account = {
    label: t('nav.accountMenu'),
    name: 'Kâmil Yıldırım',
    detail: 'Weber Maschinenbau Süd GmbH & Co. KG · kamil.yildirim@weber-maschinenbau.example',
    items: [{ href: '/account', label: t('nav.account'), icon: 'settings' }] as const,
    children: (
      <>
        <SwitchForm action="/x" label={t('language.label')} name="locale" current={locale} options={languages().map((l) => ({ ...l, lang: l.value }))} />
        <SwitchForm action="/x" label={t('scheme.label')} name="scheme" current="system" options={[{ value: 'system', label: t('scheme.system') }, { value: 'light', label: t('scheme.light') }, { value: 'dark', label: t('scheme.dark') }]} />
        <hr />
        <form action="/out" method="post"><MenuButton><Icon name="signOut" />{t('nav.signOut')}</MenuButton></form>
      </>
    ),
  }
  const labels = { skip: t('common.skip'), nav: t('common.navigation'), menu: t('common.menu') }
  const brand = { href: '/', name: theme.name, logo: theme.logos.header, title: themeId ? undefined : 'Portico' }
  const sheet = <link rel="stylesheet" href={themeId ? theme.stylesheet : `/ui-preview/skin?n=${skin}`} precedence="theme" />
  const table = (
    <Table
      caption={t('tickets.title')}
      rows={tickets}
      rowKey={(row) => row[0]}
      rowState={(row) => (row[6] ? 'unread' : undefined)}
      columns={[
        { key: 'number', label: t('tickets.columnNumber'), cell: (row) => row[0], nowrap: true },
        { key: 'subject', label: t('tickets.columnSubject'), heading: true, cell: (row) => <a href={`/t/${row[0]}`} dir="auto">{row[1]}</a> },
        { key: 'status', label: t('tickets.columnStatus'), cell: (row) => <StatusBadge tone={row[2]}>{t(row[2] === 'open' ? 'tickets.statusOpen' : row[2] === 'waiting' ? 'tickets.statusWaiting' : 'tickets.statusClosed')}</StatusBadge> },
        { key: 'queue', label: t('tickets.columnQueue'), cell: (row) => row[3] },
        { key: 'owner', label: t('tickets.columnOwner'), hideBelow: 'lg', cell: (row) => row[4] },
        { key: 'activity', label: t('tickets.columnActivity'), nowrap: true, cell: (row) => at(row[5]) },
      ]}
    />
  )
  const portal = (children: React.ReactNode) => (
    <>
      {sheet}
      <PortalShell labels={labels} brand={brand} nav={nav} account={account} footer={footer}>{children}</PortalShell>
    </>
  )
  if (view === 'signin' || view === 'signin-error') {
    return (
      <>
        {sheet}
        <SignInShell layout={(await searchParams)['layout'] as 'card' ?? theme.layout.login} labels={labels} name={theme.name} logos={theme.logos} title={t('signIn.title')} lead={t('signIn.lead')}
          aside={theme.slot('login-aside', locale) ?? '<p>We keep your presses running. Ring us at any hour: <a href="tel:1">+49 40 000 00</a>.</p>'} footer={footer}
          switches={<SwitchForm action="/x" label={t('language.label')} name="locale" current={locale} options={languages().map((l) => ({ value: l.value, label: l.value.toUpperCase(), lang: l.value }))} />}>
          {view === 'signin-error' ? <ErrorSummary title={t('signIn.refusedTitle')} errors={[{ message: t('signIn.refused') }, { name: 'login', message: t('signIn.loginMissing') }]} /> : null}
          <Form action="/x" method="post">
            <Input name="login" label={t('signIn.login')} help={t('signIn.loginHelp')} autoComplete="username" error={view === 'signin-error' ? t('signIn.loginMissing') : undefined} />
            <Input name="password" type="password" label={t('signIn.password')} autoComplete="current-password" />
            <Button variant="primary">{t('signIn.submit')}</Button>
            <a href="/forgot">{t('signIn.forgot')}</a>
          </Form>
        </SignInShell>
      </>
    )
  }
  if (view === 'welcome')
    return portal(
      <Page>
        <PageHeader title={t('welcome.title', { name: 'Kâmil Yıldırım' })} lead={`${t('welcome.open', { count: 4 })} ${t('welcome.unread', { count: 2 })}`} />
        <SearchForm action="/tickets" label={t('welcome.searchLabel')} button={t('common.search')} placeholder={t('welcome.searchHint')} />
        <Section title={t('welcome.createTitle')}>
          <Tiles>
            <Tile href="/n1" icon="settings" title="Machine service" text="A machine stands still, is slow or makes a noise." />
            <Tile href="/n2" icon="inbox" title="Ersatzteile" text="Bestellen, nachfragen, zurückgeben." />
            <Tile href="/n3" icon="key" title="Access and accounts" text="New colleagues, forgotten passwords." />
            <Tile href="/n4" icon="message" title={long} text="Long" />
          </Tiles>
        </Section>
        <Section title={t('welcome.latestTitle')} more={<a href="/tickets">{t('welcome.latestAll')}</a>}><Panel>{table}</Panel></Section>
      </Page>,
    )
  if (view === 'list')
    return portal(
      <Page>
        <PageHeader title={t('tickets.title')} actions={<ButtonLink href="/new" variant="primary"><Icon name="plus" />{t('tickets.create')}</ButtonLink>} />
        <Tabs label={t('tickets.scope')} tabs={[{ href: '?mine', label: t('tickets.mine'), current: true }, { href: '?company', label: t('tickets.company', { company: 'Weber Maschinenbau Süd GmbH & Co. KG' }) }]} />
        <Filters action="/tickets">
          <Input name="q" type="search" label={t('tickets.search')} />
          <Select name="status" label={t('tickets.status')} options={[{ value: 'open', label: t('tickets.statusOpen') }, { value: 'closed', label: t('tickets.statusClosed') }]} empty={t('tickets.statusAll')} />
          <Select name="queue" label={t('tickets.queue')} options={[{ value: '1', label: long }]} empty={t('tickets.queueAll')} />
          <Button>{t('common.apply')}</Button>
        </Filters>
        <Chips label={t('tickets.filtersChosen')} chips={[{ label: t('tickets.statusOpen'), removeHref: '?a', removeLabel: t('tickets.filterRemove', { filter: t('tickets.statusOpen') }) }, { label: t('tickets.searchFor', { query: long }), removeHref: '?b', removeLabel: 'x ' + t('tickets.searchFor', { query: long }) }]} clear={{ href: '?', label: t('tickets.filtersClear') }} />
        <Panel>{table}</Panel>
        <Pagination label={t('common.pages')} summary={t('tickets.countMore', { count: 500 })} newer={{ href: '?n', label: t('common.newer') }} older={{ href: '?o', label: t('common.older') }} />
      </Page>,
    )
  if (view === 'empty')
    return portal(
      <Page>
        <PageHeader title={t('tickets.title')} />
        <EmptyState title={t('tickets.emptyOpenTitle')} text={t('tickets.emptyOpen')}><ButtonLink href="/new" variant="primary">{t('tickets.create')}</ButtonLink><ButtonLink href="?c">{t('tickets.showClosed')}</ButtonLink></EmptyState>
        <EmptyState icon="search" title={t('tickets.emptySearchTitle', { query: long })} text={t('tickets.emptySearch')} />
      </Page>,
    )
  if (view === 'message') return portal(<MessagePage title={t('errors.not_found.title')} text={<p>{t('errors.not_found.text')}</p>} reference={t('common.reference', { id: '7f3a-22c9' })}><ButtonLink href="/" variant="primary">{t('pages.home')}</ButtonLink></MessagePage>)
  if (view === 'create')
    return portal(
      <Page>
        <PageHeader title={t('create.inQueue', { queue: 'Machine service' })} lead={t('create.chooseLead')} />
        <ErrorSummary title={t('common.errorSummary')} errors={[{ name: 'subject', message: t('create.subjectMissing') }, { name: 'halls', message: t('create.fieldChoice', { field: 'Hall' }) }]} />
        <Notice tone="success"><p>{t('ticket.commentAdded')}</p></Notice>
        <Notice tone="warning"><p>{t('upload.failed', { name: long })}</p></Notice>
        <Notice><p>{t('upload.draftRestored')}</p></Notice>
        <Form action="/x" method="post">
          <Input name="subject" label={t('create.subject')} help={t('create.subjectHelp')} mark={t('common.required')} error={t('create.subjectMissing')} defaultValue="" />
          <Textarea name="description" label={t('create.description')} help={t('create.descriptionHelp')} mark={t('common.required')} />
          <Select name="machine" label="Machine" options={[{ value: 'a', label: 'RT-400' }]} empty={t('common.choose')} mark={t('common.optional')} />
          <RadioGroup name="halls" label="Hall" options={[{ value: '1', label: 'Hall 1', help: 'With the crane' }, { value: '2', label: 'Hall 2' }]} error={t('create.fieldChoice', { field: 'Hall' })} />
          <Checkbox name="urgent" label="The machine stands still" help="We call you back within the hour." />
          <FileInput name="files" label={t('upload.label')} help={t('upload.help', { count: 10, size: f.bytes(25 * 1024 ** 2) })} />
          <Actions><Button variant="primary">{t('create.submit')}</Button><ButtonLink href="/" variant="plain">{t('common.cancel')}</ButtonLink></Actions>
        </Form>
      </Page>,
    )
  if (view === 'account')
    return portal(
      <Page>
        <PageHeader title={t('account.title')} />
        <DescriptionList facts={[{ label: t('account.name'), value: 'Kâmil Yıldırım' }, { label: t('account.login'), value: long, action: <a href="/c">{t('common.change')}</a> }]} />
        <Section title={t('account.sessions')}><p>{t('account.sessionsLead')}</p>
          <Panel><Table plain caption={t('account.sessions')} rows={[1, 2]} rowKey={(r) => r} columns={[{ key: 'd', label: t('account.sessionDevice'), heading: true, cell: () => <>Firefox, Windows <Badge tone="info">{t('account.sessionThis')}</Badge></> }, { key: 's', label: t('account.sessionStart'), labelled: true, cell: () => at('2026-11-20T08:10:00Z') }, { key: 'e', label: '', align: 'end', cell: () => <form><Button>{t('account.sessionEnd')}</Button></form> }]} /></Panel>
        </Section>
        <Disclosure summary={t('common.more')}><p>Text</p></Disclosure>
      </Page>,
    )
  const ticket = (desk: boolean) => (
    <Page>
      <PageHeader title={tickets[1][1]} meta={<><StatusBadge tone="waiting">{t('tickets.statusWaiting')}</StatusBadge><span>{t('ticket.number', { number: '104198' })}</span><span>{t('ticket.nextWaiting')}</span></>} actions={<ButtonLink href="#reply">{t('ticket.toReply')}</ButtonLink>} />
      <Columns asideLabel={t('ticket.facts')} aside={<><Facts facts={[{ label: t('ticket.queue'), value: 'Ersatzteile' }, { label: t('ticket.engineer'), value: t('ticket.engineerNone') }, { label: t('ticket.created'), value: at('2026-11-02T08:00:00Z') }, { label: t('ticket.owner'), value: 'Maximiliane Freifrau von und zu Guttenberg-Rosenthal' }, { label: 'Seriennummer', value: long }, { label: t('desk.priority'), value: <Badge tone="urgent">Hoch</Badge> }]} /></>}>
        <title>Preview</title><Timeline title={t('ticket.history')}>
          <Day>{f.dayHeading(new Date('2026-11-16T08:00:00Z'), now)}</Day>
          <Bubble tone="customer" author="Kâmil Yıldırım" label={t('ticket.you')} time={at('2026-11-16T08:00:00Z')}>
            <Prose html={`<p>Guten Tag,</p><p>bei der Rundtaktmaschine in Halle 4 tropft es seit heute Morgen an der dritten Spindel. Wir brauchen den Dichtungssatz noch einmal, diesmal mit den geänderten Maßen:</p><ul><li>Außen 48,2 mm</li><li>Innen 31 mm</li></ul><p>${long}</p>`} />
            <AttachmentList label={t('ticket.attachmentsOf')} items={[{ href: '/f1', name: 'Zeichnung_RT-400_Spindel-3_Revision-C_2026-11-03_freigegeben_mit_Anmerkungen_final_v2.pdf', mediaType: 'application/pdf', detail: f.bytes(2_400_000) }, { href: '/f2', name: 'foto.jpg', mediaType: 'image/jpeg', detail: f.bytes(312_000) }]} />
          </Bubble>
          <Event time={at('2026-11-16T09:00:00Z')}>{t('ticket.statusChanged', { author: 'Petra Lindner', from: 'Neu', to: 'In Arbeit' })}</Event>
          {desk ? <Bubble tone="internal" author="Petra Lindner" label={t('desk.invisible')} time={at('2026-11-16T09:10:00Z')}><Prose html="<p>Liegt in Regal 7, Revision C ist bestellt.</p>" /></Bubble> : null}
          <Bubble tone="agent" author="Petra Lindner" label={t('ticket.fromCompany')} time={at('2026-11-16T09:10:00Z')}><Prose html="<p>Danke für die Zeichnung. Ist die Bohrung auf der Rückseite ebenfalls geändert?</p>" /></Bubble>
          <Day>{f.dayHeading(new Date('2026-11-21T08:00:00Z'), now)}</Day>
          <Bubble tone="customer" author="سلمى الخطيب" label={t('ticket.fromCustomer')} time={at('2026-11-21T08:00:00Z')}><Prose html="<p>نعم، تم تغيير الثقب أيضًا. أرفقت الرسم.</p>" /></Bubble>
          <Bubble tone="agent" author="Petra Lindner" label={t('ticket.fromCompany')} time={at('2026-11-21T10:00:00Z')}><Prose html="<p>Ok.</p>" /></Bubble>
        </Timeline>
        <Section id="reply" title={t('ticket.reply')}>
          <Form action="/ui-preview/post" method="post">
            {desk ? <RadioGroup name="textClass" label={t('desk.textClass')} options={[{ value: 'a', label: t('desk.answer'), help: t('desk.visible') }, { value: 'b', label: t('desk.internalNote'), help: t('desk.invisible') }]} defaultValue="a" /> : null}
            <Textarea name="text" label={t('ticket.comment')} help={t('ticket.commentHelp')} />
            <DropZone field="files" address="/ui-preview/post" limits={{ files: 3, bytes: 1024 }} strings={{ drop: t('upload.drop'), attached: t('upload.attached'), uploading: t.raw('upload.uploading'), uploaded: t.raw('upload.uploaded'), failed: t.raw('upload.failed'), tooLarge: t.raw('upload.tooLarge'), tooMany: t('upload.tooMany', { count: 3 }), empty: t.raw('upload.empty'), remove: t.raw('upload.remove'), removed: t.raw('upload.removed') }}>
            <FileInput name="files" label={t('upload.label')} help={t('upload.help', { count: 10, size: f.bytes(25 * 1024 ** 2) })} />
            </DropZone>
            <Autosave address="/ui-preview/post" strings={{ draftSaving: t('upload.draftSaving'), draftSaved: t('upload.draftSaved'), draftFailed: t('upload.draftFailed') }} />
            <Actions><SubmitOnce variant="primary" busy={t('ticket.commentAdding')}>{t('ticket.commentAdd')}</SubmitOnce>{desk ? <Button variant="danger">{t('desk.close')}</Button> : null}</Actions>
          </Form>
        </Section>
      </Columns>
    </Page>
  )
  if (view === 'ticket') return portal(ticket(false))
  return (
    <>
      {sheet}
      <DeskShell labels={labels} brand={{ ...brand, title: 'Portico Desk' }} account={account} nav={[{ items: [{ href: '/d1', label: t('desk.mine'), icon: 'user', current: true, count: '12' }, { href: '/d2', label: t('desk.unassigned'), icon: 'inbox', count: '500+' }] }, { title: t('desk.queues'), items: [{ href: '/q1', label: 'Helpdesk_2nd_Level', count: '3' }, { href: '/q2', label: long }] }]}>
        {view === 'desk' ? <Page><PageHeader title={t('desk.mine')} /><Panel>{table}</Panel><FormSection title="Section" help="Help"><Input name="x" label="Name" /></FormSection><StickySaveBar status={t('desk.changed', { count: 2 })}><Button variant="primary">{t('common.save')}</Button></StickySaveBar></Page> : ticket(true)}
      </DeskShell>
    </>
  )
}
