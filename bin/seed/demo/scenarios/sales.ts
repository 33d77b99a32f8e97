import { pdf } from '../files/sketch.ts'
import { answer, ask, customer, note, solution, storiesOf } from './scenario.ts'

const english = storiesOf('Sales', 'en')(
  {
    subjects: [
      'Quotation for {count} seal kits',
      'Spare parts for the yearly overhaul',
      'Price and delivery of {count} diaphragms',
    ],
    slots: { count: ['4', '6', '10', '12'] },
    fields: { order_kind: 'spare_parts' },
    lines: [
      customer(
        'Please quote {count} kits including delivery, and tell us how long you can hold the price. We buy once a year and would like to order before the end of the month.',
      ),
      answer('Hello {first}, thank you. I am checking the stock and will send the quotation today.'),
      note('Frame contract says 5 %, from ten pieces 7.5 %. Watch the margin on the carbide faces.'),
      solution(
        'The quotation is attached, valid for 60 days. Eight kits are on stock, the rest follows within two weeks.',
        pdf('quotation.pdf', 'Quotation', 'Seal kits for series HF-N', 'Price net, delivered', 'Valid for 60 days'),
      ),
      customer('Accepted, order number follows from our purchasing system.'),
    ],
  },
  {
    subjects: [
      'Replacement for a pump of {year}',
      'Successor of the old HF-K series',
      'New pump instead of a third repair',
    ],
    slots: { year: ['1994', '1998', '2003'], budget: ['12,000', '18,000', '25,000'] },
    fields: { order_kind: 'new_pump', quantity: 1 },
    lines: [
      customer(
        'Our HF-K of {year} needs its third repair. We would rather replace it. The connections should stay where they are, and the budget is about {budget} euro.',
      ),
      ask(
        'Good decision, parts for the HF-K run out next year. For the exact type we need:\n\n- flow and head, or a photo of the plate\n- the distance between the flanges\n- 50 or 60 Hz',
      ),
      customer('68 m³/h, 24 m, flange to flange 720 mm, 50 Hz.'),
      note('HF-N 80/200 with a spacer fits. Leave room for a discount, ACME competitor is quoting as well.'),
      solution(
        'Here is our quotation for an HF-N 80/200 with a spacer, so that the pipes stay untouched. It needs 2.1 kW less than the old one, which pays for itself in about four years.',
        pdf(
          'quotation-hf-n-80-200.pdf',
          'Quotation HF-N 80/200',
          'Including spacer, coupling guard, base plate',
          'Delivery eight weeks after order',
        ),
      ),
    ],
  },
  {
    subjects: [
      'Upgrade of our service contract',
      'Service contract: more than one visit a year?',
      'Extend the contract to site {site}',
    ],
    slots: { site: ['North', 'Harbour', '2'], hours: ['four', 'eight'] },
    fields: { order_kind: 'contract' },
    lines: [
      customer(
        'We would like to extend our contract to site {site} and have somebody on the phone within {hours} hours, also on Saturdays. What would that cost?',
      ),
      answer('Hello {first}, with pleasure. I will put together what Premium means for both sites.'),
      solution(
        'Premium for two sites includes two visits a year, {hours} hours reaction from Monday to Saturday and 10 % on spare parts. The offer is attached; it would start on the first of next month.',
        pdf(
          'service-contract-premium.pdf',
          'Service contract Premium',
          'Two sites, two visits a year',
          'Reaction time as agreed',
          'Term 24 months',
        ),
      ),
      customer('Our management signs on Thursday. Thank you for the clear offer.'),
    ],
  },
)

const german = storiesOf('Sales', 'de')(
  {
    subjects: [
      'Angebot über {count} Laufräder',
      'Ersatzteile für die Jahresrevision',
      'Preisanfrage Dichtungssätze, {count} Stück',
    ],
    slots: { count: ['3', '5', '8', '16'] },
    fields: { order_kind: 'spare_parts' },
    lines: [
      customer(
        'Bitte bieten Sie uns {count} Stück an, Lieferung frei Haus, gerne in zwei Teillieferungen. Wir bräuchten die ersten bis Ende des Monats.',
      ),
      note('Rahmenvertrag Plus: 5 %. Gussteile kommen frühestens in drei Wochen, ehrlich schreiben.'),
      ask(
        'Gerne. Sollen die Laufräder in Bronze oder Edelstahl ausgeführt sein? Auf dem letzten Auftrag stand Bronze.',
      ),
      customer('Edelstahl, das Wasser ist aggressiver geworden.'),
      solution(
        'Das Angebot hängt an. Die erste Hälfte kann in drei Wochen bei Ihnen sein, die zweite vier Wochen später.',
        pdf(
          'angebot.pdf',
          'Angebot',
          'Laufraeder 1.4408',
          'Lieferung frei Haus, zwei Teillieferungen',
          'Gueltig 30 Tage',
        ),
      ),
      customer('Passt, bitte so liefern. Die Bestellnummer trage ich oben ein.'),
    ],
  },
  {
    subjects: [
      'Neue Druckerhöhungsanlage für {place}',
      'Richtpreis für eine Anlage in {place}',
      'Anfrage Kompaktanlage mit drei Pumpen',
    ],
    slots: { place: ['den Neubau Halle 5', 'die Plattform', 'das Verwaltungsgebäude'] },
    fields: { order_kind: 'new_pump', quantity: 1 },
    lines: [
      customer(
        'Für {place} suchen wir eine Kompaktanlage mit drei Pumpen, 24 m³/h, 6 bar. Zunächst genügt ein Richtpreis für unser Budget.',
      ),
      answer(
        'Als Richtpreis können Sie mit 28.000 Euro netto planen, einschließlich Inbetriebnahme. Ein verbindliches Angebot erstellen wir, sobald die Wasserqualität bekannt ist.',
      ),
      customer('Das hilft schon. Wasseranalyse kommt nächste Woche, dann bitte das verbindliche Angebot.'),
      solution(
        'Mit der Analyse ist alles klar. Das verbindliche Angebot hängt an, die Lieferzeit beträgt zehn Wochen.',
        pdf(
          'angebot-kompaktanlage.pdf',
          'Angebot Kompaktanlage',
          'Drei Pumpen, drehzahlgeregelt',
          '24 m3/h, 6 bar',
          'Inbetriebnahme enthalten',
        ),
      ),
    ],
  },
)

export const salesStories = [...english, ...german]
