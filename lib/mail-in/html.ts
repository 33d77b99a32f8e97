import { MailParser } from 'mailparser'

const LONGEST = 1_000_000
const WIDTH = 80

/** What can be read of a mail in HTML alone: quotations marked by `>`, without pictures. */
export async function plainText(html: string): Promise<string> {
  if (html.trim() === '') return ''
  // A mail of HTML and nothing else is what the parser itself makes a text of.
  const parser = new MailParser({ skipTextToHtml: true, skipImageLinks: true })
  parser.end(`Content-Type: text/html; charset=utf-8\r\n\r\n${html.slice(0, LONGEST)}`)
  let text = ''
  for await (const part of parser) if (part.type === 'text') text = part.text ?? ''
  return unwrapped(text.replaceAll(/\[(cid|data):[^\]]*\]/g, ''))
}

/** Takes back the line breaks that the parser made where the next word had no room; those of the mail stay. */
function unwrapped(text: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, at) => {
      const next = lines[at + 1] ?? ''
      const word = next.split(' ')[0] ?? ''
      const broken = line !== '' && word !== '' && !/^[>*\d-]/.test(word) && line.length + 1 + word.length > WIDTH
      return broken ? `${line} ` : `${line}\n`
    })
    .join('')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
