import { getLocale } from 'next-intl/server'
import { type Formats, formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { markdown } from '#lib/markdown.ts'
import type { AttachmentRow, EntryRow } from '#lib/tickets/ticket.ts'
import { attachmentList } from '#lib/ui/attachment-list.tsx'
import { type Html, html } from '#lib/ui/html.ts'
import { prose } from '#lib/ui/prose.tsx'
import { relativeTime } from '#lib/ui/relative-time.tsx'
import { type BubbleHead, bubble, day, event, fold, LongTimeline } from '#lib/ui/timeline.tsx'
import { attachmentItem } from './attachment-item.ts'

export type Presentation = Omit<BubbleHead, 'time'>

/** A ticket's history, oldest first with a heading a day; who reads it decides by `present` how each entry is shown. */
export async function History({
  title,
  older,
  entries,
  attachments,
  present,
}: {
  title: string
  /** The link to what came before. */
  older?: string | undefined
  entries: EntryRow[]
  attachments: AttachmentRow[]
  present: (entry: EntryRow) => Presentation
}) {
  const [t, locale] = await Promise.all([getTranslations('ticket'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  const parts = entries.flatMap((entry, index) => {
    const before = entries[index - 1]
    const newDay = !before || formats.dayKey(before.createdAt) !== formats.dayKey(entry.createdAt)
    const shown = present(entry)
    const time = at(entry, formats)
    const said = () => eventText(entry, shown.author, locale, t)
    const files = attachments.filter((file) => file.entryId === entry.id).map((file) => attachmentItem(file, formats))
    const quoted = entry.quoted === null ? null : fold(t('quoted'), entry.quoted)
    const body = html`${entry.kind === 'activity' ? html`<p>${said()}</p>` : null}${
      entry.body ? prose(markdown(entry.body)) : null
    }${quoted}${attachmentList({ label: t('attachmentsOf'), items: files })}`
    return [
      newDay ? day(formats.dayHeading(entry.createdAt, now)) : [],
      isEvent(entry) ? event(said(), time) : bubble(`entry-${entry.id}`, { ...shown, time }, body),
    ].flat()
  })
  return (
    <LongTimeline
      title={title}
      older={older === undefined ? undefined : html`<a href="${older}">${t('historyOlder')}</a>`}
      parts={parts}
    />
  )
}

function isEvent(entry: EntryRow): boolean {
  return entry.kind === 'change' || (entry.kind === 'activity' && entry.body === '')
}

function at({ createdAt }: EntryRow, formats: Formats): Html {
  return relativeTime({
    iso: createdAt.toISOString(),
    text: formats.time(createdAt),
    full: formats.full(createdAt),
  })
}

type Say = Awaited<ReturnType<typeof getTranslations<'ticket'>>>

function eventText(entry: EntryRow, author: string, locale: string, t: Say): string {
  const from = worded(entry.change?.before, locale)
  const to = worded(entry.change?.after, locale)
  switch (entry.change?.what) {
    case 'status':
      return t('statusChanged', { author, from, to })
    case 'engineer':
      return to ? t('engineerChanged', { to }) : t('engineerNobody', { author })
    case 'subject':
      return t('subjectChanged', { author, from, to })
    case 'customer':
      return t('customerChanged', { author, to })
    case 'participant':
      return to ? t('participantAdded', { author, to }) : t('participantRemoved', { author, from })
    case 'share':
      return to ? t('shareGiven', { author, to }) : t('shareEnded', { author, from })
    case 'merge':
      return mergeText({ author, from, to }, t)
    case 'queue':
      return t('movedQueue', { to })
    case 'field':
      return fieldText({ author, field: entry.field ?? '', from, to }, t)
    default:
      return t('activityDone', { author, activity: to })
  }
}

type Told = { author: string; from: string; to: string }

function fieldText(told: Told & { field: string }, t: Say): string {
  if (!told.to) return t('fieldCleared', told)
  return told.from ? t('fieldChanged', told) : t('fieldSet', told)
}

/** At the merged ticket `to`, at the other one `from`; both where they were parted again. */
function mergeText(told: Told, t: Say): string {
  if (told.from && told.to) return t('separated', told)
  return told.to ? t('mergedInto', told) : t('mergedFrom', told)
}

/** A value as it was shown then: a text, or a label per language. */
function worded(value: unknown, locale: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  const labels = Object.entries(value)
  const found = labels.find(([key]) => key === locale) ?? labels.find(([key]) => key === 'en') ?? labels[0]
  return String(found?.[1] ?? '')
}
