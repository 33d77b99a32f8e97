import { drawing } from './files/sketch.ts'
import { answer, ask, customer, note, type Scenario } from './scenarios/scenario.ts'

/** Tickets that try the pages: very long, very short, other directions, everything that Markdown can do. */
export type Special = { login: string; daysAgo: number; scenario: Scenario }

const rounds = Array.from({ length: 29 }, (_, day) => day + 1)

const commissioning: Scenario = {
  queue: 'ServiceDesk',
  locale: 'de',
  subjects: ['Inbetriebnahme Pumpwerk Süd: Tagebuch'],
  fields: { request_kind: 'question', priority: 'high' },
  lines: [
    customer(
      'In diesem Ticket führen wir gemeinsam das Tagebuch der Inbetriebnahme. Jeden Abend die Werte, jeden Morgen Ihre Einschätzung.',
    ),
    ...rounds.flatMap((day) => [
      customer(
        `Tag ${day}: Druck ${(5.8 + (day % 4) / 10).toFixed(1)} bar, Fördermenge ${60 + day} m³/h, Lagertemperatur ${41 + (day % 5)} °C. ${day % 6 === 0 ? 'Pumpe 2 lief kurz unruhig, Werte anbei.' : 'Keine Auffälligkeiten.'}`,
        ...(day % 6 === 0 ? [drawing(`tag-${day}.png`, 'curve')] : []),
      ),
      day % 9 === 0
        ? note(`Tag ${day}: Trend Lagertemperatur beobachten, Grenzwert intern 48 °C.`)
        : answer(`Tag ${day} geprüft: alles innerhalb der Abnahmewerte.`),
    ]),
  ],
}

const inspection: Scenario = {
  queue: 'ServiceDesk',
  locale: 'de',
  subjects: ['Fotodokumentation der Sichtprüfung, Plattform Borkum, 40 Stellen'],
  fields: { request_kind: 'question' },
  lines: [
    customer(
      'Anbei die 40 Fotos der Sichtprüfung, nach Messstellen geordnet. Bitte um Einschätzung, welche Stellen vor dem Winter gemacht werden müssen.',
      ...Array.from({ length: 40 }, (_, place) =>
        drawing(`messstelle-${String(place + 1).padStart(2, '0')}.png`, place % 2 ? 'plan' : 'gauge'),
      ),
    ),
    answer(
      'Vielen Dank, sehr ordentlich fotografiert. Wir gehen die Stellen der Reihe nach durch und melden uns bis Freitag.',
    ),
  ],
}

const arabic: Scenario = {
  queue: 'ServiceDesk',
  locale: 'en',
  subjects: ['مضخة مياه البحر رقم ٣ لا تعمل (seawater pump 3 does not start)'],
  fields: { request_kind: 'fault', production_stopped: true, symptoms: ['alarm'] },
  lines: [
    customer(
      'السلام عليكم،\n\nمضخة مياه البحر رقم ٣ لا تعمل منذ الساعة السادسة صباحاً. تظهر على الشاشة رسالة الخطأ F031.\n\nIn English: seawater pump 3 has not started since six this morning, the display shows F031.',
      drawing('صورة لوحة التحكم.png', 'gauge'),
    ),
    ask(
      'Hello, thank you for writing in both languages. F031 means that one mains phase is missing. Could your electrician check the three fuses of the feeder, please?',
    ),
    customer('تم الفحص: الفيوز الثاني معطل. The second fuse had blown, we are replacing it now.'),
  ],
}

const everything: Scenario = {
  queue: 'Helpdesk_2nd_Level',
  locale: 'en',
  subjects: ['Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'],
  fields: { component: 'software' },
  lines: [
    customer(
      '# What we did\n\n1. exported the project\n   - with history\n   - without pictures\n2. imported it on `station-2`\n3. compared both\n\n> The manual says: "identical to the last byte".\n\n**Result:** not identical. See <https://docs.hartmann-fluid.example/flowview/export> and this_very_long_file_name_without_any_blank_that_has_to_be_broken_somewhere_or_the_page_scrolls_sideways.fvproj\n\n```json\n{ "station": 2, "checksum": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "equal": false }\n```\n\n| file | size | equal |\n|:--|--:|:-:|\n| a.fvproj | 1,204 kB | no |\n| b.fvproj | 1,198 kB | no |\n\n<script>alert("this is text")</script> & *that is all*.',
    ),
    ask(
      'The difference is the time of the export, which is part of the file. Could you export twice on the *same* station and compare those two?',
    ),
  ],
}

const silent: Scenario = {
  queue: 'ServiceDesk',
  locale: 'en',
  subjects: ['Call back requested'],
  fields: { request_kind: 'question' },
  lines: [],
}

const eighty: Scenario = {
  queue: 'ServiceDesk',
  locale: 'en',
  subjects: ['Vibration, noise & heat at once — after the overhaul, on two of the three pumps!!'],
  fields: { request_kind: 'fault', symptoms: ['noise', 'heat'] },
  lines: [
    customer(
      'Two of the three pumps that were overhauled last week vibrate (6 mm/s), are loud and get warm. The third one, same type, same job, is perfectly fine. What is different?',
    ),
  ],
}

export const demoSpecials: Special[] = [
  { login: 'lena.brandt', daysAgo: 95, scenario: commissioning },
  { login: 'oke.petersen', daysAgo: 6, scenario: inspection },
  { login: 'ahmed.almansoori', daysAgo: 4, scenario: arabic },
  { login: 'ravi.subramaniam', daysAgo: 9, scenario: everything },
  { login: 'tom.whitfield', daysAgo: 2, scenario: silent },
  { login: 'grace.adeyemi', daysAgo: 1, scenario: eighty },
]
