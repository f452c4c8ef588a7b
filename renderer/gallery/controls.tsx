import { useState } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { FilterChip } from '../../kit/filter-chip.tsx'
import { Select } from '../../kit/select.tsx'
import { Family, State } from './states.tsx'

const TONES = ['plain', 'primary', 'danger', 'quiet', 'link'] as const
const SOFTWARE = [
  { value: 'any', label: 'tous' },
  { value: 'ciel', label: 'CIEL COMPTABILITE' },
  { value: 'sage', label: 'SAGE 50' },
] as const
const nothing = () => {}

/** What is pressed: buttons, chips, lists of choices that open. */
export function Controls() {
  const [on, setOn] = useState(true)
  const [software, setSoftware] = useState<(typeof SOFTWARE)[number]['value']>('any')
  return (
    <>
      <Family title="Boutons">
        {TONES.map((tone) => (
          <State key={tone} name={tone}>
            <div className="buttons">
              <Button tone={tone} onPress={nothing}>
                Pré-valider
              </Button>
              <Button tone={tone} small onPress={nothing}>
                Petit
              </Button>
              <Button tone={tone} onPress={nothing} reason="Complet : les 12 places sont prises.">
                Grisé
              </Button>
              <Button tone={tone} onPress={nothing} busy>
                En cours…
              </Button>
            </div>
          </State>
        ))}
        <State name="d'une icône">
          <IconButton icon="cross" label="Fermer" onPress={nothing} />
          <IconButton icon="next" label="Suivante" small onPress={nothing} />
          <IconButton icon="previous" label="Précédente" idle onPress={nothing} />
        </State>
      </Family>
      <Family title="Filtres">
        <State name="allumé, éteint">
          <Chip on={on} onPress={() => setOn(!on)}>
            En attente <b>12</b>
          </Chip>{' '}
          <Chip on={!on} onPress={() => setOn(!on)}>
            À régler <b>7</b>
          </Chip>
        </State>
        <State name="liste qui s'ouvre">
          <Select label="Logiciel" shown value={software} options={SOFTWARE} onChange={setSoftware} />
        </State>
        <State name="liste en filtre">
          <FilterChip
            label="Logiciel"
            value={software}
            options={SOFTWARE}
            onChange={setSoftware}
            on={software !== 'any'}
            remove={
              software === 'any' ? null : { label: 'Retirer le filtre Logiciel', onPress: () => setSoftware('any') }
            }
          />
        </State>
      </Family>
    </>
  )
}
