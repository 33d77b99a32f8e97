import { getLocale } from 'next-intl/server'
import { labelRows } from '#app/admin/queues/label-rows.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { textOfRules } from '#lib/registration/domains.ts'
import type { offerPage } from '#lib/registration/queries/offer.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'

type Page = Awaited<ReturnType<typeof offerPage>>

/** The form of self-registration, in the order of its questions: whether, where, who, what. */
export async function offerSections(group: number, page: Page): Promise<RecordSection[]> {
  const t = await getTranslations('registration.admin')
  const { offer, version } = page
  return [
    {
      fields: [
        { kind: 'hidden', name: 'group', value: group },
        { kind: 'hidden', name: 'version', value: version },
        { kind: 'checkbox', name: 'open', label: t('open'), help: t('openHelp'), checked: offer.open },
      ],
    },
    { title: t('where'), fields: await whereFields(page) },
    { title: t('whoTitle'), fields: await whoFields(page) },
    {
      title: t('formTitle'),
      help: page.fields.length === 0 ? t('fieldsNone') : undefined,
      fields: await formFields(page),
    },
  ]
}

async function whereFields({ offer, hosts }: Page): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('registration.admin')
  return [
    {
      kind: 'radio',
      name: 'everywhere',
      label: t('everywhere'),
      value: offer.everywhere ? 'yes' : 'no',
      options: [
        { value: 'yes', label: t('everywhereYes') },
        { value: 'no', label: t('everywhereNo') },
      ],
    },
    {
      kind: 'checkboxes',
      name: 'hosts',
      label: t('hosts'),
      help: t('hostsHelp'),
      values: offer.hosts,
      options: hosts.map((host) => ({ value: host, label: host })),
    },
  ]
}

async function whoFields({ offer }: Page): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('registration.admin')
  return [
    {
      kind: 'textarea',
      name: 'domains',
      label: t('domains'),
      help: t('domainsHelp', { plain: 'example.com = Example Ltd.', wild: '*.example.com' }),
      value: textOfRules(offer.domains),
      rows: 6,
      spellCheck: false,
    },
    {
      kind: 'radio',
      name: 'otherDomains',
      label: t('other'),
      value: offer.otherDomains,
      options: [
        { value: 'refused', label: t('otherRefused') },
        { value: 'held', label: t('otherHeld') },
      ],
    },
    {
      kind: 'radio',
      name: 'approval',
      label: t('approval'),
      value: offer.approval,
      options: [
        { value: 'engineer', label: t('approvalEngineer'), help: t('approvalEngineerHelp') },
        { value: 'automatic', label: t('approvalAutomatic'), help: t('approvalAutomaticHelp') },
      ],
    },
  ]
}

async function formFields({ offer, fields }: Page): Promise<RecordFieldSpec[]> {
  const [t, locale] = await Promise.all([getTranslations('registration.admin'), getLocale()])
  const asked: RecordFieldSpec = {
    kind: 'checkboxes',
    name: 'asked',
    label: t('fields'),
    values: offer.asked,
    options: fields.map(({ key, labels }) => ({ value: key, label: labelOf(labels, locale) || key })),
  }
  const consent = await labelRows(
    t('consent'),
    [{ name: 'consent', label: t('consentText'), texts: offer.consent }],
    t('consentHelp'),
  )
  return [
    ...(fields.length > 0 ? [asked] : []),
    consent,
    { kind: 'url', name: 'consentLink', label: t('consentLink'), value: offer.consentLink, spellCheck: false },
  ]
}
