import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#lib/db/embedded/port.ts'

const DOVECOT = '/usr/sbin/dovecot'
export const hasDovecot = existsSync(DOVECOT)

export type MailServer = Awaited<ReturnType<typeof startDovecot>>

/** A real IMAP server with a mailbox of one user's, on ports of its own: `port` offers STARTTLS, `tlsPort` speaks TLS from the start. */
export async function startDovecot() {
  const folder = mkdtempSync(join(tmpdir(), 'portico-imap-'))
  const [port, tlsPort] = [await freePort(), await freePort()]
  const asRoot = process.getuid?.() === 0
  // Root's dovecot gives mails to nobody; anybody else's keeps them itself.
  const [uid, gid] = asRoot ? [65_534, 65_534] : [process.getuid?.() ?? 0, process.getgid?.() ?? 0]
  const maildir = join(folder, 'mail')
  for (const name of ['', 'new', 'cur', 'tmp']) mkdirSync(join(maildir, name), { mode: 0o700 })
  execFileSync('chmod', ['711', folder])
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
      ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
    ],
    { stdio: 'ignore' },
  )
  // Root's has users of its own. Anybody else's runs as who started it, whom it takes by name alone.
  const own = asRoot
    ? ''
    : `default_internal_user = ${userInfo().username}
default_login_user = ${userInfo().username}
default_internal_group = ${execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()}
`
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
${own}ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = 1
mail_location = maildir:${maildir}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`,
  )
  const owned = (path: string) => asRoot && chownSync(path, uid, gid)
  for (const name of ['', 'new', 'cur', 'tmp']) owned(join(maildir, name))
  const child = spawn(DOVECOT, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  await untilItListens(port)
  let delivered = 0
  const mailsIn = (name: string) =>
    ['new', 'cur'].flatMap((part) => {
      const at = join(maildir, name, part)
      return existsSync(at) ? readdirSync(at) : []
    }).length
  return {
    port,
    tlsPort,
    /** Puts a mail into the mailbox, as the mail server would. */
    deliver(raw: string | Buffer) {
      delivered += 1
      const path = join(maildir, 'new', `${1_700_000_000 + delivered}.M${delivered}.test`)
      writeFileSync(path, raw)
      owned(path)
    },
    waiting: () => mailsIn(''),
    handled: () => mailsIn('.Done'),
    async stop() {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilItListens(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1')
    const there = await Promise.race([once(socket, 'connect'), once(socket, 'error')]).then(
      () => !socket.connecting && !socket.errored,
      () => false,
    )
    socket.destroy()
    if (there) return
    await pause(100)
  }
  throw new Error('dovecot did not start')
}
