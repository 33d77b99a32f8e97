import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Explained, explain } from '#lib/access/explain/queries.ts'
import { personKey, type Question } from '#lib/access/explain/question.ts'
import { ruleRows } from '#lib/access/explain/rules.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { AppError } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Facts } from '#lib/ui/facts.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Columns, Section } from '#lib/ui/page.tsx'
import { ItemList } from './item-list.tsx'
import { RuleTable } from './rule-table.tsx'
import { StandingSection } from './standing.tsx'

type Answer = { name: string; view: ReactNode }

/** The whole answer to a question; for something unknown a sentence that says what. */
export async function answerOf(viewer: EngineerViewer, question: Question): Promise<Answer> {
  const t = await getTranslations('explain')
  try {
    const explained = await explain(viewer, question, await getLocale())
    return { name: nameOf(explained), view: <AnswerView explained={explained} question={question} /> }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error
    const text =
      error.detail.reason === 'ticket'
        ? t('noTicket', { number: String(question.ticket) })
        : t(error.detail.reason === 'item' ? 'noItem' : 'noPerson')
    return { name: '', view: <Notice tone="warning">{text}</Notice> }
  }
}

function nameOf({ standing, names }: Explained): string {
  const name = standing.kind === 'contact' ? names.contacts.get(standing.id) : standing.principalName
  return name ?? `#${standing.id}`
}

async function AnswerView({ explained, question }: { explained: Explained; question: Question }) {
  const t = await getTranslations('explain')
  const { sees, item, ticket } = explained
  const values = { name: nameOf(explained), number: String(ticket.number), item: item ? t(`items.${item.kind}`) : '' }
  const key = item ? (sees ? 'seesItem' : 'seesItemNot') : sees ? 'sees' : 'seesNot'
  const whole = paths.admin('explain', { person: personKey(question.person), ticket: String(ticket.number) })
  return (
    <>
      <Notice tone={sees ? 'success' : 'warning'}>
        <strong>{t(key, values)}</strong>
      </Notice>
      <Columns asideLabel={t('facts')} aside={<Facts facts={await factsOf(explained)} />}>
        <StandingSection explained={explained} />
        <Section title={t('rules')}>
          <RuleTable rows={ruleRows(explained)} />
        </Section>
        {item ? (
          <div data-part="actions">
            <ButtonLink href={whole}>{t('wholeTicket')}</ButtonLink>
          </div>
        ) : (
          <ItemList explained={explained} question={question} />
        )}
      </Columns>
    </>
  )
}

async function factsOf(explained: Explained) {
  const t = await getTranslations('explain')
  const { standing, ticket, roles, names } = explained
  const group = (id: number | null) => (id === null ? t('none') : (names.groups.get(id) ?? `#${id}`))
  const who =
    standing.kind === 'contact'
      ? [
          { label: t('group'), value: group(standing.group) },
          { label: t('profile'), value: standing.principalName ?? t('noProfile') },
        ]
      : []
  return [
    { label: t(`kinds.${standing.kind}`), value: nameOf(explained) },
    ...(standing.login ? [{ label: t('login'), value: standing.login }] : []),
    ...who,
    { label: t('roles'), value: roles.map(({ name }) => name).join(', ') || t('none') },
    { label: t('ticket'), value: String(ticket.number) },
    { label: t('queue'), value: names.queue },
    ...(ticket.faq ? [] : [{ label: t('ticketGroup'), value: group(ticket.group) }]),
  ]
}
