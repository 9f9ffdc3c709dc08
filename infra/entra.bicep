// What needs rights in Microsoft Entra: the app registration of the HTTP interface, and the sign-in before the app.
// After main.bicep, into its resource group. Deploying it takes the Microsoft Graph extension (bicepconfig.json), Bicep
// 0.36.1 or later, and the rights that docs/deploy.md names, which has the same steps by hand too. For the global cloud:
// elsewhere the audience of the federated credential is another one.
extension microsoftGraphV1

@description('Name of the function app, which exists.')
param functionAppName string

@description('Name of the app\'s identity, which exists.')
param identityName string

@description('Name of the app registration, as people see it when they sign in.')
@minLength(1)
@maxLength(120)
param displayName string = 'CRM Outlook Sync'

@description('Client id of the application as which the CRM\'s back end calls for its users; empty: none.')
param crmClientId string = ''

@description('Client ids of other applications that may call, such as a pipeline that is an admin.')
param otherClientIds string[] = []

@description('Whether the Azure CLI may call for whoever is signed in to it: the commands of docs/deploy.md do.')
param azureCliMayCall bool = true

@description('Object ids of the users, groups or service principals who are admins of the app.')
param adminPrincipalIds string[] = []

var uniqueName = 'crm-outlook-sync-${functionAppName}'
var applicationIdUri = 'api://${tenant().tenantId}/${uniqueName}'
var onBehalfRoleId = guid(uniqueName, 'Sync.OnBehalf')
var adminRoleId = guid(uniqueName, 'Sync.Admin')

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource application 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: uniqueName
  displayName: displayName
  signInAudience: 'AzureADMyOrg'
  identifierUris: [applicationIdUri]
  api: {
    requestedAccessTokenVersion: 2
    oauth2PermissionScopes: [
      {
        id: guid(uniqueName, 'user_impersonation')
        value: 'user_impersonation'
        type: 'User'
        isEnabled: true
        adminConsentDisplayName: 'Use CRM Outlook Sync'
        adminConsentDescription: 'See and choose, as the signed-in user, which CRM contacts are in the own mailbox.'
        userConsentDisplayName: 'Use CRM Outlook Sync'
        userConsentDescription: 'See and choose which CRM contacts are in your mailbox.'
      }
    ]
  }
  appRoles: [
    {
      id: onBehalfRoleId
      value: 'Sync.OnBehalf'
      displayName: 'Sync on behalf of users'
      description: 'The CRM\'s back end: ask for a contact in the name of the user it names.'
      allowedMemberTypes: ['Application']
      isEnabled: true
    }
    {
      id: adminRoleId
      value: 'Sync.Admin'
      displayName: 'Sync admin'
      description: 'See runs and mailboxes, start runs, release or discard held removals.'
      allowedMemberTypes: ['Application', 'User']
      isEnabled: true
    }
  ]
  // Entra leaves these out of tokens unless they are asked for. acct: 1 is a guest, who is never let in. idtyp: whether
  // an access token is an application's or a person's; without the property, persons' tokens would not say.
  optionalClaims: {
    idToken: [{ name: 'acct' }]
    accessToken: [{ name: 'acct' }, { name: 'idtyp', additionalProperties: ['include_user_token'] }]
  }
  web: {
    redirectUris: ['https://${site.properties.defaultHostName}/.auth/login/aad/callback']
    implicitGrantSettings: {
      enableIdTokenIssuance: true
      enableAccessTokenIssuance: false
    }
  }

  // Instead of a client secret: a token of the app's identity.
  resource federation 'federatedIdentityCredentials@v1.0' = {
    name: '${uniqueName}/app-identity'
    description: 'The function app signs browsers in by its own identity.'
    audiences: ['api://AzureADTokenExchange']
    issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    subject: identity.properties.principalId
  }
}

resource principal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: application.appId
}

resource crm 'Microsoft.Graph/servicePrincipals@v1.0' existing = if (!empty(crmClientId)) {
  appId: crmClientId
}

resource onBehalf 'Microsoft.Graph/appRoleAssignedTo@v1.0' = if (!empty(crmClientId)) {
  appRoleId: onBehalfRoleId
  principalId: crm!.id
  resourceId: principal.id
}

resource admins 'Microsoft.Graph/appRoleAssignedTo@v1.0' = [
  for adminPrincipalId in adminPrincipalIds: {
    appRoleId: adminRoleId
    principalId: adminPrincipalId
    resourceId: principal.id
  }
]

module auth 'app/auth.bicep' = {
  params: {
    functionAppName: site.name
    clientId: application.appId
    applicationIdUri: applicationIdUri
    callerClientIds: empty(crmClientId) ? otherClientIds : union([crmClientId], otherClientIds)
    azureCliMayCall: azureCliMayCall
  }
}

@description('Client id of the app registration: callers ask for tokens of <client id>/.default.')
output CLIENT_ID string = application.appId

@description('Application ID URI of the app registration.')
output APPLICATION_ID_URI string = applicationIdUri
