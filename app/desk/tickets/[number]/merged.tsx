import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import { Button } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { separate } from './people-actions.ts'

/** At a merged ticket: where it goes on. */
export async function GoesOn({ ticket: { mergedInto } }: { ticket: DeskTicket }) {
  const t = await getTranslations('deskTicket')
  if (!mergedInto) return null
  return (
    <Notice>
      <a href={paths.deskTicket(mergedInto.number)}>{t('mergedInto', { number: String(mergedInto.number) })}</a>
    </Notice>
  )
}

/** At the ticket where others go on: which they are. */
export async function Merged({ ticket: { merged, mayWrite } }: { ticket: DeskTicket }) {
  const t = await getTranslations('deskTicket')
  if (merged.length === 0) return null
  return (
    <Section title={t('merged')}>
      <ul data-part="uploads">
        {merged.map(({ number, subject }) => (
          <li key={number}>
            <a href={paths.deskTicket(number)}>
              {number} {subject}
            </a>
            {mayWrite ? (
              <form action={separate}>
                <input type="hidden" name="number" value={number} />
                <Button aria-label={`${t('separate')}: ${number}`}>{t('separate')}</Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
