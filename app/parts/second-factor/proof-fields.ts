import type { ProofAsked } from '#lib/factors/queries/own.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'

/** What the owner types to show that it is the owner: the password, a code of the app, or nothing where it has neither. */
export async function proofFields(asked: ProofAsked): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('factors')
  if (asked === 'password')
    return [{ kind: 'password', name: 'password', label: t('password'), autoComplete: 'current-password' }]
  if (asked === 'code')
    return [
      { kind: 'text', name: 'proof', label: t('currentCode'), autoComplete: 'one-time-code', inputMode: 'numeric' },
    ]
  return []
}
