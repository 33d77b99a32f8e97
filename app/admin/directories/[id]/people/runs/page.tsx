import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { Runs } from '#app/admin/provisioning/runs.tsx'

export default adminPage(async (viewer, { params }) => Runs({ viewer, server: idOf(params.id) }))
