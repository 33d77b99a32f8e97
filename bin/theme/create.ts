import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '#lib/env.ts'
import { isHex } from '#lib/themes/colour.ts'
import { themeId } from '#lib/themes/manifest.ts'
import { scaffold } from '#lib/themes/scaffold.ts'
import { svgFault } from '#lib/themes/svg.ts'
import { check } from './check.ts'
import { fail } from './report.ts'

type Order = { id: string; brand: string; logo: string; name: string | undefined }

/** Writes a theme's folder from a brand colour and a logo, then checks it. Nothing is written when an argument is wrong. */
export function create({ id, brand, logo, name = id }: Order): number {
  const dir = path.join(env.themesDir, id)
  if (!themeId.safeParse(id).success)
    return fail(`"${id}" cannot be a theme's name: lower-case letters, digits and hyphens, at most 40.`)
  if (!isHex(brand)) return fail(`"${brand}" is not a colour. Write it as "#0a5c36", in quotes.`)
  if (existsSync(dir)) return fail(`${dir} exists already. Choose another name or change the files there.`)
  if (!existsSync(logo)) return fail(`${logo} does not exist. Give the path of an SVG file.`)
  const drawing = readFileSync(logo, 'utf8')
  const fault = svgFault(drawing)
  if (fault) return fail(`${logo} ${fault.reason}. Export it as plain SVG: shapes only, text turned into outlines.`)
  for (const [file, text] of Object.entries(scaffold({ id, name, brand, logo: drawing }))) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true })
    writeFileSync(path.join(dir, file), text)
  }
  process.stdout.write(`Wrote ${path.relative(process.cwd(), dir)}\n`)
  return check(id, 'text')
}
