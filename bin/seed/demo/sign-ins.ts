import { hostOf } from './groups.ts'
import { DEMO_PASSWORD } from './password.ts'

export type SignIn = { who: string; address: string; login: string; password: string }

/** Whom to try the demo as. */
export function demoSignIns(port: string): SignIn[] {
  const at = (host: string, path: string) => `http://${host}:${port}${path}`
  const rows = [
    ['Customer, industrial supplier', at(hostOf('hartmann'), '/'), 'lena.brandt'],
    ['Customer who sees the company', at(hostOf('hartmann'), '/'), 'tom.whitfield'],
    ['Member, health insurer', at(hostOf('havelia'), '/'), 'miriam.vogel'],
    ['Resident, city', at(hostOf('lindenau'), '/'), 'jonas.weber'],
    ['Engineer', at('localhost', '/desk'), 'katrin.berger'],
    ['Administrator', at('localhost', '/desk'), 'robert.stein'],
  ] as const
  return rows.map(([who, address, login]) => ({ who, address, login, password: DEMO_PASSWORD }))
}
