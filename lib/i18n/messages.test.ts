import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { STATUS_OF_CODE } from '#lib/errors.ts'
import { type Locale, localeNames, messagesOf } from '#lib/i18n/locales.ts'
import { messagesFor } from '#lib/i18n/messages.ts'

/** Each message's path, with the arguments of its ICU text: `tickets.count` → `['count plural']`. */
function shape(tree: object): Record<string, string[]> {
  return Object.fromEntries(texts(tree).map(([path, text]) => [path, placeholders(text)]))
}

// A word alone in a branch of a plural, as in `=0 {nobody}`, is text, and so is what is quoted.
const ARGUMENT = /(?<!'|(?:=\d+|\b(?:one|other)) ?)\{(\w+)(?:, ?(\w+))?[,}]/g

function placeholders(text: string): string[] {
  const found = [...text.matchAll(ARGUMENT)].map(([, name, kind = '']) => `${name} ${kind}`.trim())
  return [...new Set(found)].sort()
}

function texts(tree: object, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[[...path, key].join('.'), value]] : texts(value, [...path, key]),
  )
}

test.each(localeNames)('%s has the keys and placeholders of English', (locale) => {
  expect(shape(messagesOf(locale))).toEqual(shape(messagesOf('en')))
})

test.each(localeNames)('%s has a title and a text for every error code', (locale) => {
  expect(Object.keys(messagesOf(locale).errors).sort()).toEqual(Object.keys(STATUS_OF_CODE).sort())
})

test.each(localeNames)('%s shouts nowhere and leaves nothing empty', (locale) => {
  for (const [path, text] of texts(messagesOf(locale))) {
    expect(text.trim(), path).not.toBe('')
    expect(text, path).not.toContain('!')
  }
})

test.each(localeNames)('every ICU text of %s can be formatted', (locale) => {
  for (const [path, text] of texts(messagesOf(locale))) {
    const values = Object.fromEntries(placeholders(text).map((argument) => [argument.split(' ')[0] ?? '', 3]))
    // A help may show braces, as those of Liquid: they are quoted.
    const shown = [...text.matchAll(/'([{}][^']*)'/g)].map(([, braces = '']) => braces)
    const left = shown.reduce((rest, braces) => rest.replace(braces, ''), formatted(locale, text, values))
    expect(left, path).not.toMatch(/[{}]/)
  }
})

test('German is translated, not copied', () => {
  const german = Object.fromEntries(texts(messagesOf('de')))
  const copied = texts(messagesOf('en')).filter(
    ([path, text]) => german[path] === text && /[a-z]{3} [a-z]{3}/i.test(text),
  )
  expect(copied).toEqual([])
})

test('a theme changes the messages it names and no others', () => {
  const messages = messagesFor('en', { tickets: { title: 'Requests' } })
  expect(messages.tickets.title).toBe('Requests')
  expect(messages.tickets.mine).toBe('My tickets')
  expect(messagesOf('en').tickets.title).toBe('Tickets')
})

test('a theme cannot add a message, remove a group or put in anything but text', () => {
  const messages = messagesFor('en', { tickets: 'gone', common: { invented: 'x', save: 7 } })
  expect(messages).toEqual(messagesOf('en'))
})

function formatted(locale: Locale, text: string, values: Record<string, number>): string {
  const onError = (error: Error) => {
    throw error
  }
  return createTranslator({ locale, messages: { text }, onError })('text', values)
}
