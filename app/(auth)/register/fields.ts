import { getLocale } from 'next-intl/server'
import { fieldSpec } from '#app/parts/data-field-spec.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import { keysIn } from '#lib/groups/name-pattern.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { RegistrationForm } from '#lib/registration/form.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'

/** The name, or the fields that make it, then the address, then what the administrator asks for besides. */
export async function registrationFields(form: RegistrationForm): Promise<RecordFieldSpec[]> {
  const [t, common, locale] = await Promise.all([
    getTranslations('registration'),
    getTranslations('common'),
    getLocale(),
  ])
  const optional = common('optional')
  const naming = keysIn(form.contactName ?? '')
  const specs = form.fields.map((field) => ({
    makesName: naming.includes(field.key),
    spec: fieldSpec(field, { fields: {} }, { locale, personal: '', optional, choose: t('choose') }),
  }))
  return [
    { kind: 'hidden', name: 'group', value: form.key },
    ...(form.contactName === null
      ? [{ kind: 'text' as const, name: 'name', label: t('name'), autoComplete: 'name' }]
      : specs.flatMap(({ makesName, spec }) => (makesName ? [{ ...spec, mark: '' }] : []))),
    {
      kind: 'email',
      name: 'email',
      label: t('email'),
      help: t('emailHelp'),
      autoComplete: 'email',
      spellCheck: false,
    },
    ...specs.flatMap(({ makesName, spec }) => (makesName ? [] : [spec])),
    { kind: 'trap', name: 'website', label: t('trap') },
    ...(form.consent
      ? [{ kind: 'checkbox' as const, name: 'consent', label: labelOf(form.consent, locale), checked: false }]
      : []),
  ]
}
