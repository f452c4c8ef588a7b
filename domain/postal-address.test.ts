import { expect, test } from 'vitest'
import { postalAddress } from './postal-address.ts'

const address = (changes: Partial<Parameters<typeof postalAddress>[0]> = {}) =>
  postalAddress({
    sex: 'F',
    birthName: 'TERIITAHI',
    usageName: 'TERIITAHI-MAHUTA',
    firstNames: 'Hinano Vaitiare',
    addressLines: ['14 bis, allée des Filles-du-Calvaire'],
    postcode: '35700',
    town: 'Rennes',
    ...changes,
  })

test('the name as it is, the street without punctuation or accents, the town in capitals', () => {
  expect(address()).toEqual({
    lines: ['Mme TERIITAHI-MAHUTA Hinano Vaitiare', '14 bis allee des Filles du Calvaire', '35700 RENNES'],
    faults: [],
  })
})

test.each([
  ['L’Haÿ-les-Roses', 'L HAY LES ROSES'],
  ['Rennes Cedex 7', 'RENNES CEDEX 7'],
  ['Œuilly', 'OEUILLY'],
  ['Papeete', 'PAPEETE'],
])('%s is written %s', (town, written) => {
  expect(address({ town }).lines.at(-1)).toBe(`35700 ${written}`)
})

test('a line too long is shortened by the words that have an abbreviation, and only then', () => {
  const town = 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson'
  expect(address({ postcode: '51290', town })).toEqual({
    lines: [expect.any(String), expect.any(String), '51290 ST REMY EN BOUZEMONT ST GENEST ET ISSON'],
    faults: ['line-too-long'],
  })
  expect(address({ town: 'Saint-Malo' }).lines.at(-1)).toBe('35700 SAINT MALO')
  expect(address({ town: 'Saint-Jean-de-Luz-en-Vexin-le-Vieux-Port' }).lines.at(-1)).toBe(
    '35700 ST JEAN DE LUZ EN VEXIN LE VIEUX PORT',
  )
})

test('what is too long goes over two lines, nothing is cut, and more than six lines is said', () => {
  const { lines, faults } = address({
    addressLines: [
      'Résidence Les Hauts de la Vallée de Chevreuse, bâtiment C, escalier 14, appartement 1245',
      '1237 bis avenue du Maréchal de Lattre de Tassigny prolongée, lieu-dit Le Petit Boisseau',
      'BP 1234',
    ],
    firstNames: 'Jean-Christophe Marie-Emmanuelle Nguyễn-Thị',
  })
  expect(faults).toEqual(['too-many-lines'])
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(38)
  expect(lines.join(' ')).toContain('RES Les Hauts de la Vallee de Chevreuse BAT C ESC 14 APP 1245')
})
