import { databaseAnswers } from '#lib/db/queries.ts'

export const dynamic = 'force-dynamic'

/** The instance can serve pages: its database answers. */
export async function GET() {
  const ready = await databaseAnswers()
  return Response.json({ ready }, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
