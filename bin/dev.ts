import { announce } from './start/announce.ts'
import { readOptions } from './start/options.ts'
import { prepare, root } from './start/prepare.ts'
import { serve } from './start/serve.ts'
import { untilStopped } from './start/until-stopped.ts'

await untilStopped(async (stop) => {
  const options = readOptions(process.env)
  const { env, signIns, administrator, close } = await prepare(options, stop)
  try {
    return await serve(root, 'dev', options, env, () => announce(options, { signIns, administrator }), stop)
  } finally {
    await close()
  }
})
