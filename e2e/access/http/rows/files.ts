import { attachmentRow, canary } from '#e2e/access/database/rows.ts'
import { seesAttachment } from '#e2e/access/oracle/visibility.ts'
import { draftFile } from '../ink.ts'
import { type Case, type Expected, type Place, type Row, signedInAs } from '../row.ts'

const missing: Expected = { kind: 'missing' }

export const fileRows: readonly Row[] = [
  {
    target: 'GET /files/[id]/[name]',
    cases: (place) => [...attached(place), ...unsent(place), ...guessed],
  },
]

/** The name in the address is for people; another one changes nothing. */
function attached({ world, viewer }: Place): Case[] {
  return world.attachments.map((one) => ({
    message: { path: `/files/${attachmentRow(one.id)}/report.txt` },
    expected: seesAttachment(world, viewer, one) ? content(canary('content', one.id)) : missing,
  }))
}

/** A file that hangs on a draft is its writer's alone. */
function unsent(place: Place): Case[] {
  const { world, viewer } = place
  return world.contacts.slice(0, 4).map(({ id }) => ({
    message: { path: `/files/${draftFile(id)}/draft.txt` },
    expected:
      signedInAs(place) === 'contact' && viewer.kind === 'contact' && viewer.contact === id
        ? content(canary('draftcontent', id))
        : missing,
  }))
}

const guessed: Case[] = [attachmentRow(999_999), 'x', '1', `${attachmentRow(1)}'--`].map((id) => ({
  message: { path: `/files/${encodeURIComponent(id)}/x` },
  expected: missing,
}))

function content(mark: string): Expected {
  return { kind: 'shown', shows: { kinds: ['content', 'draftcontent'], all: [mark] } }
}
