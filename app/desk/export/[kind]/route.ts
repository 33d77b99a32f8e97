import { getLocale } from 'next-intl/server'
import { AppError, notFound } from '#lib/errors.ts'
import { csvDownload } from '#lib/export/csv.ts'
import { beginExport, companiesOf, contactsOf } from '#lib/export/queries.ts'
import { type DataField, fieldsOf, labelOf, placeOf } from '#lib/groups/data-model.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { getTranslations } from '#lib/i18n/translations.ts'

/** The customers of one group as CSV whose columns an import recognises, read piece by piece while it is sent. */
export const GET = defineRoute(async (viewer, request, { kind }) => {
  if (viewer.kind !== 'engineer') throw notFound()
  if (kind !== 'contacts' && kind !== 'companies') throw notFound()
  const group = Number(new URL(request.url).searchParams.get('group'))
  if (!Number.isSafeInteger(group) || !viewer.read_groups.includes(group)) throw new AppError('not_found')
  const [model, locale, words] = await Promise.all([
    beginExport(viewer, group, kind),
    getLocale(),
    getTranslations('import'),
  ])
  const target = (word: 'externalId' | 'name' | 'active' | 'locale' | 'email' | 'login' | 'ldapId' | 'profile') =>
    words(`targets.${word}`)
  const kept = (level: 'company' | 'contact') => fieldsOf(model, level).filter((field) => placeOf(field) === 'fields')
  const labels = (fields: DataField[]) => fields.map((field) => labelOf(field.labels, locale))
  const values = (fields: DataField[], held: Record<string, unknown> | null) =>
    fields.map(({ key }) => cell(held?.[key]))

  async function* contactRows() {
    if (viewer.kind !== 'engineer') return
    const fields = kept('contact')
    const company = words('ofCompany')
    yield [
      ...[target('externalId'), target('name'), target('email'), ...labels(fields), target('locale'), target('active')],
      ...[`${company}: ${target('externalId')}`, `${company}: ${target('name')}`],
      ...[target('login'), target('ldapId'), target('profile'), words('lastSignIn')],
    ]
    for await (const one of contactsOf(viewer, group)) {
      yield [
        ...[one.externalId, one.name, one.email, ...values(fields, one.fields), one.locale, one.active],
        ...[one.companyExternalId, one.companyName],
        ...[one.login, one.ldapId, one.profile, one.lastSignInAt],
      ]
    }
  }
  async function* companyRows() {
    if (viewer.kind !== 'engineer') return
    const fields = kept('company')
    yield [target('externalId'), target('name'), ...labels(fields), target('active')]
    for await (const one of companiesOf(viewer, group)) {
      yield [one.externalId, one.name, ...values(fields, one.fields), one.active]
    }
  }
  return csvDownload(kind === 'contacts' ? contactRows() : companyRows(), `${kind}.csv`)
})

function cell(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.join('; ') : String(value)
}
