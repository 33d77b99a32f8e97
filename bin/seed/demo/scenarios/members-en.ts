import { drawing, pdf } from '../files/sketch.ts'
import { answer, ask, customer, note, solution, storiesOf } from './scenario.ts'

export const membersEn = storiesOf('Members', 'en')(
  {
    subjects: [
      'Treatment abroad: bill from {country}',
      'I fell ill on holiday in {country}',
      'Reimbursement of a doctor in {country}',
    ],
    slots: { country: ['Portugal', 'the United Kingdom', 'Italy', 'Croatia'] },
    fields: { topic: 'reimbursement' },
    lines: [
      customer(
        'Hello,\n\non holiday in {country} I had to see a doctor and paid in cash. The receipt and the prescription are attached. Do I get the money back?',
        pdf('receipt.pdf', 'Receipt', 'Consultation and medication', 'Paid in cash'),
        drawing('prescription.png', 'plan'),
      ),
      ask(
        'Hello {first},\n\nwe hope you are well again. Yes, we reimburse what the treatment would have cost at home. Could you tell us the diagnosis in a few words? It is not on the receipt.',
      ),
      customer('It was an infected ear. I had antibiotics for a week and it is fine now.'),
      note(
        'Domestic rate about 60 % of the bill. Administrative deduction applies, mention it before the payment arrives.',
      ),
      solution(
        'Thank you, that is all we need. We pay the domestic rate minus a small administrative fee within five working days. For your next journey: with the card in your wallet many doctors bill us directly.',
      ),
    ],
  },
  {
    subjects: ['Moving to {city}: change of address', 'New address, new bank account', 'Please update my data'],
    slots: { city: ['Potsdam', 'Werder', 'Falkensee'] },
    fields: { topic: 'other' },
    lines: [
      customer(
        'I am moving to {city} at the end of the month and my bank account changes as well. Is it enough to tell you here, or do you need a letter?',
      ),
      solution(
        'It is enough to tell us here, thank you. The address is changed from the day you named. For the bank account please sign the attached mandate and add a photo of it; until then we keep using the old account.',
        pdf('direct-debit-mandate.pdf', 'SEPA direct debit mandate', 'Please sign and return'),
      ),
      customer('Signed, photo attached.', drawing('mandate-signed.png', 'plan')),
      answer('Received, and the new account is in use from the next contribution on.'),
    ],
  },
  {
    subjects: [
      'Which vaccinations do you pay for {country}?',
      'Travel vaccinations',
      'Cover for half a year in {country}',
    ],
    slots: { country: ['Ghana', 'Brazil', 'Vietnam', 'Kenya'] },
    fields: { topic: 'other' },
    lines: [
      customer(
        'I will work in {country} for half a year. Which vaccinations do you pay, and am I insured while I am there?',
      ),
      answer(
        'Hello {first}, a good question to ask early. We pay all vaccinations that the official travel list names for {country}, including the doctor. For the cover we have to look at your contract; I will come back to you tomorrow.',
      ),
      note('Posting by employer or private? Social security agreement does not exist for all four countries.'),
      ask('Will your employer send you, or is it a contract with a local company? That decides who insures you.'),
      customer('My employer sends me, the contract stays in Germany.'),
      solution(
        'Then you stay insured with us, and your employer refunds what treatment abroad costs. Please take the attached confirmation with you. Vaccinations: pay, collect the receipts, and hand them in here.',
        pdf('confirmation-abroad.pdf', 'Confirmation of insurance', 'Posting abroad, six months'),
      ),
    ],
  },
)
