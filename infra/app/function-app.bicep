// The function app on a Flex Consumption plan of its own, with its settings.

@description('Name of the function app, unique in Azure: its host name begins with it.')
param name string

@description('Name of the plan.')
param planName string

@description('Azure region.')
param location string

@description('Tags of plan and app.')
param tags object

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

@description('Subnet that outgoing connections leave from; empty: no network of its own.')
param subnetId string

@description('All application settings. What is not among them is removed.')
param appSettings object

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
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

resource site 'Microsoft.Web/sites@2024-04-01' = {
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
    publicNetworkAccess: 'Enabled'
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
        alwaysReady: alwaysReadyHttpInstances == 0 ? [] : [
          {
            name: 'http'
            instanceCount: alwaysReadyHttpInstances
          }
        ]
      }
    }
    siteConfig: {
      ftpsState: 'Disabled'
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
