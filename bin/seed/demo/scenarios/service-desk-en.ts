import { drawing, log, pdf, sheet } from '../files/sketch.ts'
import { answer, ask, colleague, customer, note, phone, solution, storiesOf } from './scenario.ts'

const pump = ['HF-N 40/160', 'HF-N 65/200', 'HF-B 32/125', 'HF-V 80/250', 'HF-R 150/400']
const area = ['CIP station', 'cooling loop B', 'intake 3', 'filling hall', 'utility building', 'acid storage']

export const serviceDeskEn = storiesOf('ServiceDesk', 'en')(
  {
    subjects: [
      'Pressure drops on the booster set, {area}',
      'Booster set cannot hold {bar} bar',
      '{area}: supply pressure unsteady since this morning',
    ],
    slots: { area, bar: ['5.5', '6.0', '7.5'], low: ['3.1', '3.8', '4.2'] },
    fields: { request_kind: 'fault', symptoms: ['pressure', 'alarm'], root_cause: 'Check valve of pump 2 stuck open' },
    lines: [
      customer(
        'Hi,\n\nthe booster set in {area} should hold {bar} bar but sags to {low} whenever the second pump starts. Nothing was changed on our side. The alarm list says *low pressure, warning* about forty times since midnight.',
        drawing('pressure-since-midnight.png', 'curve'),
      ),
      note(
        'Looks like a stuck check valve, same picture as at the dairy last year. Order number of the valve kit: HF-ET 712-04.',
      ),
      ask(
        'Hello {first},\n\nthank you for the curve, that helps. Please try this:\n\n1. close the discharge valve of pump 2\n2. start pump 1 alone and wait two minutes\n3. tell us whether the pressure stays at {bar} bar\n\nIf it does, water runs back through pump 2.\n\nRegards, {engineer}',
      ),
      customer('With pump 2 closed off it holds {bar} bar without any trouble. So it is the check valve?'),
      answer(
        'Yes. A valve kit is on its way and arrives tomorrow before ten. Until then you can run on pump 1 alone, it carries your normal load.',
      ),
      colleague(
        'Fitted during the night shift. Pressure is flat again, see the export.',
        sheet('pressure-after-repair.csv', 'pressure_bar', 'pump1_percent', 'pump2_percent'),
      ),
      solution(
        'Good work by your night shift. We have added the valve to your list of recommended spares, so that you have one on the shelf next time.',
      ),
    ],
  },
  {
    subjects: [
      '{pump} trips the motor protection',
      'Motor protection of {pump} trips after {minutes} minutes',
      'Pump stops by itself in {area}',
    ],
    slots: { pump, area, minutes: ['10', '25', '40'], amps: ['17.2', '21.9', '33.5'] },
    fields: { request_kind: 'fault', symptoms: ['heat'], production_stopped: true },
    lines: [
      customer(
        'The {pump} in {area} trips after about {minutes} minutes. We measured {amps} A on all three phases, the plate says less. We have to restart it by hand each time.',
      ),
      phone(
        'Called the control room. Viscosity of the product changed last week: new syrup recipe. Nobody told us, and they had not made the connection.',
      ),
      ask(
        'Equal current on three phases means that the motor is fine and simply has too much to do. Did the product, its temperature or the pipework change recently?',
      ),
      customer(
        'Now that you say it: the recipe changed last Monday, the new one is thicker. Our process people had not thought of the pump.',
      ),
      answer(
        'That explains it. We have calculated your duty point again with the new viscosity. You can either heat the product by 8 °C or run at 44 Hz; both bring the current below the limit.',
        drawing('duty-point.png', 'curve'),
        pdf(
          'calculation.pdf',
          'Duty point with the new recipe',
          'Flow 28 m3/h, head 31 m',
          'Shaft power 9.8 kW at 50 Hz',
          'Shaft power 6.9 kW at 44 Hz',
        ),
      ),
      customer('Running at 44 Hz since yesterday, no more trips and the flow is still enough.'),
      solution(
        'Then please keep 44 Hz. If you ever need the full flow again, a motor of the next size fits on the same base plate.',
      ),
    ],
  },
  {
    subjects: [
      'Service visit for {area}',
      'Annual inspection: dates please',
      'Please plan the inspection before our shutdown',
    ],
    slots: { area, week: ['12', '19', '27', '38', '45'] },
    fields: { request_kind: 'visit' },
    lines: [
      customer(
        'Hello team,\n\nour shutdown is in week {week}. Could you inspect the five pumps in {area} on one of the first two days? We need the report for our insurer, so please bring the vibration meter.',
      ),
      answer(
        'Hello {first},\n\nweek {week} works. We have reserved the Tuesday, two fitters, start at 7 am. Please have the pumps isolated and drained, and somebody at the gate for the safety briefing.',
      ),
      note('Insurer wants ISO 20816 classes in the report, last time we forgot them.'),
      customer('Perfect. Gate 4, ask for the shift lead. Briefing takes a quarter of an hour.'),
      solution(
        'Booked. Here is the confirmation; the report will follow in this ticket within three days after the visit.',
        pdf(
          'confirmation.pdf',
          'Visit confirmed',
          'Two fitters, start 7:00',
          'Scope: five pumps, vibration classes to ISO 20816',
        ),
      ),
    ],
  },
  {
    subjects: ['Where is order {order}?', 'Delivery {order} overdue', 'Tracking for {order} shows no movement'],
    slots: { order: ['SO-50####', 'SO-51####'], place: ['Rotterdam', 'Antwerp', 'Holyhead', 'Jebel Ali'] },
    fields: { request_kind: 'delivery' },
    lines: [
      customer(
        'Order {order} was promised for last Friday. The tracking page says it has been in {place} for four days. We have a crane booked, so I need a date that I can rely on.',
      ),
      answer(
        'Hello {first},\n\nwe asked the forwarder. The crate is in {place} because a customs paper was missing; it was handed in an hour ago. I will confirm the new date as soon as the truck is assigned.',
      ),
      note(
        'Missing EUR.1. Shipping says the template dropped the field when the ERP was updated, ticket with IT is open.',
      ),
      customer('Thank you. Please do, the crane costs us every day.'),
      solution(
        'The truck leaves {place} tonight and unloads at your site tomorrow between 8 and 11. We will carry one day of the crane; please send the invoice to your sales contact.',
      ),
      customer('Unloaded at 8:40. All good, and thank you for the gesture.'),
    ],
  },
  {
    subjects: [
      'Seal failed again after {weeks} weeks',
      'Third seal on {pump} within a year',
      '{pump}: short seal life',
    ],
    slots: { pump, weeks: ['six', 'nine', 'eleven'] },
    fields: {
      request_kind: 'fault',
      symptoms: ['leak'],
      priority: 'high',
      root_cause: 'Misalignment after foundation work',
    },
    lines: [
      customer(
        'This is the third seal on the same {pump}. It lasted {weeks} weeks. We follow the manual to the letter and would like to understand the reason rather than buy a fourth one.',
        drawing('seal-faces.png', 'plan'),
      ),
      ask(
        'We understand, and a fourth seal is not the answer. Was the coupling ever aligned with a laser after the installation? If you have the protocol, please add it.',
      ),
      customer('No protocol. The foundation was repaired in spring, after that the fitters only used a straight edge.'),
      note(
        '0.4 mm offset would be enough to kill a seal in two months. Offer a day on site with the laser, half price: they are about to decide on the new line.',
      ),
      answer(
        'That is most likely it. Our fitter can come on Thursday with the laser and shows your people how it is done.',
      ),
      colleague(
        'Fitter was here. Offset was 0.38 mm, now 0.03. New seal is in and dry.',
        pdf(
          'alignment-protocol.pdf',
          'Alignment protocol',
          'Before: offset 0.38 mm, angle 0.21 mm',
          'After: offset 0.03 mm, angle 0.02 mm',
        ),
      ),
      solution(
        '0.03 mm is as good as it gets. Please repeat the check whenever work is done on the foundation or on the pipes.',
      ),
    ],
  },
  {
    subjects: [
      'Level sensor in {area} reads nonsense',
      '{area}: tank level jumps by {percent} %',
      'Ultrasonic sensor reports a full tank',
    ],
    slots: { area, percent: ['15', '30', '60'] },
    fields: { request_kind: 'fault', symptoms: ['alarm'], root_cause: 'Foam on the surface' },
    lines: [
      customer(
        'The level in the buffer tank ({area}) jumps by {percent} % within seconds and the pump starts and stops all the time. Log of the last hour is attached.',
        log(
          'level-sensor.log',
          'level 41.2 % echo ok',
          'level 72.9 % echo weak',
          'pump 1 start',
          'level 40.8 % echo ok',
          'pump 1 stop',
        ),
      ),
      ask(
        'The log says “echo weak”, which usually means foam or an agitator below the sensor. Can you look into the tank while it happens?',
      ),
      customer('Foam, about 20 cm of it. We changed the cleaning agent last week.'),
      solution(
        'Then set the parameter like this, which makes the sensor ignore weak echoes for ten seconds:\n\n```\nP312 = 10    ; hold time in seconds\nP314 = 2     ; filter: strong\n```\n\nA defoamer would help as well, but that is for your process people to decide.',
      ),
    ],
  },
  {
    subjects: [
      'Copy of the declaration of conformity',
      'Manual for {pump} in another language',
      'Drawing of the base frame for {pump}',
    ],
    slots: { pump },
    fields: { request_kind: 'question', priority: 'low' },
    lines: [
      customer(
        'Could you please send us the current manual and the declaration of conformity of the {pump}? Our auditor does not accept the 2019 version.',
      ),
      solution(
        'Hello {first}, both are attached. They are also on our [download page](https://downloads.hartmann-fluid.example/manuals), always in the newest version.',
        pdf(
          'declaration-of-conformity.pdf',
          'EU declaration of conformity',
          'Machinery Regulation (EU) 2023/1230',
          'Pumps of the series HF-N, HF-B, HF-V',
        ),
        pdf(
          'manual-extract.pdf',
          'Operating manual, extract',
          'Chapter 4: transport and storage',
          'Chapter 5: installation',
        ),
      ),
    ],
  },
)
