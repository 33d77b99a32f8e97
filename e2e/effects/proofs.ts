import type { Annotation } from '#lib/groups/annotations.ts'
import type { FieldChange as DataFieldChange, GroupChange } from '#lib/groups/input.ts'
import type { HostChange } from '#lib/hosts/input.ts'
import type { LicenceChange } from '#lib/licence/input.ts'
import type { NewsChange } from '#lib/news/input.ts'
import type { ActivityChange } from '#lib/queues/activity-input.ts'
import type { FieldChange } from '#lib/queues/field-input.ts'
import type { QueueChange, QueueTextClassesChange, ServiceChange } from '#lib/queues/input.ts'
import type { StatusChange } from '#lib/queues/status-input.ts'
import type { GroupGrant, QueueGrant, Right } from '#lib/roles/grants.ts'
import type { SettingKey } from '#lib/settings/settings.ts'
import type { TextClassChange } from '#lib/text-classes/input.ts'

/** The file of a test, and its title or the beginning of it. */
type Test = readonly [file: string, title: string]
/** What an administrator may set has a test that it works, and one of what is refused or different without it; often they are one. */
export type Proof = { works: Test; without: Test }

/** One test that shows both. */
const both = (...test: Test): Proof => ({ works: test, without: test })

const settingTest = 'lib/settings/effects.test.ts'
const mailTest = 'lib/mail/commands/settings.test.ts'
const receiving = 'lib/mail-in/commands/receive.test.ts'
const link = 'the link of %s holds as long as %s says, and is sent no more afterwards'
const replies =
  'replies go to the address of the setting; about a ticket to the mailbox that takes them in, under its own token'
const sessions = both(settingTest, 'both limits hold for the sessions that begin from then on')

export const settings: Record<SettingKey, Proof> = {
  'contact.authentication.method': {
    works: ['lib/auth/admission.test.ts', '%s lets a password of the database in only where it says so'],
    without: ['lib/auth/admission.test.ts', 'that nobody knows is the default'],
  },
  'engineer.authentication.method': {
    works: ['lib/auth/ldap/modes.test.ts', 'of engineers, who have their own'],
    without: ['lib/auth/admission.test.ts', 'of customers is not that of engineers'],
  },
  'password.min_length': both(settingTest, 'the length of new passwords is asked of the next one'),
  'password.reset_minutes': both(mailTest, link),
  'invitation.hours': both(mailTest, link),
  'session.idle_minutes': { ...sessions, without: ['lib/auth/authenticate.test.ts', 'is nobody once %s'] },
  'session.absolute_minutes': { ...sessions, without: ['lib/auth/authenticate.test.ts', 'is nobody once %s'] },
  'attachment.max_megabytes': both(settingTest, 'a file may be as large as the setting says, and no larger'),
  'attachment.max_files': both(settingTest, 'no more files hang on a text than the setting says'),
  'mail.from': both(mailTest, 'mails come from the address of the setting, without one from the portal’s own host'),
  'mail.reply_to': both(mailTest, replies),
  'mail.hourly_limit': both(
    'lib/mail/commands/wishes.test.ts',
    'lets the rest wait, and puts it together when there is room',
  ),
  'mail_in.address': both(mailTest, replies),
  'mail_in.reply_days': both(receiving, 'an address to reply to holds as many days as the setting says'),
  'mail_in.poll_seconds': both(
    'lib/mail-in/commands/poll.test.ts',
    'the next look comes after as many seconds as the setting says',
  ),
  'mail_in.max_megabytes': both(receiving, 'it is too large: its beginning says from whom it came'),
  'mail_in.authserv_id': both(receiving, 'its sender is proven it is taken'),
}

const world: Test = ['e2e/access/database.test.ts', 'in every generated world, and after every operation of a sequence']
const writes: Test = [
  'e2e/access/writes.test.ts',
  'exactly what the specification refuses: to comment, create, edit fields',
]

export const queueGrants: Record<QueueGrant, Proof> = {
  read: {
    works: world,
    without: [
      'lib/tickets/queries/desk-list.test.ts',
      'shows an engineer the queues with read, and nothing of the others',
    ],
  },
  write: { works: writes, without: ['lib/tickets/queries/desk-ticket.test.ts', 'taking over without write'] },
  append: { works: writes, without: ['lib/tickets/queries/desk-ticket.test.ts', 'an answer without append'] },
  create: {
    works: writes,
    without: ['lib/tickets/commands/desk-commands.test.ts', 'is refused where the engineer may not create'],
  },
  execute: { works: writes, without: ['lib/tickets/queries/desk-ticket.test.ts', 'an activity without execute'] },
}

export const groupGrants: Record<GroupGrant, Proof> = {
  read: {
    works: world,
    without: ['lib/tickets/queries/desk-list.test.ts', 'hides tickets of a customer group without read'],
  },
  write: both(
    'lib/contacts/commands/save.test.ts',
    'without write it is refused, and of a group that one may not read nothing exists',
  ),
  modifyAccounts: {
    works: ['lib/accounts/commands/save-account.test.ts', 'an account has login, password and profile'],
    without: ['lib/accounts/commands/save-account.test.ts', 'without modify accounts it is refused'],
  },
  delete: both('lib/contacts/commands/standing.test.ts', 'a contact is deleted only with delete'),
}

export const rights: Record<Right, Proof> = {
  ownCompany: {
    works: world,
    without: ['e2e/portal/customer-day.spec.ts', 'shows nothing of the company where the profile may not see it'],
  },
  administer: {
    works: ['e2e/access/oracle/actions.test.ts', 'enter /admin only with administer'],
    without: ['lib/roles/commands/commands.test.ts', 'who does not administer changes no role'],
  },
  manageNews: both('lib/news/news.test.ts', 'who neither manages news nor administers changes nothing'),
  manageFaq: {
    works: ['lib/tickets/commands/desk-commands.test.ts', 'is opening and answering articles where one reads them'],
    without: ['lib/tickets/commands/desk-commands.test.ts', 'is nothing where one does not read them'],
  },
  secondFactor: both('e2e/sign-in/required.spec.ts', 'an engineer whose role asks for one is led there too'),
}

const accountFields =
  'without a field for the login there is no account, and without one for the password or directory none is set'
const treated = both('lib/contacts/commands/save.test.ts', 'an annotation says how a field is treated, and without it')

export const annotations: Record<Annotation, Proof> = {
  username: {
    works: ['lib/accounts/commands/save-account.test.ts', 'an account has login, password and profile'],
    without: ['lib/accounts/commands/save-account.test.ts', accountFields],
  },
  password: {
    works: ['lib/accounts/commands/save-account.test.ts', 'an account has login, password and profile'],
    without: ['lib/accounts/commands/save-account.test.ts', accountFields],
  },
  ldapid: {
    works: [
      'lib/accounts/commands/save-account.test.ts',
      'the directory name is kept where the data model has a field for it',
    ],
    without: ['lib/accounts/commands/save-account.test.ts', accountFields],
  },
  email: treated,
  readonly: treated,
  'personal-data': treated,
}

const shown = both(
  'e2e/desk/contacts.spec.ts',
  'contacts are found by what one knows of them, and changed by the data model',
)

export const dataFields: Record<keyof DataFieldChange, Proof> = {
  labels: shown,
  help: shown,
  options: both('lib/contacts/commands/save.test.ts', 'every field that is wrong is named'),
  required: both(
    'lib/contacts/commands/save.test.ts',
    'a required field is asked of every form until there is a value',
  ),
  annotations: treated,
}

const queueTest = 'lib/queues/commands/effects.test.ts'
const form = both(queueTest, 'a field’s words, help, section, initial value and place are those of the customers’ form')
const exposure = both(queueTest, 'exposure none hides a field, read shows its value, full asks for it')

export const ticketFields: Record<keyof FieldChange | 'order', Proof> = {
  type: both('lib/tickets/field-input.test.ts', 'of type %s: %j is refused'),
  labels: form,
  help: form,
  section: form,
  initial: form,
  order: form,
  required: exposure,
  exposure,
  condition: both(queueTest, 'a field with a condition is asked for only where the other field has the value'),
  options: both(queueTest, 'a choice that is not offered any more is asked of nobody'),
}

const step = both(queueTest, 'a step is offered in its statuses, to customers where it says so, asks for what it says')
export const activities: Record<keyof ActivityChange, Proof> = {
  labels: step,
  from: step,
  toStatusId: step,
  asksComment: step,
  formFields: step,
  customersMayExecute: step,
}

const status = both(queueTest, 'a status says what happens next and whether comments are taken')
export const statuses: Record<keyof StatusChange, Proof> = {
  labels: status,
  nextStep: status,
  kind: status,
  acceptsComments: status,
  isInitial: status,
}

const tile = both(queueTest, 'a queue is offered by its name, its words and its icon while it is active')
const classes = both(queueTest, 'a queue’s text classes are those that its writers have')
export const queues: Record<keyof QueueChange | keyof QueueTextClassesChange | keyof ServiceChange, Proof> = {
  key: tile,
  labels: tile,
  descriptions: tile,
  icon: tile,
  active: tile,
  kind: {
    works: world,
    without: ['lib/tickets/queries/desk-list.test.ts', 'keeps articles out of the views over all queues'],
  },
  allowed: classes,
  engineerTextClassId: classes,
  customerTextClassId: both(
    'lib/queues/commands/queue.test.ts',
    'customers write only in an allowed class that they can read',
  ),
  answerMinutes: {
    works: ['lib/tickets/commands/answer-due.test.ts', 'a change of the service counts for what waits already'],
    without: ['lib/tickets/commands/answer-due.test.ts', 'a queue that promises nothing owes nothing'],
  },
  serviceHours: {
    works: ['lib/queues/answer-due.test.ts', 'a Friday evening counts from Monday morning'],
    without: ['lib/queues/answer-due.test.ts', 'without service hours every minute counts'],
  },
}

export const textClasses: Record<keyof TextClassChange, Proof> = {
  labels: classes,
  icon: classes,
  colour: classes,
  customerVisible: both(
    'lib/text-classes/commands/text-class.test.ts',
    'a change of visibility holds for contacts at once',
  ),
}

const reaches = both('lib/news/news.test.ts', 'an announcement reaches the contacts of its customer groups at once')
const dated = both('lib/news/news.test.ts', 'what has not begun or is over is for nobody')
export const news: Record<keyof NewsChange, Proof> = {
  titles: reaches,
  bodies: both(
    'e2e/admin/customers.spec.ts',
    'an announcement is seen by the customers it is for as soon as it is saved',
  ),
  groups: reaches,
  visibleFrom: dated,
  visibleTo: dated,
}

const host = both('lib/hosts/hosts.test.ts', 'a host decides at once what is worn there and who signs in')
export const hosts: Record<keyof HostChange, Proof> = { host, theme: host, groups: host }

const named = both(
  'lib/groups/commands/groups.test.ts',
  'names follow the pattern of the group and the fields of the contact',
)
export const customerGroups: Record<keyof GroupChange, Proof> = {
  key: both('lib/groups/commands/groups.test.ts', 'a key is taken once, and a profile has to be one'),
  labels: both(
    'lib/groups/commands/groups.test.ts',
    'a customer group is made and changed, and the audit log tells both',
  ),
  hasCompanies: both('lib/groups/commands/groups.test.ts', 'companies stay while the group has some'),
  portalEnabled: both(
    'lib/groups/commands/groups.test.ts',
    'a portal that is switched off refuses its contacts at once',
  ),
  accountAssignment: {
    works: [
      'lib/accounts/commands/save-account.test.ts',
      'a group with a fixed profile gives it, whatever the form says',
    ],
    without: ['lib/accounts/commands/save-account.test.ts', 'a group that gives no accounts gives none'],
  },
  fixedProfileId: both('lib/groups/commands/groups.test.ts', 'a fixed profile is given to every account of the group'),
  theme: both('lib/themes/dress.test.ts', 'a company wears what it is given, before its customer group'),
  companyName: named,
  contactName: named,
}

export const licence: Record<keyof LicenceChange, Proof> = {
  seats: {
    works: ['lib/licence/licence.test.ts', 'the seat limit refuses the creation that would exceed it'],
    without: ['lib/licence/licence.test.ts', 'there is no limit by default'],
  },
  concurrentCustomers: {
    works: ['lib/licence/licence.test.ts', 'a customer takes a place at sign-in'],
    without: ['lib/licence/licence.test.ts', 'there is no limit by default'],
  },
}
