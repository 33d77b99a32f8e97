import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { SETTINGS, type SettingKey } from '#lib/settings/settings.ts'

/** What the settings' pages say about a setting and its values. */
export async function settingWords() {
  const [t, locale] = await Promise.all([getTranslations('settings'), getLocale()])
  const formats = formatsFor(locale)
  return {
    name: (key: SettingKey) => t(`items.${key}.name`),
    text: (key: SettingKey) => t(`items.${key}.text`),
    value(key: SettingKey, value: string | number): string {
      const definition = SETTINGS[key]
      if (definition.kind === 'whole') return t(`units.${definition.unit}`, { count: Number(value) })
      return value === '' ? t('nothing') : String(value)
    },
    bounds({ min, max }: { min: number; max: number }) {
      return { min: formats.number(min), max: formats.number(max) }
    },
  }
}
