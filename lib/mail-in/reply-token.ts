import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '../env.ts'

/** Who answers by a reply address, in which ticket, and the day on which the mail went out that has the address. */
export type ReplyToken = { contact: number; ticket: number; issued: Date }

const DAY = 24 * 60 * 60 * 1000
const ID = 5
const FACTS = 2 * ID + 2
const SEAL = 10
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
/** 22 bytes in base 32: small letters and digits alone, for mail servers may change the case. */
const LOOK = /^[a-z2-7]{36}$/

/**
 * The token in a reply address: contact, ticket and day, with a seal (80 bits of HMAC-SHA-256) that only we can make. It gives no
 * right: what the contact may do is asked when the reply comes.
 */
export function replyToken({ contact, ticket }: Pick<ReplyToken, 'contact' | 'ticket'>, issued = new Date()): string {
  const facts = Buffer.alloc(FACTS)
  facts.writeUIntBE(contact, 0, ID)
  facts.writeUIntBE(ticket, ID, ID)
  facts.writeUInt16BE(Math.floor(issued.getTime() / DAY), 2 * ID)
  return inLetters(Buffer.concat([facts, sealOf(facts, env.authSecrets[0])]))
}

/** What a token says; null for one that was not made here, in whatever case it comes. */
export function readReplyToken(token: string): ReplyToken | null {
  const letters = token.toLowerCase()
  if (!LOOK.test(letters)) return null
  const bytes = fromLetters(letters)
  const [facts, seal] = [bytes.subarray(0, FACTS), bytes.subarray(FACTS)]
  if (!env.authSecrets.some((secret) => timingSafeEqual(sealOf(facts, secret), seal))) return null
  return {
    contact: facts.readUIntBE(0, ID),
    ticket: facts.readUIntBE(ID, ID),
    issued: new Date(facts.readUInt16BE(2 * ID) * DAY),
  }
}

function sealOf(facts: Buffer, secret: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'portico reply-token', 32))
  return createHmac('sha256', key).update(facts).digest().subarray(0, SEAL)
}

/** Base 32 (RFC 4648, 6) without padding. */
function inLetters(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function fromLetters(letters: string): Buffer {
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
