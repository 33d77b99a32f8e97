import type { PortalGroupKey } from './groups.ts'

type Company = {
  key: string
  group: PortalGroupKey
  name: string
  externalId: string
  domain: string
  fields: { customer_number: string; industry: string; city: string; contract: 'basic' | 'plus' | 'premium' }
}

const company = (
  group: PortalGroupKey,
  key: string,
  name: string,
  [externalId, city, industry, contract]: [string, string, string, 'basic' | 'plus' | 'premium'],
): Company => ({
  key,
  group,
  name,
  externalId,
  domain: `${key}.example`,
  fields: { customer_number: externalId, city, industry, contract },
})

/** Names as they come in life: `AC` beside `ACME`, 80 characters, ampersands, quotation marks and another direction. */
export const demoCompanies: Company[] = [
  company('hartmann', 'schoettler', 'Schöttler & Söhne Maschinenbau GmbH & Co. KG', [
    'K-10482',
    'Bielefeld',
    'Mechanical engineering',
    'plus',
  ]),
  company('hartmann', 'ac', 'AC', ['K-10017', 'Rotterdam', 'Chemicals', 'basic']),
  company('hartmann', 'acme', 'ACME', ['K-10018', 'Sheffield', 'Food and beverage', 'premium']),
  company('hartmann', 'nordsee', 'Nordsee-Offshore Anlagenbau- und Instandhaltungsgesellschaft mbH Wilhelmshaven', [
    'K-11250',
    'Wilhelmshaven',
    'Offshore',
    'premium',
  ]),
  company('hartmann', 'obrien', "O'Brien & Daughters Dairies Ltd.", ['K-11731', 'Cork', 'Dairy', 'plus']),
  company('hartmann', 'khalij', 'شركة الخليج للمضخات', ['K-12004', 'Abu Dhabi', 'Desalination', 'plus']),
  company('havelia', 'praxis-uenal', 'Praxisgemeinschaft Dr. Ünal & Dr. Weiß', [
    'P-2207',
    'Potsdam',
    'Medical practice',
    'plus',
  ]),
  company('havelia', 'oberhavel', 'Klinikverbund Oberhavel gGmbH', ['P-1140', 'Oranienburg', 'Hospital', 'premium']),
  company('havelia', 'kruemel', 'Bäckerei „Krümelstübchen“ Inh. Renée D’Angelo e. K.', [
    'P-3391',
    'Brandenburg an der Havel',
    'Employer',
    'basic',
  ]),
  company('lindenau', 'tsv', 'Turn- und Sportverein Lindenau 1887 e. V.', [
    'V-012',
    'Lindenau',
    'Sports club',
    'basic',
  ]),
  company('lindenau', 'abendsonne', 'Kleingartenverein „Abendsonne“ e. V.', [
    'V-044',
    'Lindenau',
    'Allotments',
    'basic',
  ]),
  company('lindenau', 'bibliothek', 'Förderkreis Stadtteilbibliothek Lindenau-Süd e. V.', [
    'V-071',
    'Lindenau',
    'Culture',
    'basic',
  ]),
]
