import { getLocale, getMessages } from 'next-intl/server'
import { labelOf } from '#lib/groups/data-model.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { ImportProblem } from '#lib/import/import.ts'
import { problemOf } from '#lib/import/problem.ts'
import { TARGET_WORDS, type Target, type TargetWord } from '#lib/import/targets.ts'

/** What is wrong with the whole file, and what to do. */
export async function fileProblemText(problem: ImportProblem | null): Promise<string> {
  const [t, { import: words }] = await Promise.all([getTranslations('import.fileProblems'), getMessages()])
  const key = problem?.key ?? 'unexpected'
  if (!isKeyOf(words.fileProblems, key)) return t('unexpected')
  return t(key, { line: problem?.line ?? 1, limit: problem?.limit ?? 0, name: problem?.name ?? '' })
}

/** The words of targets and rows: a field is called what the site calls it. */
export async function rowWords(targets: readonly Target[]) {
  const [t, locale, { import: words }] = await Promise.all([getTranslations('import'), getLocale(), getMessages()])
  const known = new Map(targets.map((target) => [target.key, target]))
  const target = (key: string): string => {
    const found = known.get(key)
    if (found?.field) return labelOf(found.field.labels, locale)
    const company = key.startsWith('company') && key !== 'company' && key !== 'companyCreated'
    const name = isTargetWord(key) ? t(`targets.${key}`) : key.replace(/^(company\.)?field\./, '')
    return company ? `${t('ofCompany')}: ${name}` : name
  }
  return {
    target,
    change: (key: string) => (isKeyOf(words.changes, key) ? t(`changes.${key}`) : target(key)),
    problem: (text: string) => {
      const { key, at, arg } = problemOf(text)
      const named = isKeyOf(words.rowProblems, key) ? key : 'conflict'
      return t(`rowProblems.${named}`, { column: at ? target(at) : '', text: String(arg) })
    },
  }
}

function isTargetWord(key: string): key is TargetWord {
  return (TARGET_WORDS as readonly string[]).includes(key)
}

function isKeyOf<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key)
}
