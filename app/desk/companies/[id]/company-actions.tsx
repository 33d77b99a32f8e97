import type { CompanyRecord } from '#lib/companies/queries/record.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { setCompanyActive } from '../actions.ts'

/** What the engineer's roles let it do with the company. */
export async function CompanyActions({ company }: { company: CompanyRecord }) {
  const [t, common] = await Promise.all([getTranslations('companies'), getTranslations('common')])
  const { id, active, mayWrite, mayDelete } = company
  return (
    <>
      {mayWrite ? (
        <>
          <ButtonLink href={paths.deskCompanies(id, 'edit')}>{common('change')}</ButtonLink>
          <form action={setCompanyActive}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="active" value={active ? 'no' : 'yes'} />
            <Button>{active ? t('deactivate') : t('reactivate')}</Button>
          </form>
        </>
      ) : null}
      {mayDelete ? <ButtonLink href={paths.deskCompanies(id, 'delete')}>{t('delete')}</ButtonLink> : null}
    </>
  )
}
