import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createServer as createTlsServer, type Server } from 'node:tls'
import { promisify } from 'node:util'
import { type Certificates, makeCertificates, type Pair } from './certificates.ts'
import type { LdapServer } from './server.ts'

const run = promisify(execFile)
const first = (...paths: string[]) => paths.find((path) => existsSync(path)) ?? paths[0] ?? ''
const SLAPD = first('/usr/sbin/slapd', '/usr/libexec/slapd', '/usr/local/libexec/slapd')
const SCHEMAS = first('/etc/ldap/schema', '/etc/openldap/schema')
const MODULES = first('/usr/lib/ldap', '/usr/lib/openldap')

/** The one who may read what is closed to strangers. */
export const READER = { dn: (suffix: string) => `cn=reader,${suffix}`, password: 'reads for a living' }

export type DirectoryPerson = {
  uid: string
  password?: string
  /** entryUUID; the server makes one where there is none. */
  uuid?: string
  /** objectGUID, as in Active Directory. */
  guid?: Buffer
  /** Other attributes: `mail`, `departmentNumber`, `o`, `givenName` … */
  [attribute: string]: string | string[] | Buffer | undefined
}

export type Slapd = {
  port: number
  tlsPort: number
  certificates: Certificates
  /** A server's record with everything that a test does not say: StartTLS, service bind, search by uid. */
  server(values?: Partial<LdapServer>): LdapServer
  /** A port where the same directory is reached by ldaps under another certificate. */
  tlsWith(pair: Pair): Promise<number>
  stop(): Promise<void>
}

/**
 * A real slapd on ports of its own, with TLS by a throw-away CA, and under each suffix its people. Anybody may search
 * `ou=people`, only the reader `ou=closed`. At most 500 entries are given; to the reader all, in pages. It allows binds
 * without a password, which some servers in the field do.
 * @param directories by suffix (`dc=alpha`): people in `ou=people`; `closed` those in `ou=closed`; `ldif` is added as it is
 */
export async function startSlapd(
  directories: Record<string, { people?: DirectoryPerson[]; closed?: DirectoryPerson[]; ldif?: string }>,
): Promise<Slapd> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-slapd-'))
  const certificates = await makeCertificates(folder)
  const suffixes = Object.keys(directories)
  const file = join(folder, 'slapd.conf')
  await writeFile(file, configuration(folder, suffixes))
  for (const suffix of suffixes) await mkdir(join(folder, suffix))
  for (const [suffix, { people = [], closed = [], ldif = '' }] of Object.entries(directories)) {
    const entries = [
      root(suffix),
      ...people.map((one) => personLdif(one, `ou=people,${suffix}`)),
      ...closed.map((one) => personLdif(one, `ou=closed,${suffix}`)),
    ]
    const input = join(folder, `${suffix}.ldif`)
    await writeFile(input, `${entries.join('\n')}\n${ldif}`)
    await run(SLAPD, ['-Tadd', '-q', '-f', file, '-b', suffix, '-l', input])
  }
  const [port, tlsPort] = [await freePort(), await freePort()]
  const urls = `ldap://127.0.0.1:${port}/ ldaps://127.0.0.1:${tlsPort}/`
  const slapd = spawn(SLAPD, ['-f', file, '-h', urls, '-d', '0'], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => slapd.once('exit', () => resolve()))
  await answers(port)
  const terminators: Server[] = []
  return {
    port,
    tlsPort,
    certificates,
    server: (values = {}) => ({
      id: 1,
      name: 'alpha',
      url: `ldap://127.0.0.1:${port}`,
      startTls: true,
      ca: certificates.ca,
      baseDn: suffixes[0] ?? '',
      bindDn: READER.dn(suffixes[0] ?? ''),
      bindPassword: READER.password,
      nameAttribute: 'uid',
      filter: null,
      identityAttribute: 'entryUUID',
      connectMs: 1000,
      answerMs: 1500,
      ...values,
    }),
    async tlsWith({ cert, key }) {
      const server = createTlsServer({ cert, key }, (socket) => {
        const behind = connect(port, '127.0.0.1')
        for (const one of [socket, behind]) one.on('error', () => {})
        socket.pipe(behind).pipe(socket)
      })
      server.on('tlsClientError', () => {})
      terminators.push(server)
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      return typeof address === 'object' && address ? address.port : 0
    },
    async stop() {
      for (const server of terminators) server.close()
      slapd.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (isOpen) return
    await pause(20)
  }
  throw new Error('slapd does not start')
}

function configuration(folder: string, suffixes: string[]): string {
  const schemas = ['core', 'cosine', 'inetorgperson'].map((name) => `include ${SCHEMAS}/${name}.schema`)
  const modules = existsSync(`${MODULES}/back_mdb.so`) ? [`modulepath ${MODULES}`, 'moduleload back_mdb'] : []
  const databases = suffixes.map(
    (suffix) => `
database mdb
suffix "${suffix}"
directory ${join(folder, suffix)}
maxsize 67108864
dbnosync
index objectClass,entryUUID,uid eq
limits dn.exact="${READER.dn(suffix)}" size.soft=500 size.hard=500 size.prtotal=unlimited
access to attrs=userPassword by anonymous auth by * none
access to dn.subtree="ou=closed,${suffix}" by dn.exact="${READER.dn(suffix)}" read by anonymous auth by * none
access to * by * read`,
  )
  return [
    ...schemas,
    // What Active Directory has, as far as signing in looks at it.
    `attributetype ( 1.2.840.113556.1.4.2 NAME 'objectGUID' EQUALITY octetStringMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )`,
    `attributetype ( 1.2.840.113556.1.4.221 NAME 'sAMAccountName' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )`,
    `objectclass ( 1.2.840.113556.1.5.9 NAME 'user' SUP top AUXILIARY MAY ( objectGUID $ sAMAccountName ) )`,
    ...modules,
    'allow bind_anon_dn bind_anon_cred',
    'sizelimit 500',
    `TLSCACertificateFile ${join(folder, 'ca.pem')}`,
    `TLSCertificateFile ${join(folder, 'server.pem')}`,
    `TLSCertificateKeyFile ${join(folder, 'server.key')}`,
    ...databases,
    '',
  ].join('\n')
}

function root(suffix: string): string {
  const [type = 'dc', value = ''] = (suffix.split(',')[0] ?? '').split('=')
  const unit = (name: string) => `dn: ou=${name},${suffix}\nobjectClass: organizationalUnit\nou: ${name}\n`
  return [
    `dn: ${suffix}\nobjectClass: dcObject\nobjectClass: organization\n${type}: ${value}\no: ${value}\n`,
    unit('people'),
    unit('closed'),
    `dn: ${READER.dn(suffix)}\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: reader\nuserPassword: ${READER.password}\n`,
  ].join('\n')
}

function personLdif({ uid, password, uuid, guid, ...rest }: DirectoryPerson, parent: string): string {
  const lines = [
    line('dn', `uid=${uid.replaceAll(/[,+"\\<>;=#]/g, (sign) => `\\${sign}`)},${parent}`),
    'objectClass: inetOrgPerson',
    'objectClass: user',
    line('uid', uid),
    ...(rest.cn ? [] : [line('cn', uid)]),
    ...(rest.sn ? [] : [line('sn', uid)]),
    ...(uuid ? [`entryUUID: ${uuid}`] : []),
    ...(guid ? [line('objectGUID', guid)] : []),
    ...(password === undefined ? [] : [line('userPassword', password)]),
    ...Object.entries(rest).flatMap(([name, value]) => [value ?? []].flat().map((one) => line(name, one))),
  ]
  return `${lines.join('\n')}\n`
}

const line = (name: string, value: string | Buffer) => `${name}:: ${Buffer.from(value).toString('base64')}`
