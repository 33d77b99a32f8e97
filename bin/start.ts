import { step } from './prepare/progress.mjs'
import { announce } from './start/announce.ts'
import { build, isBuilt, sourceHash } from './start/build.ts'
import { readOptions } from './start/options.ts'
import { prepare, root } from './start/prepare.ts'
import { serve } from './start/serve.ts'
import { untilStopped } from './start/until-stopped.ts'

await untilStopped(async (stop) => {
  const options = readOptions(process.env)
  const { env, signIns, administrator, close } = await prepare(options, stop)
  try {
    const hash = sourceHash(root)
    if (!isBuilt(root, hash)) await step('Building the application', () => build(root, hash, stop))
    return await serve(root, 'start', options, env, () => announce(options, { signIns, administrator }), stop)
  } finally {
    await close()
  }
})
