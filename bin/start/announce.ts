import { paths } from '#lib/paths.ts'
import { elapsed } from '../prepare/progress.mjs'
import type { SignIn } from '../seed/demo/sign-ins.ts'
import type { FirstAdministrator } from './first-administrator.ts'
import type { Options } from './options.ts'

type Known = { signIns: SignIn[]; administrator: FirstAdministrator | undefined }

/** Addresses and whom to sign in as, for people; a program that started this one is told as well. */
export function announce({ publicUrl, port, dataDir }: Options, { signIns, administrator }: Known): void {
  const lines = [`\nPortico is ready after ${elapsed()}: ${publicUrl}`]
  if (publicUrl !== `http://localhost:${port}`) lines.push(`On this machine: http://localhost:${port}`)
  lines.push(`Data folder: ${dataDir}`)
  if (signIns.length)
    lines.push('\nDemo sign-ins', ...table(signIns.map((row) => [row.who, row.address, row.login, row.password])))
  if (administrator)
    lines.push(
      '\nNobody has signed in at the desk yet. Begin as its first administrator; the password is for one sign-in.',
      ...table([[`${publicUrl}${paths.deskSignIn()}`, administrator.login, administrator.password]]),
    )
  process.stdout.write(`${lines.join('\n')}\n\nCtrl-C stops it.\n`)
  process.send?.('ready')
}

function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
}
