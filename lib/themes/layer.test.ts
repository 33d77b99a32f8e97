import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chainOf } from './chain.ts'
import { layerOf, manifestSchema } from './layer.ts'
import { folderOf, layerWith, manifestOf } from './testing.ts'

const first = (manifest: string) => layerOf(folderOf('acme', { 'theme.json': manifest })).problems[0]

describe('theme.json', () => {
  it('with an unknown key says where it is and what was meant', () => {
    const manifest = '{\n"id":"acme","name":"Acme","version":"1.0.0","contract":1,\n"layout":{\n"headr":"bar"}}'
    expect(first(manifest)).toEqual({
      effect: 'refuse',
      file: 'theme.json',
      line: 4,
      reason: 'unknown key "layout.headr"',
      remedy: 'Did you mean "header"?',
    })
  })

  it('with an unknown choice names the nearest one', () => {
    expect(first(manifestOf('acme', { layout: { login: 'splitt' } }))?.remedy).toBe('Did you mean "split"?')
  })

  it.each([
    ['broken JSON', '{'],
    ['another id than its folder', manifestOf('other')],
    ['a newer contract', manifestOf('acme', { contract: 2 })],
    ['a colour by name', manifestOf('acme', { brand: { color: 'red' } })],
    ['a file outside its folder', manifestOf('acme', { assets: { logo: 'brand/../../secret.svg' } })],
    ['a link that runs script', manifestOf('acme', { links: { imprint: 'javascript:alert(1)' } })],
    ['a link to another protocol-relative host', manifestOf('acme', { links: { imprint: '//evil.example' } })],
    ['a prototype key', '{"__proto__":{"id":"acme"}}'],
    [
      'a font family that would end its string',
      manifestOf('acme', { fonts: [{ family: 'A";}', file: 'fonts/a.woff2' }] }),
    ],
  ])('with %s is refused', (_what, manifest) => {
    expect(first(manifest)).toMatchObject({ effect: 'refuse', file: 'theme.json' })
  })

  it('has its schema published beside the themes', () => {
    expect(JSON.parse(readFileSync('themes/theme.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(manifestSchema())),
    )
  })
})

describe('parents', () => {
  const family = (parents: Record<string, string>) =>
    new Map(
      Object.entries(parents).map(([id, parent]) => [
        id,
        layerWith(id, { 'theme.json': manifestOf(id, { extends: parent }) }),
      ]),
    )
  const chainFrom = (id: string, layers: ReturnType<typeof family>) => {
    const layer = layers.get(id)
    if (!layer) throw new Error(id)
    return chainOf(layer, layers)
  }

  it('are followed three deep', () => {
    const chain = chainFrom('a', family({ a: 'b', b: 'c', c: 'd', d: 'default' }))
    expect(Array.isArray(chain) && chain.map(({ manifest }) => manifest.id)).toEqual(['a', 'b', 'c', 'd'])
    expect(chainFrom('a', family({ a: 'b', b: 'c', c: 'd', d: 'e', e: 'default' }))).toMatchObject({
      reason: 'more than 3 parents',
    })
  })

  it('that are missing or run in a circle are refused', () => {
    expect(chainFrom('a', family({ a: 'bc', b: 'default' }))).toMatchObject({
      effect: 'refuse',
      remedy: 'Did you mean "b"?',
    })
    expect(chainFrom('a', family({ a: 'b', b: 'a' }))).toMatchObject({ reason: 'the parents run in a circle at "a"' })
  })
})
