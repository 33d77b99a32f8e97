import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { type HeaderLines, type Headers, MailParser, type MailParserOptions } from 'mailparser'
import { plainText } from './html.ts'
import type { Mail, MailFile } from './mail.ts'
import { reportIn } from './report.ts'

/** Beyond these a mail is no mail of a person's. */
const FILES = 200
const TEXT = 500_000
const EVIDENCE = 64 * 1024

const OPTIONS: MailParserOptions & object = {
  ...{ skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, keepDeliveryStatus: true },
  // A mail within a mail is a file like any other.
  ...{ ignoreEmbedded: true, maxHeadSize: 256 * 1024, maxChildNodes: FILES },
}

type Part = { name: string; contentType: string }
type Work = (part: Part, content: Readable) => Promise<void>

/** Takes a raw mail apart; of its files only name, type and length, so that memory stays bounded. */
export async function readMail(raw: string | Buffer): Promise<Mail> {
  const files: MailFile[] = []
  const evidence: Buffer[] = []
  const { lines, headers, text } = await walk(raw, async ({ name, contentType }, content) => {
    const isEvidence = /^(message\/|text\/rfc822-headers)/.test(contentType)
    let bytes = 0
    for await (const chunk of content) {
      if (isEvidence && bytes < EVIDENCE) evidence.push(chunk)
      bytes += chunk.length
    }
    if (isEvidence) evidence.push(Buffer.from('\n\n'))
    if (files.length < FILES) files.push({ name, contentType, bytes })
  })
  const header = headerOf(lines)
  return {
    messageId: header('message-id')[0]?.slice(0, 300) ?? null,
    ...senderOf(header, headers),
    to: ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc'].flatMap(header).flatMap(addressesIn),
    subject: oneLine(headers.get('subject')).slice(0, 300),
    text: clean(text).slice(0, TEXT),
    files,
    header,
    report: /report-type="?delivery-status/i.test(header('content-type').join(' '))
      ? reportIn(Buffer.concat(evidence).toString('latin1'))
      : null,
  }
}

/** Gives each file of a raw mail to `work`, one after the other, in the order of `Mail.files`. */
export async function eachFile(path: string, work: Work): Promise<void> {
  await walk(path, work)
}

async function walk(raw: string | Buffer, work: Work) {
  const parser = new MailParser(OPTIONS)
  let lines: HeaderLines = []
  let headers: Headers = new Map()
  parser.on('headerLines', (found: HeaderLines) => {
    lines = found
  })
  parser.on('headers', (found: Headers) => {
    headers = found
  })
  const source = typeof raw === 'string' ? createReadStream(raw) : Readable.from([raw])
  source.on('error', (error: Error) => parser.destroy(error))
  source.pipe(parser)
  let text = ''
  for await (const part of parser) {
    if (part.type === 'text') {
      text = part.text || (await plainText(part.html || ''))
      continue
    }
    await work({ name: nameOf(part), contentType: oneLine(part.contentType).slice(0, 200) }, part.content)
    part.content.resume()
    part.release()
  }
  return { lines, headers, text }
}

function nameOf({ filename, contentType }: { filename?: string; contentType: string }): string {
  if (filename) return filename
  return contentType === 'message/rfc822'
    ? 'message.eml'
    : `file.${/\/(?:x-)?([a-z0-9]{1,8})$/.exec(contentType)?.[1] ?? 'bin'}`
}

/** The values of a header from the top down, each in one line. */
function headerOf(lines: HeaderLines): Mail['header'] {
  return (name) =>
    lines
      .filter(({ key }) => key === name)
      .map(({ line }) => oneLine(line.slice(line.indexOf(':') + 1).replaceAll(/\r?\n[ \t]/g, ' ')))
}

/** No sender at all where there are two From: each reader could believe another one. */
function senderOf(header: Mail['header'], headers: Headers): Pick<Mail, 'from' | 'senderName'> {
  const from = headers.get('from')
  if (
    header('from').length !== 1 ||
    !from ||
    typeof from !== 'object' ||
    !('value' in from) ||
    !Array.isArray(from.value)
  )
    return { from: [], senderName: '' }
  const found = from.value.flatMap((one) => one.group ?? [one])
  const addresses = found.flatMap(({ address }) => (address ? [address.trim().toLowerCase()] : []))
  return { from: addresses, senderName: oneLine(found[0]?.name).slice(0, 200) }
}

const addressesIn = (value: string) => value.toLowerCase().match(/[^\s<>,;:"()]{1,64}@[^\s<>,;:"()]{1,255}/g) ?? []

const oneLine = (value: unknown) =>
  typeof value === 'string' ? value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim() : ''

/** Line breaks alone, and no other control character: PostgreSQL keeps no NUL, and readers see none of them. */
const clean = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '')
