// What the app may do in its storage account, and what those may do there who back up the synchronization lists. The
// names of the assignments are made from what is known beforehand, so that what-if tells who gets which right.

import { somebody } from 'types.bicep'

@description('Name of the storage account, which exists.')
param storageAccountName string

@description('Name of the app\'s identity.')
param identityName string

@description('Object id of the app\'s identity.')
param identityPrincipalId string

@description('Who exports the table SyncList.')
param backup somebody

@description('Who brings the table SyncList back.')
param restore somebody

// Storage Blob Data Owner: the package, and the locks of the Functions host.
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
// Storage Queue Data Contributor.
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
// Storage Table Data Contributor.
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
// Storage Table Data Reader.
var tableDataReader = '76199698-9eea-4c19-bc75-cec21354c6b6'

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageAccountName

  resource tableService 'tableServices' existing = {
    name: 'default'

    resource syncList 'tables' existing = {
      name: 'SyncList'
    }
  }
}

resource ofTheApp 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [blobDataOwner, queueDataContributor, tableDataContributor]: {
    name: guid(account.id, identityName, role)
    scope: account
    properties: {
      principalId: identityPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// One table, not the account: the other tables say who has which contact.
resource exporter 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(backup.id)) {
  name: guid(account::tableService::syncList.id, backup.id, tableDataReader)
  scope: account::tableService::syncList
  properties: {
    principalId: backup.id
    principalType: backup.kind
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataReader)
  }
}

resource importer 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(restore.id)) {
  name: guid(account::tableService::syncList.id, restore.id, tableDataContributor)
  scope: account::tableService::syncList
  properties: {
    principalId: restore.id
    principalType: restore.kind
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}
