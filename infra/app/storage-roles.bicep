// What the app may do in its storage account, and what the one who backs up the synchronization lists may do there.

@description('Name of the storage account, which exists.')
param storageAccountName string

@description('Object id of the app\'s identity.')
param identityPrincipalId string

@description('Object id of the user, group or application that backs up the table SyncList; empty: nobody.')
param backupPrincipalId string

@description('What backupPrincipalId is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param backupPrincipalType string

// Storage Blob Data Owner: the package, and the locks of the Functions host.
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
// Storage Queue Data Contributor.
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
// Storage Table Data Contributor.
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageAccountName

  resource tableService 'tableServices' existing = {
    name: 'default'

    resource syncList 'tables' existing = {
      name: 'SyncList'
    }
  }
}

resource blobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identityPrincipalId, blobDataOwner)
  scope: account
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataOwner)
  }
}

resource queues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identityPrincipalId, queueDataContributor)
  scope: account
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueDataContributor)
  }
}

resource tables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identityPrincipalId, tableDataContributor)
  scope: account
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

// One table, not the account: the other tables say who has which contact.
resource backup 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(backupPrincipalId)) {
  name: guid(account::tableService::syncList.id, backupPrincipalId, tableDataContributor)
  scope: account::tableService::syncList
  properties: {
    principalId: backupPrincipalId
    principalType: backupPrincipalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}
