import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import type { Viewer } from '../access/viewer.ts'
import { sessionIdOf } from './next-auth.ts'
import { viewerOfSession } from './sessions.ts'

/** As whom this request acts; read from the database once a request. */
export const getViewer = cache(async (): Promise<Viewer> => viewerOf(await headers()))

export async function viewerOf(requestHeaders: Headers): Promise<Viewer> {
  const session = await sessionIdOf(requestHeaders)
  return (session && (await viewerOfSession(session))) || { kind: 'anonymous' }
}
