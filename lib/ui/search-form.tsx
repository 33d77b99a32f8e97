import { Button } from '#lib/ui/button.tsx'

/** A search field with its button; a GET form, so the result has an address. `keep` are values that travel along. */
export function SearchForm({
  action,
  name = 'q',
  label,
  button,
  defaultValue,
  placeholder,
  keep = {},
}: {
  action: string
  name?: string
  label: string
  button: string
  defaultValue?: string | undefined
  placeholder?: string
  keep?: Record<string, string>
}) {
  return (
    <search>
      <form action={action} method="get" data-part="search">
        <input
          type="search"
          name={name}
          aria-label={label}
          defaultValue={defaultValue}
          placeholder={placeholder}
          data-part="input"
        />
        {Object.entries(keep).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <Button>{button}</Button>
      </form>
    </search>
  )
}
