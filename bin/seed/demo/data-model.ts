import type { Labels } from '#lib/db/schema/columns.ts'
import type { Annotation } from '#lib/groups/annotations.ts'
import type { FieldOption, FieldType } from '#lib/tickets/field-types.ts'
import type { PortalGroupKey } from './groups.ts'
import { both } from './labels.ts'
import { option } from './queues/definition.ts'

type DataField = {
  key: string
  type: FieldType
  labels: Labels
  annotations?: Annotation[]
  help?: Labels
  required?: boolean
  options?: FieldOption[]
}
type FieldGroup = { level: 'company' | 'contact'; labels: Labels; fields: DataField[] }

/** The labels of the portal's fields are each site's own; only the annotations say what they are. */
const portalFields = (login: Labels, password: Labels): FieldGroup => ({
  level: 'contact',
  labels: both('Portal', 'Portal'),
  fields: [
    { key: 'track_login', type: 'text', labels: login, annotations: ['username'] },
    { key: 'track_password', type: 'text', labels: password, annotations: ['password'] },
    { key: 'directory_id', type: 'text', labels: both('Directory name', 'Verzeichnisname'), annotations: ['ldapid'] },
  ],
})

const person = (position: Labels, email?: 'required'): FieldGroup => ({
  level: 'contact',
  labels: both('Person', 'Person'),
  fields: [
    { key: 'position', type: 'text', labels: position },
    {
      key: 'email',
      type: 'email',
      labels: both('E-mail', 'E-Mail'),
      required: email === 'required',
      annotations: ['email', 'personal-data'],
    },
    { key: 'phone', type: 'text', labels: both('Phone', 'Telefon'), annotations: ['personal-data'] },
  ],
})

const company = (number: Labels, industry: Labels): FieldGroup => ({
  level: 'company',
  labels: both('Master data', 'Stammdaten'),
  fields: [
    { key: 'customer_number', type: 'text', labels: number, annotations: ['readonly'] },
    { key: 'industry', type: 'text', labels: industry },
    { key: 'city', type: 'text', labels: both('City', 'Ort') },
    {
      key: 'contract',
      type: 'list',
      labels: both('Contract', 'Vertrag'),
      options: [
        option('basic', 'Basic', 'Basis'),
        option('plus', 'Plus', 'Plus'),
        option('premium', 'Premium', 'Premium'),
      ],
    },
  ],
})

export const demoDataModel: Record<PortalGroupKey, FieldGroup[]> = {
  hartmann: [
    company(both('Customer number', 'Kundennummer'), both('Industry', 'Branche')),
    person(both('Position', 'Funktion')),
    portalFields(both('CM.Track login', 'CM.Track-Login'), both('CM.Track password', 'CM.Track-Passwort')),
  ],
  havelia: [
    company(both('Partner number', 'Partnernummer'), both('Kind of partner', 'Art des Partners')),
    person(both('Role', 'Rolle'), 'required'),
    portalFields(both('Member login', 'Benutzername'), both('Member password', 'Kennwort')),
  ],
  lindenau: [
    company(both('Number in the register', 'Registernummer'), both('Purpose', 'Zweck')),
    person(both('Office in the club', 'Amt im Verein')),
    portalFields(both('Citizen account', 'Bürgerkonto'), both('Password', 'Passwort')),
  ],
}
