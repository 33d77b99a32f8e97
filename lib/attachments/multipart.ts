import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { AppError } from '../errors.ts'
import { fileName } from './file-name.ts'
import { removeStored, type StoredFile, store } from './store.ts'

const FIELD_BYTES = 256 * 1024
const FIELDS = 300
/** Of all values together: they are held in memory and kept as one draft. */
const VALUES_BYTES = 1024 * 1024

export type ReceivedFile = StoredFile & { name: string; contentType: string }
export type RefusedFile = { name: string; code: 'too_large' | 'storage_full' }
export type Received = { values: Record<string, string | string[]>; files: ReceivedFile[]; refused: RefusedFile[] }

/**
 * Reads a form with files from the body as it arrives; files go to disk one after the other and never into memory. A file
 * beyond the limit, or for which the disk has no room, is named in `refused` and not kept, the rest of the form is. Nothing
 * stays on disk of a body that ends early.
 * @throws AppError `invalid` for a malformed or incomplete body, `too_large` for values beyond their bound
 */
export async function receive(request: Request, limits: { bytes: number; files: number }): Promise<Received> {
  const contentType = request.headers.get('content-type')
  if (!request.body || !contentType?.startsWith('multipart/form-data')) throw new AppError('invalid')
  const values: Received['values'] = {}
  const files: ReceivedFile[] = []
  const refused: RefusedFile[] = []
  let writing: Promise<void> = Promise.resolve()
  let held = 0

  const parser = parserFor(contentType, limits)
  parser.on('field', (name, value, info) => {
    held += value.length
    if (info.valueTruncated || held > VALUES_BYTES) parser.destroy(new AppError('too_large'))
    else add(values, name, value.replaceAll('\0', ''))
  })
  parser.on('file', (_field, stream, info) => {
    // One that waits for its turn has no reader yet who would hear that the body ended early.
    stream.on('error', () => {})
    // A file input that was left empty sends a part without a name.
    if (!info.filename) return stream.resume()
    const name = fileName(unescaped(info.filename))
    writing = writing.then(async () => {
      try {
        const stored = await store(stream.iterator({ destroyOnReturn: false }), limits.bytes)
        files.push({ ...stored, name, contentType: info.mimeType.slice(0, 200) || 'application/octet-stream' })
      } catch (error) {
        const code = error instanceof AppError ? error.code : undefined
        if (code !== 'too_large' && code !== 'storage_full') throw error
        refused.push({ name, code })
        stream.resume()
      }
    })
    writing.catch((error) => parser.destroy(error))
  })
  try {
    await pipeline(Readable.fromWeb(request.body as never), parser)
    await writing
    return { values, files, refused }
  } catch (error) {
    await writing.catch(() => {})
    await Promise.all(files.map((file) => removeStored(file.storageKey)))
    throw error instanceof AppError ? error : new AppError('invalid', { cause: error })
  }
}

function parserFor(contentType: string, limits: { files: number }) {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      defParamCharset: 'utf8',
      limits: { fieldSize: FIELD_BYTES, fields: FIELDS, files: limits.files + 1, parts: FIELDS + limits.files },
    })
  } catch (error) {
    throw new AppError('invalid', { cause: error })
  }
}

/** Browsers write these three characters of a name so (HTML, multipart/form-data encoding algorithm). */
function unescaped(name: string): string {
  return name.replaceAll('%22', '"').replace(/%0[DA]/gi, '')
}

function add(values: Received['values'], name: string, value: string): void {
  if (name.startsWith('$') || name === '__proto__') return
  const held = Object.hasOwn(values, name) ? values[name] : undefined
  values[name] = held === undefined ? value : [...[held].flat(), value]
}
