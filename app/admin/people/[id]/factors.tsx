import { heldFactors, holdsFactor } from '#app/parts/second-factor/held.ts'
import type { FactorsHeld } from '#lib/factors/queries/of-person.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Actions, ButtonLink } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'

/** Whether the engineer has a second factor, and the way to take a lost one; one's own is on one's account page. */
export async function Factors({ id, own, held }: { id: number; own: boolean; held: FactorsHeld }) {
  const t = await getTranslations('factors')
  return (
    <Section title={t('card.title')}>
      <p>{await heldFactors(held)}</p>
      {holdsFactor(held) && !own ? (
        <Actions>
          <ButtonLink href={paths.admin('people', id, 'second-factor')}>{t('card.lost')}</ButtonLink>
        </Actions>
      ) : null}
    </Section>
  )
}
