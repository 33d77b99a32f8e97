import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { SettingsForm } from '#app/admin/provisioning/settings-form.tsx'

export default adminPage(async (viewer, { params, search }) =>
  SettingsForm({ viewer, source: { kind: 'ldap', id: idOf(params.id) }, done: search.done }),
)
