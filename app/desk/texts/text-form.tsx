import { formWords } from '#app/parts/form-words.ts'
import { languages } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { Canned } from '#lib/tickets/queries/canned-list.ts'
import type { DeskQueue } from '#lib/tickets/queries/desk-nav.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { saveText } from './actions.ts'

/** Shown as they are typed. */
const PLACEHOLDERS = { customer: '{customer}', engineer: '{engineer}', number: '{number}' }

type Props = { text?: Canned; queues: readonly DeskQueue[]; mayShare: boolean }

export async function TextForm({ text, queues, mayShare }: Props) {
  const t = await getTranslations('cannedTexts')
  return (
    <RecordForm
      action={saveText}
      words={await formWords(t('save'), { tooManyTexts: t('tooMany') })}
      sections={[
        {
          fields: [
            ...(text ? [{ kind: 'hidden' as const, name: 'id', value: text.id }] : []),
            { kind: 'text', name: 'title', label: t('name'), value: text?.title },
            {
              kind: 'textarea',
              name: 'body',
              label: t('text'),
              help: t('textHelp', PLACEHOLDERS),
              value: text?.body,
              rows: 10,
            },
            {
              kind: 'select',
              name: 'queue',
              label: t('queue'),
              empty: t('allQueues'),
              value: text?.queueKey,
              options: queues.map(({ key, label }) => ({ value: key, label })),
            },
            {
              kind: 'select',
              name: 'locale',
              label: t('language'),
              empty: t('anyLanguage'),
              value: text?.locale,
              options: languages(),
            },
            ...(mayShare
              ? [
                  {
                    kind: 'checkbox' as const,
                    name: 'shared',
                    label: t('share'),
                    help: t('shareHelp'),
                    checked: text?.shared ?? false,
                  },
                ]
              : []),
          ],
        },
      ]}
    >
      <ButtonLink href={paths.deskPart('texts')}>{t('back')}</ButtonLink>
    </RecordForm>
  )
}
