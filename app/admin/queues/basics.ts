import { getTranslations } from '#lib/i18n/translations.ts'
import type { QueueChange } from '#lib/queues/input.ts'
import type { RecordSection } from '#lib/ui/record-form.tsx'
import { iconChoice } from './icon-choice.ts'
import { labelRows } from './label-rows.ts'

/** The form of a queue's basics; empty for a new one. */
export async function basicsSections(queue: QueueChange | undefined): Promise<RecordSection[]> {
  const t = await getTranslations('queues')
  return [
    {
      fields: [
        await labelRows(
          t('basics.names'),
          [
            { name: 'labels', label: t('label'), texts: queue?.labels },
            { name: 'descriptions', label: t('basics.description'), texts: queue?.descriptions },
          ],
          t('basics.namesHelp'),
        ),
        {
          kind: 'text',
          name: 'key',
          label: t('key'),
          help: t('basics.keyHelp'),
          value: queue?.key,
          spellCheck: false,
          autoComplete: 'off',
        },
        {
          kind: 'radio',
          name: 'kind',
          label: t('kind'),
          help: t('basics.kindHelp'),
          value: queue?.kind ?? 'regular',
          options: [
            { value: 'regular', label: t('kinds.regular') },
            { value: 'faq', label: t('kinds.faq') },
          ],
        },
        await iconChoice(queue?.icon ?? 'inbox'),
        {
          kind: 'checkbox',
          name: 'active',
          label: t('basics.active'),
          help: t('basics.activeHelp'),
          checked: queue?.active ?? true,
        },
      ],
    },
  ]
}
