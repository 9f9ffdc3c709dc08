// All Azure resources of crm-outlook-sync, in a resource group of their own. What needs rights in Microsoft Entra is in
// entra.bicep, the rights on mailboxes are in scripts/. docs/deploy.md leads through it.
targetScope = 'subscription'

import { principalKind, tagsOfAll } from 'app/types.bicep'

// ---- Where and what -------------------------------------------------------------------------------------------------

@description('Name of this installation, such as prod. Names of resources are made from it.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Azure region of all resources. Flex Consumption must be offered there.')
@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

@description('Name of the resource group; empty: rg- and the name of the installation.')
@maxLength(90)
param resourceGroupName string = ''

@description('Tags of all resources, besides azd-env-name.')
param tags tagsOfAll = {}

@description('Version of Java.')
@allowed(['17', '21'])
param javaVersion string = '21'

@description('Memory of an instance, in MB.')
@allowed([2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances at one time. Azure may refuse fewer than 40. It is no throttle: what a mailbox gets is SYNC_MAILBOX_CONCURRENCY for each instance.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances kept ready for HTTP, so that a right-click never waits for a cold start. Each is paid for day and night.')
@minValue(0)
@maxValue(20)
param alwaysReadyHttpInstances int = 0

@description('Instances kept ready for what somebody waits for: right-clicks and change notices. Each is paid for day and night.')
@minValue(0)
@maxValue(20)
param alwaysReadyNowInstances int = 0

@description('Functions that are paused, by name, with commas between: NightlySync,SyncContact. Empty: none. docs/operate.md says which for what.')
param disabledFunctions string = ''

// ---- Storage, network, key ------------------------------------------------------------------------------------------

@description('Redundancy of the storage account, which holds the lists that nothing else has. ZRS outlives a zone, GRS and GZRS a region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_LRS'

@description('Whether a lock keeps the storage account from being deleted by mistake. Needs Owner or User Access Administrator.')
param storageLock bool = false

@description('Object id of the user, group or application that backs up the table SyncList, and may read it for that; empty: nobody.')
param backupPrincipalId string = ''

@description('What backupPrincipalId is.')
param backupPrincipalType principalKind = 'Group'

@description('Object id of the user, group or application that brings the table SyncList back, and may write it for that; empty: nobody.')
param restorePrincipalId string = ''

@description('What restorePrincipalId is.')
param restorePrincipalType principalKind = 'Group'

@description('Whether storage and key vault are reached through private endpoints in a virtual network only.')
param privateNetwork bool = false

@description('Address range of that network, /25 or larger.')
@minLength(9)
param networkAddressPrefix string = '10.90.0.0/24'

@description('public: the app answers on the Internet, to those who sign in. private: through a private endpoint in that network only; the package is deployed from inside it too. Needs privateNetwork.')
@allowed(['public', 'private'])
param siteAccess string = 'public'

@description('Address ranges that may call the app, such as 203.0.113.0/24, with commas between; empty: all. The CRM and every user of the page must be in one.')
param allowedAddresses string = ''

@description('Whether a key vault is made for the CRM\'s key. Not together with crmScope.')
param crmKeyVault bool = false

@description('The CRM\'s key, for the key vault. Empty: the secret is left as it is, or set afterwards.')
@secure()
param crmApiKey string = ''

// ---- Supervision ----------------------------------------------------------------------------------------------------

@description('Days that logs and telemetry are kept, in each table of Application Insights too.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Most logs and telemetry taken in on a day, in GB; what comes after is lost until the next day, and alerts are blind. -1: no end.')
@minValue(-1)
@maxValue(1000)
param logDailyCapGB int = 5

@description('Whether each read and write of a table, queue or blob is logged, so that it can be seen who read what. A large night is millions of lines.')
param storageLogs bool = false

@description('Mail address that alerts go to; empty: none.')
@maxLength(320)
param notifyEmail string = ''

@description('Resource id of an action group of yours that alerts go to; empty: none. With neither they are shown in the portal only.')
param actionGroupId string = ''

// ---- Application settings: docs/settings.md -------------------------------------------------------------------------

@description('CRM_SOURCE: what is read. feed: a server of docs/api/crm-feed.openapi.yaml; csv: files in the container crm of the storage account.')
@allowed(['feed', 'csv'])
param crmSource string = 'feed'

@description('CRM_BASE_URL: where the CRM feed is; https. Empty with csv.')
param crmBaseUrl string

@description('CRM_SCOPE: scope of the token for the CRM, such as api://crm/.default. Empty: the key in the key vault is used.')
param crmScope string = ''

@description('GRAPH_BASE_URL: Microsoft Graph, of the global cloud or a national one. Bicep and docs/deploy.md are written for the global cloud.')
@allowed([
  'https://graph.microsoft.com/v1.0'
  'https://graph.microsoft.us/v1.0'
  'https://dod-graph.microsoft.us/v1.0'
  'https://microsoftgraph.chinacloudapi.cn/v1.0'
])
param graphBaseUrl string = 'https://graph.microsoft.com/v1.0'

@description('SYNC_SCHEDULE: NCRONTAB with six fields, UTC, of the nightly run.')
@minLength(11)
param syncSchedule string = '0 0 1 * * *'

@description('SYNC_FOLDER: contact folder in each mailbox; default, in lower case: the mailbox\'s own Contacts.')
@minLength(1)
@maxLength(255)
param syncFolder string = 'CRM Contacts'

@description('SYNC_CATEGORY: a category that is added on create and adoption; empty: none.')
@maxLength(255)
param syncCategory string = ''

@description('SYNC_NEW: whether contacts come by themselves, or when their user asks for them.')
@allowed(['automatic', 'onRequest'])
param syncNew string = 'automatic'

@description('SYNC_USERS_GROUP: id of a CRM group, the pilot; empty: all users.')
param syncUsersGroup string = ''

@description('SYNC_INACTIVE: what happens to the copies of a contact that is no longer active.')
@allowed(['remove', 'keep'])
param syncInactive string = 'remove'

@description('SYNC_REMOVAL: how copies are removed, to Deleted Items or for good.')
@allowed(['soft', 'permanent'])
param syncRemoval string = 'soft'

@description('SYNC_REMOVAL_SECURITY: how copies are removed that their user may no longer see. Outside the global cloud it must be soft.')
@allowed(['soft', 'permanent'])
param syncRemovalSecurity string = 'permanent'

@description('SYNC_REMOVAL_LIMIT: removals above this number are held for an admin; 0 holds all.')
@minValue(0)
@maxValue(999999999)
param syncRemovalLimit int = 500

@description('SYNC_REMOVAL_LIMIT_PERCENT: the same, in percent of the linked pairs.')
@minValue(0)
@maxValue(100)
param syncRemovalLimitPercent int = 20

@description('SYNC_PAGE_SIZE: contacts on a page of the CRM feed.')
@minValue(1)
@maxValue(5000)
param syncPageSize int = 1000

@description('SYNC_MAILBOX_CONCURRENCY: requests in flight for each mailbox and instance.')
@minValue(1)
@maxValue(4)
param syncMailboxConcurrency int = 2

@description('SYNC_TENANT_ID: Microsoft Entra tenant whose users and applications may call.')
@minLength(36)
@maxLength(36)
param syncTenantId string = tenant().tenantId

// ---- Names ----------------------------------------------------------------------------------------------------------

var abbreviations = loadJsonContent('abbreviations.json')
var token = uniqueString(subscription().id, environmentName, location)
var allTags = union(tags, { 'azd-env-name': environmentName })
var appName = '${abbreviations.functionApp}${token}'
var identityName = '${abbreviations.identity}${token}'
var storageName = '${abbreviations.storageAccount}${token}'
var vaultName = '${abbreviations.keyVault}${token}'
var insightsName = '${abbreviations.applicationInsights}${token}'
var packageContainer = 'app-package'
var queues = ['contact-sync', 'contact-sync-now', 'contact-changes', 'snapshot-pages']
var tables = ['Contacts', 'Pairs', 'Due', 'SyncList', 'Directory', 'Runs', 'Requests', 'Mailboxes']

// ---- Resources ------------------------------------------------------------------------------------------------------

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: empty(resourceGroupName) ? '${abbreviations.resourceGroup}${environmentName}' : resourceGroupName
  location: location
  tags: allTags
}

module identity 'app/identity.bicep' = {
  scope: group
  params: {
    name: identityName
    location: location
    tags: allTags
  }
}

module storage 'app/storage.bicep' = {
  scope: group
  params: {
    name: storageName
    location: location
    tags: allTags
    sku: storageSku
    packageContainer: packageContainer
    queues: queues
    tables: tables
    privateOnly: privateNetwork
  }
}

module storageRoles 'app/storage-roles.bicep' = {
  scope: group
  params: {
    storageAccountName: storageName
    identityName: identityName
    identityPrincipalId: identity.outputs.principalId
    backup: {
      id: backupPrincipalId
      kind: backupPrincipalType
    }
    restore: {
      id: restorePrincipalId
      kind: restorePrincipalType
    }
  }
  dependsOn: [storage]
}

module storageKept 'app/storage-lock.bicep' = if (storageLock) {
  scope: group
  params: {
    storageAccountName: storageName
  }
  dependsOn: [storage]
}

module keyVault 'app/keyvault.bicep' = if (crmKeyVault) {
  scope: group
  params: {
    name: vaultName
    location: location
    tags: allTags
    identityName: identityName
    identityPrincipalId: identity.outputs.principalId
    privateOnly: privateNetwork
    crmApiKey: crmApiKey
  }
}

module monitoring 'app/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: '${abbreviations.workspace}${token}'
    applicationInsightsName: insightsName
    location: location
    tags: allTags
    retentionDays: logRetentionDays
    dailyCapGB: logDailyCapGB
    identityName: identityName
    identityPrincipalId: identity.outputs.principalId
  }
}

module network 'app/network.bicep' = if (privateNetwork) {
  scope: group
  params: {
    name: '${abbreviations.virtualNetwork}${token}'
    suffix: token
    location: location
    tags: allTags
    addressPrefix: networkAddressPrefix
  }
}

@batchSize(1)
module storageEndpoints 'app/private-endpoint.bicep' = [
  for part in ['blob', 'queue', 'table']: if (privateNetwork) {
    scope: group
    params: {
      name: '${abbreviations.privateEndpoint}${token}-${part}'
      location: location
      tags: allTags
      subnetId: network!.outputs.endpointSubnetId
      virtualNetworkId: network!.outputs.id
      targetId: storage.outputs.id
      groupId: part
      zoneName: 'privatelink.${part}.${environment().suffixes.storage}'
    }
  }
]

module vaultEndpoint 'app/private-endpoint.bicep' = if (privateNetwork && crmKeyVault) {
  scope: group
  params: {
    name: '${abbreviations.privateEndpoint}${token}-vault'
    location: location
    tags: allTags
    subnetId: network!.outputs.endpointSubnetId
    virtualNetworkId: network!.outputs.id
    targetId: keyVault!.outputs.id
    groupId: 'vault'
    // .vault.azure.net has its private zone at privatelink.vaultcore.azure.net, and so have the national clouds.
    zoneName: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
  }
}

// ---- Application settings -------------------------------------------------------------------------------------------

var ownSettings = {
  AZURE_CLIENT_ID: identity.outputs.clientId
  CRM_SOURCE: crmSource
  GRAPH_BASE_URL: graphBaseUrl
  SYNC_SCHEDULE: syncSchedule
  SYNC_FOLDER: syncFolder
  SYNC_CATEGORY: syncCategory
  SYNC_NEW: syncNew
  SYNC_USERS_GROUP: syncUsersGroup
  SYNC_INACTIVE: syncInactive
  SYNC_REMOVAL: syncRemoval
  SYNC_REMOVAL_SECURITY: syncRemovalSecurity
  SYNC_REMOVAL_LIMIT: string(syncRemovalLimit)
  SYNC_REMOVAL_LIMIT_PERCENT: string(syncRemovalLimitPercent)
  SYNC_PAGE_SIZE: string(syncPageSize)
  SYNC_MAILBOX_CONCURRENCY: string(syncMailboxConcurrency)
  SYNC_TENANT_ID: syncTenantId
}

// Half of the instance is the heap: the other half is for the host, for threads and for what the JVM keeps besides.
var heapMB = instanceMemoryMB / 2

// The platform's: storage and telemetry by identity, no welcome page, and the sign-in of browsers without a secret.
var platformSettings = {
  AzureWebJobsStorage__blobServiceUri: storage.outputs.blobEndpoint
  AzureWebJobsStorage__queueServiceUri: storage.outputs.queueEndpoint
  AzureWebJobsStorage__tableServiceUri: storage.outputs.tableEndpoint
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.outputs.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
  AzureWebJobsDisableHomepage: 'true'
  FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '1048576'
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.outputs.clientId
  WEBSITE_AUTH_AAD_ALLOWED_TENANTS: syncTenantId
  JAVA_OPTS: '-Xmx${heapMB}m -XX:+ExitOnOutOfMemoryError'
}

var crmAddressSetting = empty(crmBaseUrl) ? {} : { CRM_BASE_URL: crmBaseUrl }
var crmScopeSetting = empty(crmScope) ? {} : { CRM_SCOPE: crmScope }
var crmKeySetting = crmKeyVault ? { CRM_API_KEY: keyVault!.outputs.crmApiKeyReference } : {}
var paused = empty(disabledFunctions) ? [] : split(disabledFunctions, ',')
var privateSite = privateNetwork && siteAccess == 'private'
var pauseSettings = toObject(paused, name => 'AzureWebJobs.${trim(name)}.Disabled', name => 'true')

module functionApp 'app/function-app.bicep' = {
  scope: group
  params: {
    name: appName
    planName: '${abbreviations.plan}${token}'
    location: location
    tags: allTags
    identityId: identity.outputs.id
    packageUrl: '${storage.outputs.blobEndpoint}${packageContainer}'
    javaVersion: javaVersion
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyHttpInstances: alwaysReadyHttpInstances
    alwaysReadyNowInstances: alwaysReadyNowInstances
    privateOnly: privateSite
    allowedAddresses: map(empty(allowedAddresses) ? [] : split(allowedAddresses, ','), range => trim(range))
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    appSettings: union(ownSettings, platformSettings, crmAddressSetting, crmScopeSetting, crmKeySetting, pauseSettings)
  }
  // It starts at once, and would fail at storage that it may not use yet, or cannot find.
  dependsOn: [storageRoles, storageEndpoints, vaultEndpoint]
}

module alerts 'app/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    namePrefix: appName
    applicationInsightsId: monitoring.outputs.applicationInsightsId
    workspaceId: monitoring.outputs.workspaceId
    functionAppId: functionApp.outputs.id
    functionAppUri: functionApp.outputs.uri
    actionGroupId: actionGroupId
    notifyEmail: notifyEmail
  }
}

module diagnostics 'app/diagnostics.bicep' = {
  scope: group
  params: {
    workspaceId: monitoring.outputs.workspaceId
    functionAppName: appName
    storageAccountName: storageName
    keyVaultName: crmKeyVault ? vaultName : ''
    storageLogs: storageLogs
  }
  dependsOn: [storage, functionApp, keyVault]
}

module siteEndpoint 'app/private-endpoint.bicep' = if (privateSite) {
  scope: group
  params: {
    name: '${abbreviations.privateEndpoint}${token}-sites'
    location: location
    tags: allTags
    subnetId: network!.outputs.endpointSubnetId
    virtualNetworkId: network!.outputs.id
    targetId: functionApp.outputs.id
    groupId: 'sites'
    zoneName: 'privatelink.azurewebsites.net'
  }
}

module workbook 'app/workbook.bicep' = {
  scope: group
  params: {
    location: location
    tags: allTags
    workbookName: appName
    applicationInsightsName: insightsName
  }
  dependsOn: [monitoring]
}

// ---- What the next steps need: azd keeps these in its environment ----------------------------------------------------

@description('Region of all resources.')
output AZURE_LOCATION string = location

@description('Tenant that the subscription trusts.')
output AZURE_TENANT_ID string = tenant().tenantId

@description('Resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the function app.')
output SERVICE_API_NAME string = functionApp.outputs.name

@description('Address of the function app.')
output SERVICE_API_URI string = functionApp.outputs.uri

@description('Name of the app\'s identity.')
output APP_IDENTITY_NAME string = identityName

@description('Client id of the app\'s identity: what Exchange calls AppId.')
output APP_IDENTITY_CLIENT_ID string = identity.outputs.clientId

@description('Object id of the app\'s identity: what Exchange calls ObjectId.')
output APP_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId

@description('Address of the table service, for the backup of the synchronization lists.')
output TABLE_ENDPOINT string = storage.outputs.tableEndpoint

@description('Name of the storage account.')
output STORAGE_ACCOUNT_NAME string = storage.outputs.name

@description('Name of the key vault; empty: there is none.')
output KEY_VAULT_NAME string = crmKeyVault ? keyVault!.outputs.name : ''

@description('Name of Application Insights.')
output APPLICATION_INSIGHTS_NAME string = monitoring.outputs.applicationInsightsName

@description('Address that the app\'s connections to the Internet come from, for the CRM\'s list of allowed ones; empty: any of Azure\'s.')
output OUTBOUND_ADDRESS string = privateNetwork ? network!.outputs.outboundAddress : ''
