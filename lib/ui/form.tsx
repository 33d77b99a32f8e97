import type { ComponentProps, ReactNode } from 'react'

/** One column of fields with one rhythm. The browser's own bubbles stay off: the server says what is wrong, in the page's words. */
export function Form(props: ComponentProps<'form'>) {
  return <form data-part="form" noValidate {...props} />
}

export function FormSection({ title, help, children }: { title: ReactNode; help?: ReactNode; children: ReactNode }) {
  return (
    <section data-part="form-section">
      <h2>{title}</h2>
      {help ? <div data-part="field-note">{help}</div> : null}
      {children}
    </section>
  )
}

/** Stays in sight under a long form; `children` are the buttons, `status` tells what changed. */
export function StickySaveBar({ status, children }: { status: ReactNode; children: ReactNode }) {
  return (
    <div data-part="save-bar">
      <p role="status">{status}</p>
      {children}
    </div>
  )
}

/** A row of filters that is one GET form; `children` are the fields and the button. */
export function Filters(props: ComponentProps<'form'>) {
  return <form data-part="filters" method="get" {...props} />
}
