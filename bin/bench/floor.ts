import { createServer } from 'node:http'
import postgres from 'postgres'
import { z } from 'zod'

// A process of its own: the same SQL in the same transactions, the same number of bytes, and nothing else.

const pagesShape = z.array(
  z.object({
    bytes: z.number(),
    /** One inner list per transaction or single statement outside of one. */
    units: z.array(
      z.object({
        transaction: z.boolean(),
        statements: z.array(z.object({ text: z.string(), parameters: z.array(z.string().nullable()) })),
      }),
    ),
  }),
)
export type FloorPage = z.infer<typeof pagesShape>[number]

const asItIs = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (text: string) => text,
  parse: (text: string) => text,
})

// As the application has it; the driver's types do not know the option.
const unboundedPipeline = { max_pipeline: Number.MAX_SAFE_INTEGER }

/** Parameters come from a log as text and are sent on as they are. */
function connect(url: string) {
  const [bool, json, jsonb, date, timestamp, timestamptz] = [16, 114, 3802, 1082, 1114, 1184].map(asItIs)
  const types = { bool, json, jsonb, date, timestamp, timestamptz }
  return postgres(url, {
    max: 20,
    fetch_types: false,
    ...unboundedPipeline,
    onnotice: () => {},
    types: types as never,
  })
}

const sql = connect(process.env.DATABASE_URL ?? '')
const pages = pagesShape.parse(JSON.parse(process.env.FLOOR_PAGES ?? '[]'))
const bodies = pages.map(({ bytes }) => Buffer.alloc(bytes, 'x'))

async function answer(page: FloorPage): Promise<void> {
  for (const { transaction, statements } of page.units) {
    const run = async (on: postgres.Sql | postgres.TransactionSql) => {
      for (const { text, parameters } of statements) await on.unsafe(text, parameters, { prepare: true })
    }
    await (transaction ? sql.begin(run) : run(sql))
  }
}

createServer(async (request, response) => {
  const index = Number(request.url?.slice(1) ?? 0)
  const page = pages[index]
  if (!page) return response.writeHead(404).end()
  try {
    await answer(page)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(bodies[index])
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
}).listen(Number(process.env.PORT), '127.0.0.1')
