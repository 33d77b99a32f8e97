import type { Labels } from '#lib/db/schema/columns.ts'
import type { PortalGroupKey } from './groups.ts'
import { both } from './labels.ts'

/** `from` and `to` in days from now. */
type News = { groups: PortalGroupKey[]; titles: Labels; bodies: Labels; from: number; to?: number }

export const demoNews: News[] = [
  {
    groups: ['hartmann'],
    from: -3,
    titles: both('FlowControl 4.3.2 is out', 'FlowControl 4.3.2 ist da'),
    bodies: both(
      'The update ends the restarts of the controller when more than 16 Modbus clients are connected. You find it in your FlowView under *Devices*. Plan ten minutes per controller; the pumps keep running.',
      'Das Update beendet die Neustarts der Steuerung bei mehr als 16 Modbus-Verbindungen. Sie finden es in FlowView unter *Geräte*. Planen Sie zehn Minuten je Steuerung ein; die Pumpen laufen weiter.',
    ),
  },
  {
    groups: ['hartmann'],
    from: -12,
    to: 45,
    titles: both('Spare parts over the holidays', 'Ersatzteile über die Feiertage'),
    bodies: both(
      'From 23 December to 2 January our warehouse delivers express orders only. Please order seals and diaphragms in time. The emergency line is there day and night.',
      'Vom 23. Dezember bis 2. Januar liefert unser Lager nur Expressaufträge aus. Bitte bestellen Sie Dichtungen und Membranen rechtzeitig. Der Notdienst ist Tag und Nacht erreichbar.',
    ),
  },
  {
    groups: ['hartmann'],
    from: 1,
    titles: both('Training: reading pump curves', 'Schulung: Kennlinien lesen'),
    bodies: both(
      'Two days in Bielefeld, in small groups. Write to sales for the dates.',
      'Zwei Tage in Bielefeld, in kleinen Gruppen. Die Termine nennt Ihnen der Vertrieb.',
    ),
  },
  {
    groups: ['havelia'],
    from: -6,
    titles: both('Your bonus for prevention', 'Ihr Bonus für Vorsorge'),
    bodies: both(
      'Hand in the stamps of your check-ups by 31 March and we pay up to 180 euro. A photo of the booklet is enough.',
      'Reichen Sie die Nachweise Ihrer Vorsorgeuntersuchungen bis 31. März ein, dann zahlen wir bis zu 180 Euro. Ein Foto des Heftes genügt.',
    ),
  },
  {
    groups: ['havelia'],
    from: -20,
    to: 60,
    titles: both('Sick notes reach us by themselves', 'Krankschreibungen kommen von selbst zu uns'),
    bodies: both(
      'Your practice sends the certificate to us electronically. You only have to tell your employer.',
      'Ihre Praxis übermittelt uns die Bescheinigung elektronisch. Sie müssen nur noch Ihren Arbeitgeber informieren.',
    ),
  },
  {
    groups: ['havelia'],
    from: -60,
    to: -10,
    titles: both('Flu vaccination in our offices', 'Grippeschutzimpfung in unseren Geschäftsstellen'),
    bodies: both('Without appointment, every Tuesday in October.', 'Ohne Termin, jeden Dienstag im Oktober.'),
  },
  {
    groups: ['lindenau'],
    from: -2,
    to: 30,
    titles: both('Lindenallee closed to cars', 'Lindenallee für Autos gesperrt'),
    bodies: both(
      'The water main is being renewed between Schillerstraße and the market. Pedestrians and bicycles pass; bus 7 runs via Gartenweg.',
      'Zwischen Schillerstraße und Markt wird die Wasserleitung erneuert. Zu Fuß und mit dem Rad kommen Sie durch; die Linie 7 fährt über den Gartenweg.',
    ),
  },
  {
    groups: ['lindenau'],
    from: -9,
    titles: both('Identity cards: now with appointments until 6 pm', 'Ausweise: jetzt mit Terminen bis 18 Uhr'),
    bodies: both(
      'On Thursdays the registration office is open longer. Please bring a photo not older than a year.',
      'Donnerstags ist das Einwohnermeldeamt länger geöffnet. Bitte bringen Sie ein Foto mit, das höchstens ein Jahr alt ist.',
    ),
  },
]
