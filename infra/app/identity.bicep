// The one identity of the app: for storage, telemetry, the CRM, Graph, Key Vault and the sign-in of browsers.

import { tagsOfAll } from 'types.bicep'

@description('Name of the user-assigned identity.')
param name string

@description('Azure region.')
param location string

@description('Tags of the identity.')
param tags tagsOfAll

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
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
