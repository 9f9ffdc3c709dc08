// App Service authentication before the app: nobody gets in without a token of this tenant, but to the health check and
// to the page's own files, which hold no data. A browser signs in without a secret of ours: the app's identity vouches.

@description('Name of the function app, which exists.')
param functionAppName string

@description('Client id (application id) of the app registration.')
@minLength(36)
@maxLength(36)
param clientId string

@description('Application ID URI of the app registration.')
param applicationIdUri string

@description('Tenant whose users and applications may sign in.')
@minLength(36)
@maxLength(36)
param tenantId string = tenant().tenantId

resource site 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName

  resource auth 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: {
        enabled: true
        runtimeVersion: '~1'
      }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: 'Return401'
        excludedPaths: ['/api/health', '/page', '/page/*']
      }
      httpSettings: {
        requireHttps: true
        routes: {
          apiPrefix: '/.auth'
        }
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: clientId
            // An app setting that names the identity whose token takes the place of a client secret.
            clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenantId}/v2.0'
          }
          validation: {
            allowedAudiences: [clientId, applicationIdUri]
          }
        }
      }
      login: {
        tokenStore: {
          enabled: true
        }
        nonce: {
          validateNonce: true
        }
      }
    }
  }
}
