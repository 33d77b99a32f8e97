import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { CustomerTicket } from '#lib/tickets/queries/ticket.ts'
import type { MergedTicket } from '#lib/tickets/ticket.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** That a ticket goes on in another one, or that another goes on here; only what the customer may see is named. */
export async function GoesOn({ ticket: { mergedInto, merged } }: { ticket: CustomerTicket }) {
  const t = await getTranslations('portalTicket')
  const link = ({ number }: MergedTicket) => ({
    number: () => <a href={paths.ticket(number)}>{number}</a>,
  })
  return (
    <>
      {mergedInto ? <Notice>{t.rich('mergedInto', link(mergedInto))}</Notice> : null}
      {merged.map((one) => (
        <Notice key={one.id}>{t.rich('merged', link(one))}</Notice>
      ))}
    </>
  )
}
