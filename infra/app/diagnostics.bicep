// Who came to the door, and who read: logs of storage, vault and sign-in, beside what the app says of itself.

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Name of the function app, which exists.')
param functionAppName string

@description('Name of the storage account, which exists.')
param storageAccountName string

@description('Name of the key vault, which exists; empty: there is none.')
param keyVaultName string

@description('Whether each read and each write of a table, queue or blob is logged, the app\'s own too.')
param storageLogs bool

var settingName = 'to-workspace'

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageAccountName

  resource tables 'tableServices' existing = {
    name: 'default'
  }

  resource queues 'queueServices' existing = {
    name: 'default'
  }

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = if (!empty(keyVaultName)) {
  name: keyVaultName
}

var storageEvents = [
  for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: {
    category: category
    enabled: true
  }
]

// The newest stable version is of 2016 and knows no categories: Azure's own samples use this preview.
#disable-next-line use-recent-api-versions
resource signIns 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: settingName
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceAuthenticationLogs'
        enabled: true
      }
    ]
  }
}

#disable-next-line use-recent-api-versions
resource secrets 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(keyVaultName)) {
  name: settingName
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

#disable-next-line use-recent-api-versions
resource tables 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (storageLogs) {
  name: settingName
  scope: account::tables
  properties: {
    workspaceId: workspaceId
    logs: storageEvents
  }
}

#disable-next-line use-recent-api-versions
resource queues 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (storageLogs) {
  name: settingName
  scope: account::queues
  properties: {
    workspaceId: workspaceId
    logs: storageEvents
  }
}

#disable-next-line use-recent-api-versions
resource blobs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (storageLogs) {
  name: settingName
  scope: account::blobs
  properties: {
    workspaceId: workspaceId
    logs: storageEvents
  }
}
