import { both } from '../labels.ts'
import { anyOf, daysLater, numbered, option, type QueueDefinition, weekdays } from './definition.ts'
import { technicalActivities, technicalStatuses } from './technical.ts'

const machine = both('Your machine', 'Ihre Maschine')
const effect = both('What it means for you', 'Was das für Sie bedeutet')
const inHouse = both('In house', 'Intern')

export const serviceDesk: QueueDefinition<'ServiceDesk'> = {
  key: 'ServiceDesk',
  labels: both('Service desk', 'Servicedesk'),
  descriptions: both(
    'Report a fault, book a service visit, ask about a delivery',
    'Störung melden, Serviceeinsatz buchen, nach einer Lieferung fragen',
  ),
  icon: 'settings',
  answerMinutes: 240,
  serviceHours: weekdays(7, 18),
  statuses: technicalStatuses,
  activities: technicalActivities,
  fields: [
    {
      key: 'request_kind',
      type: 'list',
      exposure: 'full',
      required: true,
      section: machine,
      initial: 'fault',
      labels: both('What is it about?', 'Worum geht es?'),
      options: [
        option('fault', 'A fault', 'Eine Störung'),
        option('visit', 'A service visit', 'Einen Serviceeinsatz'),
        option('delivery', 'A delivery', 'Eine Lieferung'),
        option('question', 'A question', 'Eine Frage'),
      ],
    },
    {
      key: 'serial_number',
      type: 'text',
      exposure: 'full',
      section: machine,
      labels: both('Serial number', 'Seriennummer'),
      help: both(
        'On the type plate, beginning with HF. A photo will do as well.',
        'Auf dem Typenschild, beginnt mit HF. Ein Foto genügt auch.',
      ),
      sample: numbered('HF-2#-0####'),
    },
    {
      key: 'installed_on',
      type: 'date',
      exposure: 'full',
      section: machine,
      labels: both('In operation since', 'In Betrieb seit'),
      sample: daysLater(-2600, -200),
    },
    {
      key: 'production_stopped',
      type: 'boolean',
      exposure: 'full',
      section: effect,
      labels: both('Production stands still', 'Die Produktion steht'),
      condition: { field: 'request_kind', values: ['fault'] },
      sample: anyOf(true, false, false),
    },
    {
      key: 'symptoms',
      type: 'multi_list',
      exposure: 'full',
      section: effect,
      condition: { field: 'request_kind', values: ['fault'] },
      labels: both('What do you notice?', 'Was fällt Ihnen auf?'),
      options: [
        option('leak', 'Leakage', 'Leckage'),
        option('noise', 'Noise or vibration', 'Geräusche oder Vibration'),
        option('pressure', 'Pressure too low or unsteady', 'Druck zu niedrig oder unruhig'),
        option('heat', 'Overheating', 'Überhitzung'),
        option('alarm', 'Alarm at the controller', 'Meldung an der Steuerung'),
      ],
      sample: anyOf(['leak'], ['noise'], ['pressure', 'alarm'], ['noise', 'heat'], ['alarm']),
    },
    {
      key: 'visit_at',
      type: 'date_time',
      exposure: 'full',
      section: effect,
      condition: { field: 'request_kind', values: ['visit'] },
      labels: both('Preferred time of the visit', 'Wunschtermin für den Einsatz'),
      sample: (random, day) => `${daysLater(5, 20)(random, day)}T0${random.between(7, 9)}:30`,
    },
    {
      key: 'priority',
      type: 'list',
      exposure: 'read',
      required: true,
      section: inHouse,
      initial: 'normal',
      labels: both('Priority', 'Priorität'),
      options: [
        option('low', 'Low', 'Niedrig'),
        option('normal', 'Normal', 'Normal'),
        option('high', 'High', 'Hoch'),
        option('urgent', 'Urgent', 'Dringend'),
      ],
      sample: anyOf('low', 'normal', 'normal', 'normal', 'high', 'urgent'),
    },
    {
      key: 'root_cause',
      type: 'text',
      exposure: 'none',
      section: inHouse,
      labels: both('Root cause', 'Ursache'),
      sample: anyOf(
        'Wear of the shaft seal',
        'Air in the suction line',
        'Wrong parameter set',
        'Sensor drift',
        'Bearing worn',
      ),
    },
    {
      key: 'cost_centre',
      type: 'number',
      exposure: 'none',
      section: inHouse,
      labels: both('Cost centre', 'Kostenstelle'),
      sample: (random) => random.between(4100, 4190),
    },
  ],
}
