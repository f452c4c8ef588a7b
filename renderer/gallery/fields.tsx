import { useState } from 'react'
import { ComboField } from '../../kit/combo-field.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { Choices, TextField, Tick } from '../../kit/fields.tsx'
import { FindField } from '../../kit/find-field.tsx'
import { MaskedField } from '../../kit/masked-field.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { Family, State } from './states.tsx'

const REASONS = [
  { value: 'full', label: 'Plus de place avec ce logiciel' },
  { value: 'dates', label: 'Les dates ne conviennent pas' },
] as const
const TOWNS = [
  { value: '35238', label: 'Rennes', detail: '35000' },
  { value: '35047', label: 'Bruz', detail: '35170' },
]
const PARTS = { day: 'Jour', month: 'Mois', year: 'Année' }
const WRONG = 'Ce n’est pas une date.'

/** What is typed or chosen in a form: empty, filled, explained, wrong. */
export function Fields() {
  const [text, setText] = useState('')
  const [reason, setReason] = useState<(typeof REASONS)[number]['value'] | null>(null)
  const [ticked, setTicked] = useState(true)
  const [born, setBorn] = useState({ day: '31', month: '02', year: '1990' })
  const [town, setTown] = useState('')
  const towns = TOWNS.filter(({ label }) => label.toLowerCase().startsWith(town.toLowerCase()))
  return (
    <Family title="Champs">
      <State name="texte, avec une aide">
        <TextField label="Référence" hint="Sur le chèque, en bas à gauche." value={text} onChange={setText} />
      </State>
      <State name="texte, faux">
        <TextField label="Montant" value="12,345" onChange={setText} error="Deux chiffres après la virgule." />
      </State>
      <State name="plusieurs lignes">
        <TextField lines label="Pour le candidat" value={text} onChange={setText} />
      </State>
      <State name="un choix parmi quelques-uns">
        <Choices label="Motif" value={reason} options={REASONS} onChange={setReason} />
      </State>
      <State name="cases">
        <Tick id="tick-on" checked={ticked} onChange={setTicked}>
          ASCA-E1
        </Tick>
        <Tick id="tick-greyed" checked={false} onChange={setTicked} reason="le siège tranche">
          ASCA-E2
        </Tick>
        <Tick id="tick-wrong" checked={false} onChange={setTicked} error="Cochez la case pour continuer.">
          J’ai lu
        </Tick>
      </State>
      <State name="date connue par cœur">
        <DateField label="Naissance" parts={PARTS} value={born} onChange={setBorn} error={WRONG} />
      </State>
      <State name="un parmi beaucoup">
        <ComboField
          label="Commune"
          value={null}
          text={town}
          onText={setTown}
          options={towns}
          onChoose={({ label }) => setTown(label)}
          empty="Aucune commune de ce nom."
        />
      </State>
      <State name="recherche dans un écran">
        <FindField label="Chercher" hint="Nom, reçu…" clear="Effacer" value={text} onChange={setText} />
      </State>
      <State name="mot de passe">
        <PasswordField label="Mot de passe" show="Voir" value={text} onChange={setText} use="current-password" />
      </State>
      <State name="masqué une fois quitté">
        <MaskedField
          id="masked"
          label="Numéro"
          hint="15 caractères."
          value="2 98 05 98 735 001 22"
          onChange={setText}
          masked="2 98 •• •• ••• ••• ••"
          change="Modifier"
        />
      </State>
    </Family>
  )
}
