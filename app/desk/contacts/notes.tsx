import { getLocale } from 'next-intl/server'
import { formWords } from '#app/parts/form-words.ts'
import type { CustomerNote } from '#lib/contacts/queries/notes.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Button } from '#lib/ui/button.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { relativeTime } from '#lib/ui/relative-time.tsx'
import { Bubble } from '#lib/ui/timeline.tsx'
import { dropNote, keepNote } from './actions.ts'

/** What engineers remember about a contact or company; customers never see it. */
export async function Notes({
  about,
  id,
  notes,
  mayWrite,
}: {
  about: 'contact' | 'company'
  id: number
  notes: CustomerNote[]
  mayWrite: boolean
}) {
  const [t, common, locale] = await Promise.all([getTranslations('contacts'), getTranslations('common'), getLocale()])
  if (notes.length === 0 && !mayWrite) return null
  const formats = formatsFor(locale)
  const now = new Date()
  return (
    <Section id="notes" title={t('notes')}>
      {notes.map((note) => (
        <Bubble
          key={note.id}
          tone="internal"
          author={note.author}
          time={relativeTime({
            iso: note.createdAt.toISOString(),
            text: formats.relative(note.createdAt, now),
            full: formats.full(note.createdAt),
          })}
        >
          <div data-part="prose">
            {note.body.split(/\n+/).map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name
              <p key={at} dir="auto">
                {line}
              </p>
            ))}
          </div>
          {mayWrite ? (
            <form action={dropNote}>
              <input type="hidden" name="note" value={note.id} />
              <input type="hidden" name="about" value={about} />
              <input type="hidden" name="id" value={id} />
              <Button variant="plain">{common('remove')}</Button>
            </form>
          ) : null}
        </Bubble>
      ))}
      {mayWrite ? (
        <Disclosure summary={t('noteAdd')}>
          <RecordForm
            action={keepNote}
            words={await formWords(t('noteSave'))}
            sections={[
              {
                fields: [
                  { kind: 'hidden', name: 'about', value: about },
                  { kind: 'hidden', name: 'id', value: id },
                  { kind: 'textarea', name: 'body', label: t('note'), help: t('noteHelp'), rows: 3 },
                ],
              },
            ]}
          />
        </Disclosure>
      ) : null}
    </Section>
  )
}
