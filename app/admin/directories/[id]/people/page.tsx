import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { Rules } from '#app/admin/provisioning/rules.tsx'

export default adminPage(async (viewer, { params, search }) =>
  Rules({ viewer, source: { kind: 'ldap', id: idOf(params.id) }, done: search.done }),
)
