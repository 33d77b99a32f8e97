import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { Tile, Tiles } from '#lib/ui/tile.tsx'
import { adminPage } from './admin-page.ts'
import { areasFor } from './areas.ts'
import { AdminFrame } from './page-frame.tsx'

/** Every room of the Admin Tool with one line that says what is done there. */
export default adminPage(
  async (viewer) => {
    const t = await getTranslations()
    return (
      <AdminFrame viewer={viewer} title={t('admin.overview')}>
        <Page>
          <PageHeader title={t('admin.title')} lead={t('admin.lead')} />
          {areasFor(viewer).map(({ group, areas }) => (
            <Section key={group} title={t(`admin.groups.${group}`)}>
              <Tiles>
                {areas.map(({ key, icon }) => (
                  <Tile
                    key={key}
                    href={paths.admin(key)}
                    icon={icon}
                    title={t(`admin.areas.${key}.title`)}
                    text={t(`admin.areas.${key}.text`)}
                  />
                ))}
              </Tiles>
            </Section>
          ))}
        </Page>
      </AdminFrame>
    )
  },
  (viewer) => viewer.administer || viewer.manage_news,
)
