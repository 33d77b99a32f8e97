import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { RuleForm } from '#app/admin/provisioning/rule-form.tsx'

export default adminPage(async (viewer, { params }) =>
  RuleForm({
    viewer,
    source: { kind: 'ldap', id: idOf(params.id) },
    rule: params.rule === 'new' ? undefined : idOf(params.rule),
  }),
)
