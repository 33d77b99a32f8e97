import { getMessages } from 'next-intl/server'
import { accept, discard } from '#app/admin/mail/held/actions.ts'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { MailInDetail } from '#lib/mail-in/queries/list.ts'
import { Section } from '#lib/ui/page.tsx'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

/** What an engineer can do with a mail that waits. */
export async function Decide({ mail }: { mail: MailInDetail }) {
  const t = await getTranslations('mailIn')
  const problems = (await getMessages()).mailIn.problems
  const hidden: RecordFieldSpec = { kind: 'hidden', name: 'mail', value: mail.id }
  return (
    <>
      {mail.content ? (
        <Section title={t('accept.title')}>
          <RecordForm
            action={accept}
            sections={[{ fields: [hidden, ...(await fieldsFor(mail))] }]}
            words={await formWords(t('accept.submit'), problems)}
            conditions={{ contact: { name: 'as', values: ['comment'] } }}
          />
        </Section>
      ) : null}
      <Section title={t('discard.title')}>
        <RecordForm
          action={discard}
          sections={[
            { fields: [hidden, { kind: 'text', name: 'note', label: t('discard.note'), help: t('discard.noteHelp') }] },
          ]}
          words={await formWords(t('discard.submit'), problems)}
          danger
        />
      </Section>
    </>
  )
}

async function fieldsFor({ ticket, writers, contact }: MailInDetail): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('mailIn.accept')
  const number: RecordFieldSpec = {
    kind: 'text',
    name: 'ticket',
    label: t('ticket'),
    inputMode: 'numeric',
    value: ticket,
    autoComplete: 'off',
  }
  const note = { value: 'note', label: t('note'), help: t('noteHelp') }
  if (writers.length === 0)
    return [number, { kind: 'radio', name: 'as', label: t('as'), help: t('nobody'), options: [note], value: 'note' }]
  const only = writers.length === 1 ? writers[0] : writers.find(({ name }) => name === contact)
  return [
    number,
    {
      kind: 'radio',
      name: 'as',
      label: t('as'),
      options: [{ value: 'comment', label: t('comment'), help: t('commentHelp') }, note],
      value: 'comment',
    },
    {
      kind: 'select',
      name: 'contact',
      label: t('contact'),
      help: t('contactHelp'),
      empty: t('choose'),
      options: writers.map(({ id, name }) => ({ value: String(id), label: name })),
      value: only && String(only.id),
    },
  ]
}
