import { drawing, pdf } from '../files/sketch.ts'
import { answer, ask, customer, note, solution, storiesOf } from './scenario.ts'

export const citizensEn = storiesOf('Citizens', 'en')(
  {
    subjects: ['Registering my new address', 'First registration in Lindenau', 'Which papers for the registration?'],
    slots: { country: ['Spain', 'Scotland', 'the Netherlands', 'Mexico'] },
    fields: { subject_area: 'registry', office: 'registry' },
    lines: [
      customer(
        'Hello, I have just moved here from {country}. Which papers do I need for the registration, and is there somebody who speaks English? My German is still at the very beginning.',
      ),
      answer(
        'Welcome to Lindenau. Please bring your passport, the landlord’s confirmation (form attached) and, if you are married, the certificate. On Tuesdays and Thursdays one of us speaks English and Spanish.',
        pdf('landlord-confirmation.pdf', 'Confirmation by the landlord', 'Name, address, date of moving in'),
      ),
      customer('Thank you! Do you need a translation of the marriage certificate?'),
      note(
        'International certificate is enough. Only from {country} without the multilingual form a translation is needed.',
      ),
      solution(
        'Not if it is an international one in several languages. Otherwise a sworn translation is needed, but you can hand that in later and still register now.',
      ),
    ],
  },
  {
    subjects: ['Bicycle racks at {place}', 'No place to lock a bike at {place}', 'Suggestion: more bicycle parking'],
    slots: { place: ['the library', 'the market square', 'the old station', 'the river baths'] },
    fields: { subject_area: 'street', office: 'works' },
    lines: [
      customer(
        'At {place} bicycles are locked to trees and lamp posts because there are only four racks. Could the city add some? I have marked a possible spot in the photo.',
        drawing('possible-spot.png', 'plan'),
      ),
      answer(
        'Thank you for the picture, that makes it easy to discuss. Public works will look at the spot next week: it has to stay clear of the fire lane.',
      ),
      ask(
        'One question from the planners: would covered racks be used in winter as well, in your view? They cost three times as much.',
      ),
      customer('Honestly, simple ones would do. Rather more of them.'),
      solution('Ten simple racks are ordered and will be set up at {place} in spring. Thank you for the idea.'),
    ],
  },
  {
    subjects: ['Reading group: room on {day} evening', 'Room for our language café', 'Invoice for the library reading'],
    slots: { day: ['Tuesday', 'Wednesday', 'Thursday'], people: ['12', '20', '35'] },
    fields: { subject_area: 'hall', office: 'sports' },
    lines: [
      customer(
        'We would like to use the small hall on {day} evenings from 7 to 9 pm, about {people} people, chairs and tea only. Is it free from next month on?',
      ),
      ask(
        'It is free on every {day} except the first of the month, when the council committee meets. Would that be all right?',
      ),
      customer('That is perfect, we skip the first one.'),
      solution(
        'You are booked. Please note the key rules in the attachment; the fee is waived because the event is open to everybody.',
        pdf('permission-small-hall.pdf', 'Permission', 'Small hall, 7 to 9 pm', 'No fee'),
      ),
    ],
  },
)
