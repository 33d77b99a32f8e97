import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { CustomerTicket } from '#lib/tickets/queries/ticket.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** That a ticket goes on in another one, or that another goes on here; only what the customer may see is named. */
export async function GoesOn({ ticket: { mergedInto, merged } }: { ticket: CustomerTicket }) {
  const t = await getTranslations('portalTicket')
  return (
    <>
      {mergedInto ? (
        <Notice>
          <a href={paths.ticket(mergedInto.number)}>{t('mergedInto', { number: String(mergedInto.number) })}</a>
        </Notice>
      ) : null}
      {merged.map((one) => (
        <Notice key={one.id}>
          <a href={paths.ticket(one.number)}>{t('merged', { number: String(one.number) })}</a>
        </Notice>
      ))}
    </>
  )
}
