import type { PageRequest } from '#lib/http/page.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** What the form before this list did, and to which tickets it could not and why. */
export async function Outcome({ search }: { search: PageRequest['search'] }) {
  const t = await getTranslations('deskViews')
  const done = {
    bulk: t('bulkDone', { count: number(search.count) }),
    columns: t('columnsSaved'),
    view: t('viewSaved'),
    viewRemoved: t('viewRemoved'),
  }
  const said = Object.entries(done).find(([key]) => key === search.done)?.[1]
  return (
    <>
      {said ? <Notice tone="success">{said}</Notice> : null}
      <Refused refused={search.refused} />
      <Problem problem={search.problem} />
    </>
  )
}

/** `100234.forbidden~100235.conflict`, as the action writes it. */
async function Refused({ refused }: { refused: string | undefined }) {
  const t = await getTranslations('deskViews')
  const tickets = (refused ?? '').split('~').flatMap((one) => {
    const [, ticket, reason] = /^(\d{1,15})\.(\w{1,40})$/.exec(one) ?? []
    return ticket && reason ? [{ number: Number(ticket), reason }] : []
  })
  if (tickets.length === 0) return null
  const reasons: Record<string, string> = {
    not_found: t('refusedNotFound'),
    forbidden: t('refusedForbidden'),
    conflict: t('refusedConflict'),
    commentMissing: t('refusedInvalid'),
    invalid: t('refusedInvalid'),
    engineerBlind: t('refusedEngineer'),
  }
  return (
    <Notice tone="warning">
      <p>{t('bulkRefused', { count: tickets.length })}</p>
      <ul>
        {tickets.slice(0, 100).map((ticket) => (
          <li key={ticket.number}>
            <a href={paths.deskTicket(ticket.number)}>{ticket.number}</a>:{' '}
            {reasons[ticket.reason] ?? t('refusedUnknown')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

async function Problem({ problem }: { problem: string | undefined }) {
  const [t, errors] = await Promise.all([getTranslations('deskViews'), getTranslations('errors')])
  if (!problem) return null
  const known: Record<string, string> = {
    bulkNone: t('bulkNone'),
    viewTooMany: t('viewTooMany'),
    invalid: errors('invalid.text'),
    forbidden: errors('forbidden.text'),
  }
  return known[problem] ? <Notice tone="danger">{known[problem]}</Notice> : null
}

function number(text: string | undefined): number {
  return /^\d{1,4}$/.test(text ?? '') ? Number(text) : 0
}
