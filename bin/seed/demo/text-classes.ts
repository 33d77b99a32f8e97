import { both } from './labels.ts'

/** What a text may be. Customers read the first three kinds; the notes stay with the engineers (V5). */
export const demoTextClasses = [
  { key: 'customer_answer', labels: both('Answer', 'Antwort'), customerVisible: true, colour: 'info', icon: 'message' },
  {
    key: 'customer_comment',
    labels: both('Comment', 'Kommentar'),
    customerVisible: true,
    colour: 'neutral',
    icon: 'user',
  },
  {
    key: 'solution',
    labels: both('Solution', 'Lösung'),
    customerVisible: true,
    colour: 'success',
    icon: 'circleCheck',
  },
  {
    key: 'internal_note',
    labels: both('Internal note', 'Interne Notiz'),
    customerVisible: false,
    colour: 'warning',
    icon: 'lock',
  },
  {
    key: 'phone_note',
    labels: both('Phone note', 'Telefonnotiz'),
    customerVisible: false,
    colour: 'warning',
    icon: 'bell',
  },
] as const

export type TextClassKey = (typeof demoTextClasses)[number]['key']
