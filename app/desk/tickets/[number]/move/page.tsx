import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { Problem } from '#app/parts/problem.tsx'
import { AppError } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type MoveEffects, rehearseMove } from '#lib/tickets/commands/move.ts'
import { moveForm } from '#lib/tickets/queries/move-form.ts'
import { Actions, Button, ButtonLink } from '#lib/ui/button.tsx'
import { Select } from '#lib/ui/controls.tsx'
import { Filters } from '#lib/ui/form.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { ticketNumber } from '../number.ts'
import { SightChange } from '../sight-change.tsx'
import { move } from './actions.ts'

/** First where to, then what that changes, then the button. */
export default deskPage(async (viewer, { params, search }) => {
  const number = ticketNumber(params)
  const [t, locale] = await Promise.all([getTranslations('deskTicket'), getLocale()])
  const form = await moveForm(viewer, number, locale)
  if (!form.mayWrite) throw new AppError('forbidden')
  const chosen = form.queues.find(({ value }) => value === search.queue)
  const effects = chosen ? await rehearseMove(viewer, { number, queue: chosen.value }, locale) : undefined
  const title = t('moveTitle', { number: String(number) })
  return (
    <DeskFrame viewer={viewer} nav={form.nav} title={title}>
      <Page>
        <Problem code={search.problem} words={{}} />
        <PageHeader
          title={title}
          lead={t('moveLead', { queue: form.queue })}
          meta={<a href={paths.deskTicket(number)}>{form.subject}</a>}
        />
        {form.queues.length === 0 ? (
          <Notice>{t('moveNone')}</Notice>
        ) : (
          <Filters action={paths.deskPart('tickets', number, 'move')}>
            <Select name="queue" label={t('moveTo')} options={form.queues} defaultValue={chosen?.value} />
            <Button variant={effects ? 'quiet' : 'primary'}>{t('moveShow')}</Button>
          </Filters>
        )}
        {effects && chosen ? <Confirm number={number} queue={chosen.value} effects={effects} /> : null}
      </Page>
    </DeskFrame>
  )
})

async function Confirm({ number, queue, effects }: { number: number; queue: string; effects: MoveEffects }) {
  const t = await getTranslations('deskTicket')
  const { carried, kept } = effects.fields
  return (
    <section data-part="section">
      <h2>{t('moveConfirmTitle', { queue: effects.queue })}</h2>
      <SightChange change={effects.sight} />
      <p>{t('moveStatus', { status: effects.status })}</p>
      {carried.length > 0 ? (
        <p>
          {t('carried')} {carried.join(', ')}.
        </p>
      ) : null}
      {kept.length > 0 ? (
        <p>
          {t('kept')} {kept.join(', ')}.
        </p>
      ) : null}
      <form action={move}>
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="queue" value={queue} />
        <Actions>
          <Button variant="primary">{t('moveSubmit')}</Button>
          <ButtonLink href={paths.deskTicket(number)}>{t('moveKeep')}</ButtonLink>
        </Actions>
      </form>
    </section>
  )
}
