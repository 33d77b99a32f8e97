import { formatsFor } from '../i18n/formats.ts'
import type { Locale } from '../i18n/locales.ts'
import { paths } from '../paths.ts'
import { absolute } from './addresses.ts'
import { kindOf, type MailKey } from './kinds.ts'
import type { Values } from './liquid.ts'

const WORDS: Record<Locale, Values> = {
  en: {
    'ticket.subject': 'Pump leaks at the flange',
    'ticket.queue': 'Service desk',
    'ticket.status': 'Waiting for you',
    'entry.body': 'Thank you for the photo. Please send us the **serial number** of the pump as well.',
    until: '31 December 2026',
    reason: 'We could not find your company among our customers.',
    news: '**[100234] Pump leaks at the flange**\n\nKim Taylor wrote:\n\n> Thank you for the photo.\n\nNew status: Waiting for you',
  },
  de: {
    'ticket.subject': 'Pumpe undicht am Flansch',
    'ticket.queue': 'Servicedesk',
    'ticket.status': 'Wartet auf Sie',
    'entry.body': 'Danke für das Foto. Bitte senden Sie uns auch die **Seriennummer** der Pumpe.',
    until: '31. Dezember 2026',
    reason: 'Wir haben Ihre Firma nicht unter unseren Kunden gefunden.',
    news: '**[100234] Pumpe undicht am Flansch**\n\nKim Taylor schrieb:\n\n> Danke für das Foto.\n\nNeuer Status: Wartet auf Sie',
  },
}

/** A value for each name that the mail's text may use, so that a text can be tried without a ticket or an account. */
export function exampleValues(key: MailKey, locale: Locale, site: string): Values {
  const all: Values = {
    ...WORDS[locale],
    'contact.name': 'Alex Morgan',
    'author.name': 'Kim Taylor',
    'site.name': site,
    'account.login': 'alex.morgan',
    'ticket.number': '100234',
    link: absolute(paths.welcome()),
    minutes: '30',
    hours: '72',
    count: '2',
    at: formatsFor(locale).full(new Date()),
    device: 'Firefox, Windows',
  }
  return Object.fromEntries(kindOf(key).values.map((name) => [name, all[name] ?? '']))
}
