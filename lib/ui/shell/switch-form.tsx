import type { ComponentProps } from 'react'

/** One form whose buttons choose a value at once: the language, light or dark. Works without a script. */
export function SwitchForm({
  action,
  label,
  name,
  options,
  current,
  keep = {},
}: {
  action: NonNullable<ComponentProps<'form'>['action']>
  label: string
  name: string
  options: readonly { value: string; label: string; lang?: string }[]
  current: string
  /** Hidden values, such as the page to come back to. */
  keep?: Record<string, string>
}) {
  return (
    <form action={action} method={typeof action === 'string' ? 'post' : undefined} data-part="switch">
      <fieldset>
        <legend>{label}</legend>
        {Object.entries(keep).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {options.map((option) => (
          <button
            type="submit"
            key={option.value}
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === current}
          >
            {option.label}
          </button>
        ))}
      </fieldset>
    </form>
  )
}

/** A menu entry that is a form, such as "Sign out". */
export function MenuButton(props: ComponentProps<'button'>) {
  return <button type="submit" data-part="menu-item" {...props} />
}
