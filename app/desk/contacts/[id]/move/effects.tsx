import type { MovePreview } from '#lib/contacts/queries/move.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { DescriptionList } from '#lib/ui/facts.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Panel } from '#lib/ui/panel.tsx'

/** Which tickets the old company loses and the new one gains, and how many people that is (V4). */
export async function MoveEffects({ preview }: { preview: MovePreview }) {
  const t = await getTranslations('contacts')
  const { contact, target, count, newest, losing, gaining } = preview
  const tickets = t('ticketCount', { count: count.count, more: String(count.more) })
  const people = (known: typeof losing) => t('peopleCount', { count: known.count, more: String(known.more) })
  return (
    <>
      <Notice tone="warning">{t('moveAtOnce')}</Notice>
      <Panel>
        <DescriptionList
          facts={[
            {
              label: contact.company ?? t('noCompany'),
              value: contact.companyId === null ? t('losesNothing') : t('loses', { tickets, people: people(losing) }),
            },
            {
              label: target?.name ?? t('noCompany'),
              value: target ? t('gains', { tickets, people: people(gaining) }) : t('gainsNothing'),
            },
            {
              label: t('movedTickets'),
              value:
                newest.length === 0 ? (
                  t('noTickets')
                ) : (
                  <ul>
                    {newest.map(({ number, subject }) => (
                      <li key={number} dir="auto">
                        <a href={paths.deskTicket(number)}>{number}</a> {subject}
                      </li>
                    ))}
                    {count.more || count.count > newest.length ? (
                      <li>{t('moreTickets', { count: count.count - newest.length, more: String(count.more) })}</li>
                    ) : null}
                  </ul>
                ),
            },
          ]}
        />
        <p data-part="field-note">{t('moveUnseen')}</p>
      </Panel>
    </>
  )
}
