import { adminPage } from '#app/admin/admin-page.ts'
import { ServedNote } from '#app/admin/directories/served-note.tsx'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { settingStates } from '#lib/settings/queries.ts'
import { isSettingKey, SETTINGS, type SettingKey } from '#lib/settings/settings.ts'
import { Actions, Button, ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { resetToDefault, saveSetting } from '../actions.ts'
import { settingWords } from '../words.ts'

const METHODS_OF = [
  ['contact.authentication.method', 'contact'],
  ['engineer.authentication.method', 'engineer'],
] as const

export default adminPage(async (viewer, { params: { key } }) => {
  if (!isSettingKey(key)) throw notFound()
  const state = (await settingStates(viewer)).find((one) => one.key === key)
  if (!state) throw notFound()
  const [t, words] = await Promise.all([getTranslations('settings'), settingWords()])
  const shown = { value: words.value(key, state.value), initial: words.value(key, state.initial) }
  return (
    <AdminFrame viewer={viewer} area="settings" title={words.name(key)}>
      <Page>
        <PageHeader
          title={words.name(key)}
          lead={words.text(key)}
          meta={<a href={paths.admin('settings')}>{t('back')}</a>}
        />
        {METHODS_OF.map(([method, kind]) =>
          method === key ? <ServedNote key={method} viewer={viewer} kind={kind} /> : null,
        )}
        <RecordForm
          action={saveSetting}
          sections={[{ fields: [{ kind: 'hidden', name: 'key', value: key }, await valueField(key, state.value)] }]}
          words={await formWords(t('save'), await problemsOf(key))}
        >
          <ButtonLink href={paths.admin('settings')}>{(await getTranslations('common'))('cancel')}</ButtonLink>
        </RecordForm>
        {state.value === state.initial ? null : (
          <Section title={t('initial')}>
            <p>{t('resetHint', shown)}</p>
            <form action={resetToDefault}>
              <input type="hidden" name="key" value={key} />
              <Actions>
                <Button>{t('reset')}</Button>
              </Actions>
            </form>
          </Section>
        )}
      </Page>
    </AdminFrame>
  )
})

async function valueField(key: SettingKey, value: string | number): Promise<RecordFieldSpec> {
  const [t, words] = await Promise.all([getTranslations('settings'), settingWords()])
  const definition = SETTINGS[key]
  const initial = words.value(key, definition.shape.parse(undefined))
  const field = { name: 'value', label: t('newValue'), help: t('defaultIs', { initial }) }
  switch (definition.kind) {
    case 'whole': {
      const { min, max, unit } = definition
      return {
        ...field,
        kind: 'number',
        value,
        min,
        max,
        label: t(`labels.${unit}`),
        help: t('between', { ...words.bounds(definition), initial }),
      }
    }
    case 'choice':
      return {
        ...field,
        kind: 'radio',
        value: String(value),
        options: definition.options.map((option) => ({ value: option, label: option, help: t(`methods.${option}`) })),
      }
    case 'address':
      return { ...field, kind: 'email', value: String(value), autoComplete: 'off' }
    case 'server':
      return { ...field, kind: 'text', value: String(value), autoComplete: 'off' }
  }
}

async function problemsOf(key: SettingKey): Promise<Record<string, string>> {
  const [t, words] = await Promise.all([getTranslations('settings.problems'), settingWords()])
  const definition = SETTINGS[key]
  if (definition.kind === 'whole') return { bounds: t('bounds', words.bounds(definition)) }
  if (definition.kind === 'choice')
    return { method: t('method', { allowed: definition.options.join(' | ') }), noWayIn: t('noWayIn') }
  return definition.kind === 'server' ? { server: t('server') } : { email: t('email') }
}
