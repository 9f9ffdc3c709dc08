// The storage account: no keys, no public blobs; with the container of the package, and all queues and tables, so that
// the app needs no right to make any.

import { tagsOfAll } from 'types.bicep'

@description('Name of the storage account, unique in Azure.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags of the account.')
param tags tagsOfAll

@description('Redundancy. Of all the tables only SyncList cannot be rebuilt from the CRM and the mailboxes.')
param sku string

@description('Blob container that the package of the app is deployed to.')
param packageContainer string

@description('Queues; each gets its poison queue besides.')
param queues string[]

@description('Tables.')
param tables string[]

@description('Whether the account can be reached through private endpoints only.')
param privateOnly bool

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: privateOnly ? 'Deny' : 'Allow'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: {
        enabled: true
        days: 7
      }
      containerDeleteRetentionPolicy: {
        enabled: true
        days: 7
      }
    }

    resource packages 'containers' = {
      name: packageContainer
      properties: {
        publicAccess: 'None'
      }
    }

    // What is configured by a file, files of contacts that are uploaded, and what a run gathers of them (docs/sources).
    resource contacts 'containers' = [
      for container in ['config', 'crm', 'crm-spool']: {
        name: container
        properties: {
          publicAccess: 'None'
        }
      }
    ]
  }

  // A run deletes at its end what it gathered; what one left that was killed goes after a day.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'gathered-contacts'
            type: 'Lifecycle'
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['crm-spool/']
              }
              actions: {
                baseBlob: {
                  delete: {
                    daysAfterModificationGreaterThan: 1
                  }
                }
              }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource work 'queues' = [
      for queue in queues: {
        name: queue
      }
    ]

    resource poison 'queues' = [
      for queue in queues: {
        name: '${queue}-poison'
      }
    ]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource rows 'tables' = [
      for table in tables: {
        name: table
      }
    ]
  }
}

@description('Resource id.')
output id string = account.id

@description('Name.')
output name string = account.name

@description('Address of the blob service, with a slash at its end.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('Address of the queue service, with a slash at its end.')
output queueEndpoint string = account.properties.primaryEndpoints.queue

@description('Address of the table service, with a slash at its end.')
output tableEndpoint string = account.properties.primaryEndpoints.table
