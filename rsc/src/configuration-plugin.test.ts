import { expect, test } from 'vitest'
import { describeConfigurationPlugin, MalformedCallbackError, parseIntegratedKeys } from './configuration-plugin.ts'

const key = {
  integrationContext: 'urn:li:organization:4102938',
  integrationType: 'ONE_CLICK_EXPORT',
  tenantType: 'RECRUITER',
  dataProvider: 'ATS',
}

test('the tags are those of the documentation', () => {
  const tags = describeConfigurationPlugin({
    platformUrl: 'https://platform.linkedin.com/',
    clientId: '77tulp042',
    onIntegrate: 'onIntegrate',
    bundles: ['RECRUITER_SYSTEM_CONNECT_COMPANY', 'RECRUITER_SYSTEM_CONNECT_CONTRACT'],
  })
  expect(tags).toEqual({
    loader: {
      src: 'https://platform.linkedin.com/xdoor/scripts/in.js',
      text: 'api_key: 77tulp042\nextensions: ATSIntegrationWidget@https://platform.linkedin.com/rsc/extensions/onboarding-widget',
    },
    placeholder: {
      type: 'IN/ATSIntegrationWidget',
      attributes: {
        'data-supported-bundled-integration-types':
          'RECRUITER_SYSTEM_CONNECT_COMPANY,RECRUITER_SYSTEM_CONNECT_CONTRACT',
        'data-onintegrate': 'onIntegrate',
        'data-width': '500',
      },
    },
  })
})

test('the older address and another width can be asked for', () => {
  const { loader, placeholder } = describeConfigurationPlugin({
    platformUrl: 'http://localhost:4000',
    clientId: '77tulp042',
    onIntegrate: 'onIntegrate',
    bundles: ['RECRUITER_SYSTEM_CONNECT_COMPANY'],
    widthInPixels: 640,
    path: '/recruiter/widget/ATSIntegration',
  })
  expect(loader.text).toContain('ATSIntegrationWidget@http://localhost:4000/recruiter/widget/ATSIntegration')
  expect(placeholder.attributes['data-width']).toBe('640')
})

test('the callback may bring a list or one object, and more than the key', () => {
  expect(parseIntegratedKeys([key])).toEqual([key])
  expect(parseIntegratedKeys({ ...key, integrationName: 'Lodestone' })).toEqual([key])
})

test.each([
  undefined,
  null,
  'text',
  [],
  [{ ...key, dataProvider: undefined }],
  [{ ...key, integrationType: 'CSA_API' }],
])('%j is refused', argument => {
  expect(() => parseIntegratedKeys(argument)).toThrow(MalformedCallbackError)
})
