import { mailServer } from '#lib/mail/mail-server.ts'
import { type ReadMail, readMail } from '#lib/mail/read.ts'

/** What befalls a mail to this address; `takes` is well. */
export type Mood = (address: string) => 'takes' | 'busy' | 'refuses' | 'hangs'

/** A real mail server whose mood changes from mail to mail, and which can go away and come back under the same address. */
export async function unsteadyMailServer() {
  let mood: Mood = () => 'takes'
  const options: NonNullable<Parameters<typeof mailServer>[0]> = {
    onRcptTo({ address }, _session, done) {
      const now = mood(address)
      if (now === 'takes') done()
      if (now === 'busy') done(saying('Come back later', 451))
      if (now === 'refuses') done(saying('Nobody of that name here', 550))
    },
  }
  let server = await mailServer(options)
  const { url } = server
  const received = [server.received]
  return {
    url,
    isFor(next: Mood) {
      mood = next
    },
    goesAway: () => server.stop(),
    async comesBack() {
      server = await mailServer(options, Number(new URL(url).port))
      received.push(server.received)
    },
    /** What it has taken for this address with this in its subject. */
    mailsTo: (address: string, about: string): ReadMail[] =>
      received
        .flat()
        .filter(({ to }) => to === address)
        .map(({ raw }) => readMail(raw))
        .filter(({ headers }) => headers.subject?.includes(about)),
    stop: () => server.stop(),
  }
}

const saying = (message: string, responseCode: number) => Object.assign(new Error(message), { responseCode })
