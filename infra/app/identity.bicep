// The one identity of the app: for storage, telemetry, the CRM, Graph, Key Vault and the sign-in of browsers.

@description('Name of the user-assigned identity.')
param name string

@description('Azure region.')
param location string

@description('Tags of the identity.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('Client id (application id): settings name the identity by it.')
output clientId string = identity.properties.clientId

@description('Object id of its service principal: roles are assigned to it, in Azure and in Exchange.')
output principalId string = identity.properties.principalId
