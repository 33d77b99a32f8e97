import { describe, expect, test } from 'vitest'
import { problemsOf } from '../http/problems.ts'
import { newField } from './field-input.ts'
import { queueChange, serviceChange } from './input.ts'
import { newStatus } from './status-input.ts'

type Parser = { safeParse: typeof newField.safeParse } | { safeParse: typeof serviceChange.safeParse }
const refusalOf = (shape: Parser, form: object) => {
  const { error } = shape.safeParse(form)
  return error && problemsOf(error)
}

test('a queue needs a key and an English name; empty texts are left out', () => {
  const form = {
    key: 'repairs',
    kind: 'regular',
    'labels.en': ' Repairs ',
    'labels.de': '',
    icon: 'inbox',
    active: 'on',
  }
  expect(queueChange.parse(form)).toEqual({
    ...{ key: 'repairs', kind: 'regular', labels: { en: 'Repairs' }, descriptions: {}, icon: 'inbox', active: true },
  })
  const { error } = queueChange.safeParse({ ...form, key: 'Two words', 'labels.en': '' })
  expect(error && problemsOf(error)).toEqual({ key: 'key', 'labels.en': 'missing' })
})

describe('service hours', () => {
  const form = { answerHours: '1,5', timeZone: 'Europe/Berlin', 'days.1.from': '08:00', 'days.1.to': '17:30' }
  test('are minutes since midnight of the days that are open', () => {
    expect(serviceChange.parse({ ...form, 'days.2.from': '', 'days.2.to': '' })).toEqual({
      answerMinutes: 90,
      serviceHours: { timeZone: 'Europe/Berlin', days: { 1: [480, 1050] } },
    })
  })
  test('may last until midnight, or around the clock', () => {
    const night = serviceChange.parse({ ...form, 'days.1.from': '00:00', 'days.1.to': '00:00' })
    expect(night.serviceHours?.days).toEqual({ 1: [0, 1440] })
    expect(serviceChange.parse({ ...form, always: 'on', answerHours: '' })).toEqual({
      answerMinutes: null,
      serviceHours: null,
    })
  })
  test.each([
    ['one time alone', { 'days.1.to': '' }, { 'days.1.to': 'fromTo' }],
    ['the end before the beginning', { 'days.1.to': '07:00' }, { 'days.1.to': 'fromTo' }],
    ['no time of a clock', { 'days.1.to': '25:00' }, { 'days.1.to': 'fromTo' }],
    ['no day', { 'days.1.from': '', 'days.1.to': '' }, { always: 'neverOpen' }],
    ['an unknown time zone', { timeZone: 'Mars/Crater' }, { timeZone: 'timeZone' }],
    ['an answer time of words', { answerHours: 'soon' }, { answerHours: 'number' }],
    ['an answer time of nothing', { answerHours: '0' }, { answerHours: 'number' }],
  ])('refuse %s', (_, change, problems) => {
    expect(refusalOf(serviceChange, { ...form, ...change })).toMatchObject(problems)
  })
})

describe('a field', () => {
  const form = {
    key: 'urgency',
    type: 'list',
    'labels.en': 'Urgency',
    exposure: 'full',
    condition: [],
    initialChoices: [],
  }
  const options = {
    'options.0.labels.en': 'Two weeks',
    'options.0.offered': 'on',
    'options.1.labels.en': 'High',
    'options.1.value': 'h',
    'options.2.labels.en': '',
  }
  test('has its choices in their order, with keys made of their labels, and retired where they are not offered', () => {
    expect(newField.parse({ ...form, ...options }).options).toEqual([
      { value: 'two_weeks', labels: { en: 'Two weeks' } },
      { value: 'h', labels: { en: 'High' }, retired: true },
    ])
  })
  test('starts with a value of its type', () => {
    expect(newField.parse({ ...form, ...options, initial: 'h' }).initial).toBe('h')
    expect(newField.parse({ ...form, type: 'number', initial: '3,5' })).toMatchObject({ initial: 3.5, options: null })
    expect(newField.parse({ ...form, type: 'boolean', initial: 'off' }).initial).toBe(false)
    const several = { ...form, ...options, type: 'multi_list', initialChoices: ['h'] }
    expect(newField.parse(several).initial).toEqual(['h'])
    expect(refusalOf(newField, { ...form, type: 'number', initial: 'many' })).toEqual({ initial: 'initial' })
  })
  test('depends on choices of one other field', () => {
    const condition = ['kind:fault', 'kind:visit']
    expect(newField.parse({ ...form, type: 'text', condition }).condition).toEqual({
      field: 'kind',
      values: ['fault', 'visit'],
    })
    expect(refusalOf(newField, { ...form, type: 'text', condition: ['kind:fault', 'other:x'] })).toEqual({
      condition: 'oneField',
    })
  })
  test.each([
    ['a list without choices', {}, { 'options.0.labels.en': 'noOption' }],
    ['two choices of one key', { ...options, 'options.0.value': 'h' }, { 'options.1.value': 'taken' }],
    [
      'a choice without an English label',
      { ...options, 'options.1.labels.en': '' },
      { 'options.1.labels.en': 'missing' },
    ],
    ['an unknown type', { type: 'colour' }, { type: 'unknown' }],
  ])('refuses %s', (_, change, problems) => {
    expect(refusalOf(newField, { ...form, ...change })).toMatchObject(problems)
  })
})

test('tickets do not begin in a closed status', () => {
  const { error } = newStatus.safeParse({ key: 'done', 'labels.en': 'Done', kind: 'closed', isInitial: 'on' })
  expect(error && problemsOf(error)).toEqual({ isInitial: 'initialClosed' })
})
