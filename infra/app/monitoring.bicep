// Where logs and measurements go: Application Insights over a workspace of its own. Nothing is accepted by key; the app
// sends as its identity.

import { tagsOfAll } from 'types.bicep'

@description('Name of the Log Analytics workspace.')
param workspaceName string

@description('Name of the Application Insights component.')
param applicationInsightsName string

@description('Azure region.')
param location string

@description('Tags of workspace and component.')
param tags tagsOfAll

@description('Days that logs and measurements are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('Most that is taken in on a day, in GB; what comes after is lost until the next day. -1: no end.')
@minValue(-1)
@maxValue(1000)
param dailyCapGB int

@description('Name of the app\'s identity: the name of its role is made from it, so that what-if foresees it.')
param identityName string

@description('Object id of the app\'s identity, which may send.')
param identityPrincipalId string

// Monitoring Metrics Publisher: despite its name, what sending logs takes as well.
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

var telemetryTables = [
  'AppAvailabilityResults'
  'AppBrowserTimings'
  'AppDependencies'
  'AppEvents'
  'AppExceptions'
  'AppMetrics'
  'AppPageViews'
  'AppPerformanceCounters'
  'AppRequests'
  'AppSystemEvents'
  'AppTraces'
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyCapGB
    }
    features: {
      disableLocalAuth: true
    }
  }

  // These tables keep 90 days whatever the workspace says, until they are told otherwise themselves.
  @batchSize(1)
  resource telemetry 'tables' = [
    for table in telemetryTables: {
      name: table
      properties: {
        plan: 'Analytics'
        retentionInDays: retentionDays
        totalRetentionInDays: retentionDays
      }
    }
  ]
}

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: applicationInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}

resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(component.id, identityName, metricsPublisher)
  scope: component
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

@description('Where the app sends to; no secret, because keys are refused.')
output connectionString string = component.properties.ConnectionString

@description('Resource id of the Application Insights component.')
output applicationInsightsId string = component.id

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Name of the Application Insights component.')
output applicationInsightsName string = component.name
