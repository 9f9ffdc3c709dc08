// The function app on a Flex Consumption plan of its own, with its settings.

import { tagsOfAll } from 'types.bicep'

@description('Name of the function app, unique in Azure: its host name begins with it.')
param name string

@description('Name of the plan.')
param planName string

@description('Azure region.')
param location string

@description('Tags of plan and app.')
param tags tagsOfAll

@description('Resource id of the app\'s identity.')
param identityId string

@description('Address of the blob container with the package.')
param packageUrl string

@description('Version of Java.')
param javaVersion string

@description('Memory of an instance, in MB.')
param instanceMemoryMB int

@description('Most instances at one time.')
param maximumInstanceCount int

@description('Instances kept ready for HTTP, so that nobody waits for a cold start.')
param alwaysReadyHttpInstances int

@description('Instances kept ready for what somebody waits for: right-clicks and change notices, in SyncContactNow.')
param alwaysReadyNowInstances int

@description('Whether the app itself is reached through a private endpoint only.')
param privateOnly bool

@description('Address ranges that may call; empty: all.')
param allowedAddresses string[]

@description('Subnet that outgoing connections leave from; empty: no network of its own.')
param subnetId string

@description('All application settings. What is not among them is removed.')
param appSettings { *: string }

var alwaysReady = [
  {
    name: 'http'
    instanceCount: alwaysReadyHttpInstances
  }
  {
    name: 'function:SyncContactNow'
    instanceCount: alwaysReadyNowInstances
  }
]

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // By this tag azd finds the app that the service "api" of azure.yaml goes to.
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'java'
        version: javaVersion
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: filter(alwaysReady, group => group.instanceCount > 0)
      }
    }
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: empty(allowedAddresses) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: [
        for (range, index) in allowedAddresses: {
          name: 'allowed-${index}'
          action: 'Allow'
          priority: 100 + index
          ipAddress: range
        }
      ]
      // The package comes from wherever the admin is, with a token: that door has no list of addresses.
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictionsDefaultAction: 'Allow'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: appSettings
  }
}

@description('Resource id of the app.')
output id string = site.id

@description('Name of the app.')
output name string = site.name

@description('Address of the app.')
output uri string = 'https://${site.properties.defaultHostName}'
