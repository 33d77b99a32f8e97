import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { RunReport } from '#app/admin/provisioning/run-report.tsx'

export default adminPage(async (viewer, { params, search }) =>
  RunReport({ viewer, server: idOf(params.id), run: idOf(params.run), search }),
)
