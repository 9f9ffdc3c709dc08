// A vault for one secret, the CRM's key. It can be made anew at any time, so purge protection, which would keep the
// vault's name from being used again for months, is left off.

import { tagsOfAll } from 'types.bicep'

@description('Name of the vault, unique in Azure.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags of the vault.')
param tags tagsOfAll

@description('Name of the app\'s identity: the name of its role is made from it, so that what-if foresees it.')
param identityName string

@description('Object id of the app\'s identity, which may read secrets.')
param identityPrincipalId string

@description('Whether the vault can be reached through a private endpoint only.')
param privateOnly bool

@description('The CRM\'s key; empty: the secret is left as it is.')
@secure()
param crmApiKey string

// Key Vault Secrets User.
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var secretName = 'crm-api-key'

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'
    networkAcls: {
      // Resource Manager, which writes the secret, is one of these services.
      bypass: 'AzureServices'
      defaultAction: privateOnly ? 'Deny' : 'Allow'
    }
  }

  resource secret 'secrets' = if (!empty(crmApiKey)) {
    name: secretName
    properties: {
      contentType: 'text/plain'
      value: crmApiKey
    }
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identityName, secretsUser)
  scope: vault
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

@description('Resource id.')
output id string = vault.id

@description('Name.')
output name string = vault.name

@description('App setting that Azure replaces by the secret; without a version, so that a new one is taken up.')
output crmApiKeyReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${secretName})'
