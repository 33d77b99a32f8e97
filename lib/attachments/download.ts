import 'server-only'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { create as contentDisposition } from 'content-disposition'
import { AppError } from '../errors.ts'
import { announceLength } from '../http/exchange.ts'
import type { StoredAttachment } from './queries.ts'
import { fileAt } from './store.ts'

/**
 * The file as an answer that no browser shows as a page of this site: attachment (RFC 6266), nosniff, sandboxed; with one
 * range (RFC 9110, 14.2) or whole.
 * @throws AppError `unavailable` where the content is not on disk
 */
export async function download(file: StoredAttachment, request: Request): Promise<Response> {
  const path = fileAt(file.storageKey)
  const found = await stat(path).catch(() => undefined)
  if (found?.size !== file.bytes)
    throw new AppError('unavailable', { cause: new Error(`stored file ${file.storageKey} is missing or short`) })
  const headers = new Headers({
    'content-type': isPlain(file.contentType) ? file.contentType : 'application/octet-stream',
    'content-disposition': contentDisposition(file.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    // Not even compressed on the way, or length, ranges and ETag would speak of other bytes.
    'cache-control': 'private, no-store, no-transform',
    'accept-ranges': 'bytes',
    etag: `"${file.sha256}"`,
  })
  const range = rangeOf(request.headers.get('range'), request.headers.get('if-range'), file)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${file.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 }
  announceLength(end - start + 1)
  if (range) headers.set('content-range', `bytes ${start}-${end}/${file.bytes}`)
  const body = file.bytes === 0 ? null : Readable.toWeb(createReadStream(path, { start, end }))
  return new Response(body as ReadableStream | null, { status: range ? 206 : 200, headers })
}

type Range = { start: number; end: number }

/** The one byte range that is asked for; several, or a stale `If-Range`, count as none. */
export function rangeOf(
  header: string | null,
  ifRange: string | null,
  file: { bytes: number; sha256: string },
): Range | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (ifRange !== null && ifRange !== `"${file.sha256}"`)) return undefined
  const [, from, to] = match
  if (!from && !to) return undefined
  const start = from ? Number(from) : Math.max(0, file.bytes - Number(to))
  const end = from && to ? Math.min(Number(to), file.bytes - 1) : file.bytes - 1
  if (from && to && Number(to) < Number(from)) return undefined
  return start >= file.bytes || (!from && Number(to) === 0) ? 'unsatisfiable' : { start, end }
}

function isPlain(contentType: string): boolean {
  return /^(image\/(png|jpeg|gif|webp)|application\/pdf|text\/(plain|csv)|application\/zip|video\/mp4|audio\/mpeg)$/.test(
    contentType,
  )
}
