import { both } from '../labels.ts'
import { anyOf, numbered, option, type QueueDefinition, weekdays } from './definition.ts'
import { technicalActivities, technicalStatuses } from './technical.ts'

const question = both('Your question', 'Ihre Frage')
const installation = both('Your installation', 'Ihre Anlage')
const inHouse = both('In house', 'Intern')

export const helpdesk: QueueDefinition<'Helpdesk_2nd_Level'> = {
  key: 'Helpdesk_2nd_Level',
  labels: both('Technical support, 2nd level', 'Technischer Support, 2nd Level'),
  descriptions: both(
    'Ask our application engineers about controllers, software and design',
    'Fragen Sie unsere Anwendungstechnik zu Steuerung, Software und Auslegung',
  ),
  icon: 'info',
  answerMinutes: 960,
  serviceHours: weekdays(8, 17),
  statuses: technicalStatuses,
  activities: technicalActivities,
  fields: [
    {
      key: 'component',
      type: 'list',
      exposure: 'full',
      required: true,
      section: question,
      labels: both('Product', 'Produkt'),
      options: [
        option('controller', 'FlowControl controller', 'Steuerung FlowControl'),
        option('dosing', 'DosiLine dosing pumps', 'Dosierpumpen DosiLine'),
        option('booster', 'Booster sets', 'Druckerhöhungsanlagen'),
        option('software', 'FlowView software', 'Software FlowView'),
        option('other', 'Something else', 'Etwas anderes'),
      ],
    },
    {
      key: 'firmware',
      type: 'text',
      exposure: 'full',
      section: question,
      labels: both('Firmware or version', 'Firmware oder Version'),
      condition: { field: 'component', values: ['controller', 'software', 'dosing'] },
      sample: anyOf('4.2.1', '4.3.0', '4.3.2', '5.0.0-rc2', '3.9.14'),
    },
    {
      key: 'fieldbus',
      type: 'list',
      exposure: 'full',
      section: question,
      labels: both('Connection', 'Anbindung'),
      condition: { field: 'component', values: ['controller', 'dosing'] },
      options: [
        option('profinet', 'PROFINET', 'PROFINET'),
        option('modbus', 'Modbus TCP', 'Modbus TCP'),
        option('opcua', 'OPC UA', 'OPC UA'),
        option('none', 'None', 'Keine'),
      ],
    },
    {
      key: 'description',
      type: 'long_text',
      exposure: 'full',
      section: installation,
      labels: both('Medium, temperature, flow', 'Medium, Temperatur, Fördermenge'),
      sample: anyOf(
        'Water with 30 % glycol, 18 °C, 12 m³/h',
        'Caustic soda 20 %, 45 °C, 350 l/h',
        'Seawater, 8 to 22 °C, 60 m³/h',
        'Whey, 65 °C, 9 m³/h',
      ),
    },
    {
      key: 'project_link',
      type: 'link',
      exposure: 'full',
      section: installation,
      labels: both('Link to drawings', 'Link zu den Zeichnungen'),
      sample: numbered('https://plm.hartmann-fluid.example/drawing/47##-0##'),
    },
    {
      key: 'reported_by',
      type: 'contact',
      exposure: 'read',
      section: inHouse,
      labels: both('Reported by', 'Gemeldet von'),
    },
    {
      key: 'bug_number',
      type: 'text',
      exposure: 'read',
      section: inHouse,
      labels: both('Known issue', 'Bekannter Fehler'),
      sample: numbered('FC-2###'),
    },
    {
      key: 'root_cause',
      type: 'text',
      exposure: 'none',
      section: inHouse,
      labels: both('Root cause', 'Ursache'),
      sample: anyOf('Configuration', 'Firmware defect', 'Wiring', 'Design outside the curve'),
    },
    {
      key: 'effort_hours',
      type: 'number',
      exposure: 'none',
      section: inHouse,
      labels: both('Effort in hours', 'Aufwand in Stunden'),
      sample: (random) => random.between(1, 24) / 2,
    },
  ],
}
