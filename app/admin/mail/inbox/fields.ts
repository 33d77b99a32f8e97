import { getTranslations } from '#lib/i18n/translations.ts'
import type { InboxState } from '#lib/mail-in/queries/inbox.ts'
import { SECURITIES } from '#lib/mail-in/security.ts'
import type { RecordSection } from '#lib/ui/record-form.tsx'

/** The form of the mailbox; what a new one starts with is what most mail servers have. */
export async function inboxSections(inbox: InboxState | null): Promise<RecordSection[]> {
  const t = await getTranslations('mailIn.inbox')
  return [
    {
      title: t('server'),
      fields: [
        { kind: 'hidden', name: 'version', value: inbox?.version ?? '' },
        { kind: 'checkbox', name: 'active', label: t('active'), checked: inbox?.active ?? true },
        { kind: 'text', name: 'host', label: t('host'), value: inbox?.host, autoComplete: 'off', spellCheck: false },
        {
          kind: 'radio',
          name: 'security',
          label: t('security'),
          options: SECURITIES.map((one) => ({ value: one, label: t(`securities.${one}`) })),
          value: inbox?.security ?? 'tls',
        },
        {
          kind: 'text',
          name: 'port',
          label: t('port'),
          help: t('portHelp'),
          inputMode: 'numeric',
          value: inbox?.port ?? 993,
        },
        { kind: 'text', name: 'login', label: t('login'), value: inbox?.login, autoComplete: 'off', spellCheck: false },
        {
          kind: 'password',
          name: 'password',
          label: t('password'),
          ...(inbox ? { help: t('passwordHelp') } : {}),
          autoComplete: 'new-password',
        },
      ],
    },
    {
      title: t('folders'),
      fields: [
        { kind: 'text', name: 'folder', label: t('folder'), value: inbox?.folder ?? 'INBOX' },
        {
          kind: 'text',
          name: 'doneFolder',
          label: t('doneFolder'),
          help: t('doneFolderHelp'),
          value: inbox?.doneFolder ?? 'Portico',
        },
      ],
    },
  ]
}
