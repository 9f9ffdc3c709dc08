// Values of main.bicep, read from environment variables: azd keeps them in its environment (azd env set), for az they
// are exported. Of the settings in docs/settings.md, the variable has the setting's own name. Not here: tags, which are
// an object; crmApiKey, which belongs into no file; syncTenantId, which is the tenant that the subscription trusts.
// azd takes this file before a main.parameters.json, so there is no other: what az deploys is what azd deploys. A value
// that main.bicep would refuse is refused here, by the name of its variable, before Azure is asked.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param resourceGroupName = readEnvironmentVariable('AZURE_RESOURCE_GROUP', '')
param javaVersion = readEnvironmentVariable('JAVA_VERSION', '21')
var memory = readEnvironmentVariable('INSTANCE_MEMORY_MB', '2048')
param instanceMemoryMB = memory == '2048' ? 2048 : memory == '4096' ? 4096 : fail('INSTANCE_MEMORY_MB is 2048 or 4096')
var mostInstances = int(readEnvironmentVariable('MAXIMUM_INSTANCE_COUNT', '40'))
param maximumInstanceCount = mostInstances >= 1 && mostInstances <= 1000
  ? mostInstances
  : fail('MAXIMUM_INSTANCE_COUNT is a number from 1 to 1000')
var readyInstances = int(readEnvironmentVariable('ALWAYS_READY_HTTP_INSTANCES', '0'))
param alwaysReadyHttpInstances = readyInstances >= 0 && readyInstances <= 20
  ? readyInstances
  : fail('ALWAYS_READY_HTTP_INSTANCES is a number from 0 to 20')
var readyNow = int(readEnvironmentVariable('ALWAYS_READY_NOW_INSTANCES', '0'))
param alwaysReadyNowInstances = readyNow >= 0 && readyNow <= 20
  ? readyNow
  : fail('ALWAYS_READY_NOW_INSTANCES is a number from 0 to 20')
param disabledFunctions = readEnvironmentVariable('DISABLED_FUNCTIONS', '')
param storageSku = readEnvironmentVariable('STORAGE_SKU', 'Standard_LRS')
param storageLock = bool(readEnvironmentVariable('STORAGE_LOCK', 'false'))
param backupPrincipalId = readEnvironmentVariable('BACKUP_PRINCIPAL_ID', '')
param backupPrincipalType = readEnvironmentVariable('BACKUP_PRINCIPAL_TYPE', 'Group')
param restorePrincipalId = readEnvironmentVariable('RESTORE_PRINCIPAL_ID', '')
param restorePrincipalType = readEnvironmentVariable('RESTORE_PRINCIPAL_TYPE', 'Group')
param privateNetwork = bool(readEnvironmentVariable('PRIVATE_NETWORK', 'false'))
param networkAddressPrefix = readEnvironmentVariable('NETWORK_ADDRESS_PREFIX', '10.90.0.0/24')
param siteAccess = readEnvironmentVariable('SITE_ACCESS', 'public')
param allowedAddresses = readEnvironmentVariable('ALLOWED_ADDRESSES', '')
param crmKeyVault = bool(readEnvironmentVariable('CRM_KEY_VAULT', 'false'))
var retention = int(readEnvironmentVariable('LOG_RETENTION_DAYS', '30'))
param logRetentionDays = retention >= 30 && retention <= 730
  ? retention
  : fail('LOG_RETENTION_DAYS is a number from 30 to 730')
var dailyCap = int(readEnvironmentVariable('LOG_DAILY_CAP_GB', '5'))
param logDailyCapGB = dailyCap >= -1 && dailyCap <= 1000
  ? dailyCap
  : fail('LOG_DAILY_CAP_GB is a number from -1 to 1000')
param storageLogs = bool(readEnvironmentVariable('STORAGE_LOGS', 'false'))
param notifyEmail = readEnvironmentVariable('NOTIFY_EMAIL', '')
param actionGroupId = readEnvironmentVariable('ACTION_GROUP_ID', '')
var source = readEnvironmentVariable('CRM_SOURCE', 'feed')
param crmSource = source == 'feed' ? 'feed' : source == 'csv' ? 'csv' : fail('CRM_SOURCE is feed or csv')
param crmBaseUrl = source == 'feed' ? readEnvironmentVariable('CRM_BASE_URL') : ''
param crmScope = readEnvironmentVariable('CRM_SCOPE', '')
param graphBaseUrl = readEnvironmentVariable('GRAPH_BASE_URL', 'https://graph.microsoft.com/v1.0')
param syncSchedule = readEnvironmentVariable('SYNC_SCHEDULE', '0 0 1 * * *')
param syncFolder = readEnvironmentVariable('SYNC_FOLDER', 'CRM Contacts')
param syncCategory = readEnvironmentVariable('SYNC_CATEGORY', '')
param syncNew = readEnvironmentVariable('SYNC_NEW', 'automatic')
param syncUsersGroup = readEnvironmentVariable('SYNC_USERS_GROUP', '')
param syncInactive = readEnvironmentVariable('SYNC_INACTIVE', 'remove')
param syncRemoval = readEnvironmentVariable('SYNC_REMOVAL', 'soft')
param syncRemovalSecurity = readEnvironmentVariable('SYNC_REMOVAL_SECURITY', 'permanent')
var removals = int(readEnvironmentVariable('SYNC_REMOVAL_LIMIT', '500'))
param syncRemovalLimit = removals >= 0 && removals <= 999999999
  ? removals
  : fail('SYNC_REMOVAL_LIMIT is a number from 0 to 999999999')
var removalsPercent = int(readEnvironmentVariable('SYNC_REMOVAL_LIMIT_PERCENT', '20'))
param syncRemovalLimitPercent = removalsPercent >= 0 && removalsPercent <= 100
  ? removalsPercent
  : fail('SYNC_REMOVAL_LIMIT_PERCENT is a number from 0 to 100')
var pageSize = int(readEnvironmentVariable('SYNC_PAGE_SIZE', '1000'))
param syncPageSize = pageSize >= 1 && pageSize <= 5000 ? pageSize : fail('SYNC_PAGE_SIZE is a number from 1 to 5000')
var mailboxConcurrency = int(readEnvironmentVariable('SYNC_MAILBOX_CONCURRENCY', '2'))
param syncMailboxConcurrency = mailboxConcurrency >= 1 && mailboxConcurrency <= 4
  ? mailboxConcurrency
  : fail('SYNC_MAILBOX_CONCURRENCY is a number from 1 to 4')
