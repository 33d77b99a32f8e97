import { env } from '#lib/env.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { checkTheme } from '#lib/themes/check/index.ts'
import { buildAll } from '#lib/themes/collect.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

const TONES = { refuse: 'danger', repair: 'warning', note: 'low' } as const

/** What checking the theme's folder finds now, as the command says it, in the designer's language. */
export async function Findings({ theme }: { theme: string }) {
  const t = await getTranslations('themesAdmin.check')
  const findings = checkTheme(theme, buildAll(env.themesDir)).slice(0, 200)
  if (findings.length === 0)
    return (
      <Section title={t('title')}>
        <p>{t('none')}</p>
      </Section>
    )
  return (
    <Section title={t('title')}>
      <p>{t('lead', { id: theme })}</p>
      <Panel>
        <Table
          plain
          caption={t('title')}
          rows={findings.map((finding, at) => ({ ...finding, at }))}
          rowKey={({ at }) => at}
          columns={[
            {
              key: 'effect',
              label: t('effect'),
              cell: ({ effect }) => <Badge tone={TONES[effect]}>{t(`effects.${effect}`)}</Badge>,
            },
            { key: 'reason', label: t('reason'), heading: true, cell: ({ reason }) => reason },
            {
              key: 'file',
              label: t('file'),
              labelled: true,
              cell: ({ file, line }) => (line ? `${file}:${line}` : file),
            },
            { key: 'remedy', label: t('remedy'), labelled: true, cell: ({ remedy }) => remedy },
          ]}
        />
      </Panel>
    </Section>
  )
}
