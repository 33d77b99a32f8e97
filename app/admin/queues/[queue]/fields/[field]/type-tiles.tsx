import { getTranslations } from '#lib/i18n/translations.ts'
import { FIELD_TYPES, type FieldType } from '#lib/tickets/field-types.ts'
import type { IconName } from '#lib/ui/icon-shapes.ts'
import { Tile, Tiles } from '#lib/ui/tile.tsx'

const ICONS = {
  text: 'pencil',
  long_text: 'text',
  number: 'sheet',
  date: 'bell',
  date_time: 'bell',
  boolean: 'check',
  list: 'menu',
  multi_list: 'circleCheck',
  email: 'mail',
  link: 'arrowRight',
  contact: 'user',
} as const satisfies Record<FieldType, IconName>

/** The first step to a new field: what it holds. */
export async function TypeTiles({ hrefOf }: { hrefOf: (type: FieldType) => string }) {
  const t = await getTranslations('queues.fields')
  return (
    <>
      <p>{t('newLead')}</p>
      <Tiles>
        {FIELD_TYPES.map((type) => (
          <Tile
            key={type}
            href={hrefOf(type)}
            icon={ICONS[type]}
            title={t(`types.${type}`)}
            text={t(`typeTexts.${type}`)}
          />
        ))}
      </Tiles>
    </>
  )
}
