/** @jsxImportSource hono/jsx */
import type { Contract } from '../../records.ts'
import type { Visit } from '../visit.ts'

interface ContractOption extends Contract {
  readonly company: string
}

export interface ContractChooserProps {
  readonly visit: Visit
  readonly contracts: readonly ContractOption[]
  readonly chosen: string | undefined
}

export function ContractChooser({ visit, contracts, chosen }: ContractChooserProps) {
  const words = visit.words.plugin
  return (
    <form class="plugin-form" method="post" action={visit.address}>
      <fieldset class="plugin-choices">
        <legend>{words.chooseContract}</legend>
        <p class="meta">{words.chooseContractLead}</p>
        {contracts.map(contract => (
          <label class="plugin-choice">
            <input
              type="radio"
              name="contract"
              value={contract.urn}
              required={true}
              checked={contract.urn === chosen ? true : undefined}
            />
            <span>
              <strong>{contract.name}</strong>
              <small class="text-2">{contract.company}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <button class="button filled" type="submit" name="act" value="choose">
        {words.useContract}
      </button>
    </form>
  )
}
