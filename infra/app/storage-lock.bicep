// Keeps the storage account, and with it the synchronization lists, from being deleted by mistake.

@description('Name of the storage account, which exists.')
param storageAccountName string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageAccountName
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-sync-list'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The table SyncList cannot be rebuilt. Export it, then remove this lock.'
  }
}
