import type { Layer } from '../layer.ts'
import { lineAt, type Problem } from '../problem.ts'

/** A theme must not speak of another one: what is served for one company would tell that the other is a customer too. */
export function foreignNames(chain: readonly [Layer, ...Layer[]], others: readonly Layer[]): Problem[] {
  const [{ folder }] = chain
  const foreign = others.filter((other) => !chain.includes(other) && other.manifest.id !== 'default')
  return [...folder.files]
    .filter(([file]) => /^(texts|slots)\/|\.svg$|^custom\.css$/.test(file))
    .flatMap(([file, bytes]) => {
      const text = bytes.toString('utf8')
      return foreign.flatMap(({ manifest }): Problem[] => {
        const at = text.toLowerCase().indexOf(manifest.name.toLowerCase())
        if (at < 0) return []
        return [
          {
            effect: 'refuse',
            file,
            line: lineAt(text, at),
            reason: `names another theme, "${manifest.name}"`,
            remedy: 'Take the name out.',
          },
        ]
      })
    })
}
