import { createServer } from 'node:net'
import { Failure } from '../prepare/failure.mjs'

/** Fails early, before minutes of building, when the server could not listen. */
export function checkPort(port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port, host)))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()))
  })
}

function refusal(error: NodeJS.ErrnoException, port: number, host: string | undefined): Failure {
  const remedies: Record<string, [string, string]> = {
    EADDRINUSE: [
      `Port ${port} is taken by another program.`,
      `Stop that program, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
    ],
    EACCES: [`Port ${port} may be opened by root only.`, 'Choose a port from 1024 on: PORT=3000 npm start'],
    EADDRNOTAVAIL: [
      `This machine has no address ${host}.`,
      'Correct HOST, or leave it out to listen on every address.',
    ],
    ENOTFOUND: [`The name ${host} does not lead to an address.`, 'Correct HOST, or leave it out.'],
  }
  const [what, remedy] = remedies[error.code ?? ''] ?? [
    `Port ${port} cannot be opened (${error.message}).`,
    'Choose another PORT.',
  ]
  return new Failure(what, 'Nothing was changed.', remedy, { cause: error })
}
