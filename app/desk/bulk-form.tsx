import type { ReactNode } from 'react'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { DeskListPage } from '#lib/tickets/queries/desk-list.ts'
import { Button } from '#lib/ui/button.tsx'
import { Input, Select } from '#lib/ui/controls.tsx'
import { changeSeveral } from './actions.ts'
import { pageAddress } from './view-address.ts'

/** The list as a form: what is ticked is assigned, closed or taken a step further, each ticket by its own rights. */
export async function BulkForm({ list: { view, choices }, children }: { list: DeskListPage; children: ReactNode }) {
  const t = await getTranslations('deskViews')
  return (
    <form action={changeSeveral} data-part="section">
      <input
        type="hidden"
        name="back"
        value={pageAddress(view, view.after ? { after: view.after } : { before: view.before })}
      />
      {children}
      <fieldset data-part="filters">
        <legend>{t('bulk')}</legend>
        <Select
          name="to"
          label={t('bulkAssignTo')}
          options={[{ value: 'none', label: t('nobody') }, ...choices.engineers]}
        />
        <Button name="do" value="assign">
          {t('bulkAssign')}
        </Button>
        {choices.steps.length > 0 ? (
          <>
            <Select name="step" label={t('bulkStep')} options={choices.steps} empty={t('bulkStepChoose')} />
            <Input name="comment" label={t('bulkComment')} maxLength={2000} />
            <Button name="do" value="step">
              {t('bulkExecute')}
            </Button>
            <Button name="do" value="close">
              {t('bulkClose')}
            </Button>
          </>
        ) : null}
      </fieldset>
    </form>
  )
}
