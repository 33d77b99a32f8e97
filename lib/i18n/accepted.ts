import { defaultLocale, isLocale, type Locale } from '#lib/i18n/locales.ts'

/** The first language we have of an `Accept-Language` header by its weights (RFC 9110, 12.5.4); `de-AT` counts as `de`. */
export function acceptedLocale(header: string | null | undefined): Locale {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(parse)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { language } of wanted) if (isLocale(language)) return language
  return defaultLocale
}

function parse(range: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = range.trim().split(';')
  const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
  const weight = quality ? Number.parseFloat(quality.trim().slice(2)) : 1
  return { language: (tag.split('-')[0] ?? '').toLowerCase(), weight: Number.isNaN(weight) ? 0 : weight }
}
