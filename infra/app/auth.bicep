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

@description('Client ids of the applications whose tokens are taken, besides the page\'s own: the CRM\'s back end, others that call for an admin.')
param callerClientIds string[]

@description('Whether the Azure CLI may call for whoever is signed in to it, as docs/deploy.md does.')
param azureCliMayCall bool

// The same in every tenant.
var azureCli = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
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
            // Without this list any application of the tenant passes that gets a token for the app.
            defaultAuthorizationPolicy: {
              allowedApplications: union([clientId], callerClientIds, azureCliMayCall ? [azureCli] : [])
            }
          }
        }
      }
      login: {
        // Nobody needs the tokens of a session again, so they are not kept.
        tokenStore: {
          enabled: false
        }
        nonce: {
          validateNonce: true
          nonceExpirationInterval: '00:05:00'
        }
        // A role that was withdrawn holds until the session ends; the page then signs in again by itself.
        cookieExpiration: {
          convention: 'FixedTime'
          timeToExpiration: '01:00:00'
        }
      }
    }
  }
}
