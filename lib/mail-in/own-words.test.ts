import { expect, test } from 'vitest'
import { ownWords, quotedWords } from './own-words.ts'

test.each([
  ['nothing quoted', 'Just this.\n\nAnd that.', 'Just this.\n\nAnd that.'],
  ['Gmail, German', 'Ja.\n\nAm So., 22. Nov. 2026 um 10:00 Uhr schrieb ACME <a@b.example>:\n\n> Stimmt das?\n', 'Ja.'],
  [
    'Gmail, broken over lines',
    'Yes.\n\nOn Sun, Nov 22, 2026 at 10:00 AM ACME Desk\n<a@b.example>\nwrote:\n> ok?',
    'Yes.',
  ],
  ['Thunderbird, German', 'Ja.\n\nAm 22.11.26 um 10:00 schrieb ACME:\n> Stimmt das?\n>\n> Ja?', 'Ja.'],
  ['a name first', 'Ja.\n\nACME Desk <a@b.example> schrieb am So., 22. Nov. 2026, 10:00:\n\n> Stimmt?', 'Ja.'],
  ['without any mark', 'Yes.\n\nOn 22/11/2026 10:00, ACME wrote:\nIs that right?\nTell us.', 'Yes.'],
  ['Outlook, German', 'Ja.\n\nVon: ACME\nGesendet: Sonntag\nAn: Grace\nBetreff: Pumpe\n\nStimmt das?', 'Ja.'],
  [
    'Outlook with a rule',
    'Yes.\n________________________________\nFrom: ACME\nSent: Sunday\nTo: Grace\nSubject: x\n\nok?',
    'Yes.',
  ],
  ['-----Original Message-----', 'Yes.\n\n-----Original Message-----\nFrom: ACME\n\nok?', 'Yes.'],
  ['-----Ursprüngliche Nachricht-----', 'Ja.\n-----Ursprüngliche Nachricht-----\nVon: ACME\n\nok?', 'Ja.'],
  ['an answer below', 'On 22 Nov ACME wrote:\n> Is that right?\n\nYes, it is.', 'Yes, it is.'],
  [
    'answers in between, which stay',
    'On 22 Nov ACME wrote:\n> One?\nYes.\n> Two?\nNo.',
    'On 22 Nov ACME wrote:\n> One?\nYes.\n> Two?\nNo.',
  ],
  ['a signature', 'Yes.\n-- \nGrace\nACME Ltd.', 'Yes.'],
  ['a list that is no signature', 'Buy:\n- bread\n- milk', 'Buy:\n- bread\n- milk'],
  ['a telephone', 'Ja.\n\nVon meinem iPhone gesendet', 'Ja.'],
  [
    'a quotation of ours in the middle, which stays',
    'You said\n> never\nbut it happened.',
    'You said\n> never\nbut it happened.',
  ],
  [
    'a sentence like it',
    'Hello.\nOn Monday I wrote to you:\nno answer.',
    'Hello.\nOn Monday I wrote to you:\nno answer.',
  ],
  ['From: as a word', 'From: here to there\nit leaks.', 'From: here to there\nit leaks.'],
  ['nothing of its own', '> only\n> this', '> only\n> this'],
])('%s', (_, text, own) => {
  expect(ownWords(text)).toBe(own)
  expect(ownWords(text.replaceAll('\n', '\r\n'))).toBe(own)
})

test.each([
  [
    'an answer above',
    'Ja.\n\nAm 22.11.26 um 10:00 schrieb ACME:\n> Stimmt das?\n',
    'Am 22.11.26 um 10:00 schrieb ACME:\n> Stimmt das?',
  ],
  ['an answer below', 'On 22 Nov ACME wrote:\n> Is that right?\n\nYes.', 'On 22 Nov ACME wrote:\n> Is that right?'],
  ['a signature', 'Yes.\r\n-- \r\nGrace', '-- \nGrace'],
  ['answers in between', 'On 22 Nov ACME wrote:\n> One?\nYes.\n> Two?\nNo.', null],
  ['nothing of its own', '> only\n> this', null],
])('what is folded of %s', (_, text, quoted) => {
  expect(quotedWords(text)).toBe(quoted)
})

test('any text is done with at once, and what is left was there', () => {
  for (const piece of ['On a ', '> ', 'From: a\n', 'am schrieb ', '-', '_', ' wrote: ', 'a\n']) {
    const text = piece.repeat(40_000)
    const began = Date.now()
    expect(text).toContain(ownWords(text))
    expect(text).toContain(quotedWords(text) ?? '')
    expect(Date.now() - began).toBeLessThan(1_000)
  }
})
