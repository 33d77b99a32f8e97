import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']

export type Pair = { cert: string; key: string }
/** PEM. `server` is for 127.0.0.1 and localhost; the others are what must be refused. */
export type Certificates = { ca: string; server: Pair; expired: Pair; otherHost: Pair; stranger: Pair }

/** For tests: a throw-away CA and what it signed, left in this folder too (`ca.pem`, `server.pem`, `server.key` …). */
export async function makeCertificates(folder: string): Promise<Certificates> {
  await Promise.all([authority(folder, 'ca'), authority(folder, 'stranger-ca')])
  const here = 'subjectAltName=IP:127.0.0.1,DNS:localhost'
  const [server, expired, otherHost, stranger] = await Promise.all([
    signed(folder, 'server', 'ca', here, '2'),
    signed(folder, 'expired', 'ca', here, '-1'),
    signed(folder, 'other-host', 'ca', 'subjectAltName=DNS:elsewhere.example', '2'),
    signed(folder, 'stranger', 'stranger-ca', here, '2'),
  ])
  return { ca: await readFile(join(folder, 'ca.pem'), 'utf8'), server, expired, otherHost, stranger }
}

async function authority(folder: string, name: string): Promise<void> {
  const at = (end: string) => join(folder, `${name}.${end}`)
  await run('openssl', [
    'req',
    '-x509',
    ...KEY,
    '-keyout',
    at('key'),
    '-out',
    at('pem'),
    '-days',
    '2',
    '-subj',
    `/CN=${name}`,
  ])
}

async function signed(folder: string, name: string, by: string, names: string, days: string): Promise<Pair> {
  const at = (end: string, of = name) => join(folder, `${of}.${end}`)
  await run('openssl', ['req', ...KEY, '-keyout', at('key'), '-out', at('csr'), '-subj', '/CN=directory'])
  await writeFile(at('ext'), `${names}\n`)
  const authority = [
    '-CA',
    at('pem', by),
    '-CAkey',
    at('key', by),
    '-set_serial',
    String(Math.floor(Math.random() * 1e9)),
  ]
  await run('openssl', [
    'x509',
    '-req',
    '-in',
    at('csr'),
    '-out',
    at('pem'),
    ...authority,
    '-days',
    days,
    '-extfile',
    at('ext'),
  ])
  return { cert: await readFile(at('pem'), 'utf8'), key: await readFile(at('key'), 'utf8') }
}
