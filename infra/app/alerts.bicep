// What an admin is told of. Each says what to open and what to do; docs/supervision.md says more.

import { tagsOfAll } from 'types.bicep'

@description('Azure region.')
param location string

@description('Tags of the rules.')
param tags tagsOfAll

@description('What the names of the rules begin with.')
param namePrefix string

@description('Resource id of the Application Insights component that is asked.')
param applicationInsightsId string

@description('Resource id of the workspace behind it, which is asked for its own troubles.')
param workspaceId string

@description('Resource id of the function app: alerts name it.')
param functionAppId string

@description('Address of the function app.')
param functionAppUri string

@description('Resource id of an action group of yours that is told; empty: none.')
param actionGroupId string

@description('Mail address that is told; empty: none. With neither, alerts are shown in the portal only.')
param notifyEmail string

@description('Share of the mailboxes in use that may be parked, in percent.')
@minValue(0)
@maxValue(100)
param parkedMailboxesPercent int = 10

@description('Pairs that may be left failed after a day.')
@minValue(0)
@maxValue(1000000)
param failedPairs int = 10

@description('Answers with a status of 500 or above that are let pass, in an hour.')
@minValue(0)
@maxValue(1000)
param serverErrors int = 4

var measured = loadTextContent('measured.kql')

// Severity: 1 error, 2 warning. A window of two days lets a query ask for the last 26 hours. A window is longer than the
// time between two looks: lines arrive minutes after their time, and would fall between windows that only touch.
var rules = [
  {
    name: 'no-successful-run'
    title: 'No successful run for 26 hours'
    description: 'The night\'s run did not start, or did not get through: contacts are no longer kept up to date, and withdrawn ones stay. Open ${functionAppUri}/page, Runs. No run: is NightlySync paused, is the app started? A failed one says why; POST /api/runs when that is mended.'
    query: loadTextContent('alerts/no-successful-run.kql')
    column: 'runs'
    operator: 'LessThan'
    threshold: 1
    severity: 1
    frequency: 'PT1H'
    window: 'P2D'
  }
  {
    name: 'removals-held'
    title: 'Removals are held'
    description: 'More copies would leave the mailboxes than the guard lets pass. Open ${functionAppUri}/page, Runs, and look at the list: release it if it is right; if not, mend the CRM first, or discard it.'
    query: loadTextContent('alerts/removals-held.kql')
    column: 'held'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
    frequency: 'PT1H'
    window: 'P2D'
  }
  {
    name: 'poison-messages'
    title: 'Messages could not be digested'
    description: 'Work was given up after five attempts. Open Failures of Application Insights for the function of that queue. Pairs are tried again the next night; a run has failed: start another when the cause is gone.'
    query: loadTextContent('alerts/poison-messages.kql')
    column: 'messages'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'parked-mailboxes'
    title: 'Many mailboxes are parked'
    description: 'Mailboxes that are missing, full, named twice or out of the app\'s scope. Open ${functionAppUri}/page, Mailboxes: the reason is there. Many that are out of scope: run Grant-MailboxAccess.ps1 with -TestMailbox.'
    query: loadTextContent('alerts/parked-mailboxes.kql')
    column: 'share'
    operator: 'GreaterThan'
    threshold: parkedMailboxesPercent
    severity: 2
    frequency: 'PT1H'
    window: 'P2D'
  }
  {
    name: 'failed-pairs'
    title: 'Contacts could not be written'
    description: 'More than ${failedPairs} contacts were refused in a mailbox and not written since. Open the workbook, Outcomes, for the reasons. They are tried again; one reason for many of them is a fault to be reported.'
    query: loadTextContent('alerts/failed-pairs.kql')
    column: 'pairs'
    operator: 'GreaterThan'
    threshold: failedPairs
    severity: 2
    frequency: 'PT1H'
    window: 'P2D'
  }
  {
    name: 'bad-records'
    title: 'The CRM sends contacts that cannot be read'
    description: 'The last run set contacts aside that break the feed\'s schema: they are not updated. Open ${functionAppUri}/page, Runs, or GET /api/runs: the run names what was wrong. Mend it in the CRM or its feed; the next night takes them.'
    query: loadTextContent('alerts/bad-records.kql')
    column: 'records'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
    frequency: 'PT1H'
    window: 'P2D'
  }
  {
    name: 'queue-stands-still'
    title: 'A queue stands still'
    description: 'Messages have waited for 30 minutes and no instance works on them. Is the function paused? Else Azure has not woken it: open the function app in the portal, Functions, Refresh (which syncs its triggers), or restart the app. Nothing is lost.'
    query: loadTextContent('alerts/queue-stands-still.kql')
    column: 'queues'
    operator: 'GreaterThan'
    threshold: 0
    severity: 1
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'server-errors'
    title: 'HTTP calls fail'
    description: 'The CRM\'s calls, or the page\'s, are answered with a status of 500 or above. Open Failures of Application Insights. 503: CRM or storage did not answer, callers may try again. 500: the log says where.'
    query: loadTextContent('alerts/server-errors.kql')
    column: 'errors'
    operator: 'GreaterThan'
    threshold: serverErrors
    severity: 2
    frequency: 'PT15M'
    window: 'PT1H'
  }
]

resource mail 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(notifyEmail)) {
  name: '${namePrefix}-mail'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'crmoutlook'
    enabled: true
    emailReceivers: [
      {
        name: 'admin'
        emailAddress: notifyEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

var told = union(
  empty(actionGroupId) ? [] : [actionGroupId],
  empty(notifyEmail) ? [] : [resourceId('Microsoft.Insights/actionGroups', '${namePrefix}-mail')]
)

resource alerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: '${namePrefix}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${namePrefix}: ${rule.title}'
      description: rule.description
      enabled: true
      severity: rule.severity
      scopes: [applicationInsightsId]
      targetResourceTypes: ['microsoft.insights/components']
      evaluationFrequency: rule.frequency
      windowSize: rule.window
      autoMitigate: true
      // The functions in front of a query are looked for as tables when it is checked beforehand.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: '${measured}${rule.query}'
            metricMeasureColumn: rule.column
            timeAggregation: 'Total'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: told
        customProperties: {
          functionApp: functionAppId
          rule: rule.name
        }
      }
    }
    dependsOn: [mail]
  }
]

// Past the cap nothing is taken in, and every other rule is blind.
resource dailyCap 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
  name: '${namePrefix}-daily-cap'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${namePrefix}: Logs are full for today'
    description: 'The workspace took in its LOG_DAILY_CAP_GB and takes no more until tomorrow: the other alerts see nothing. Open the workspace, Usage and estimated costs, for what grew; STORAGE_LOGS is the usual cause. Raise the cap or switch that off.'
    enabled: true
    severity: 2
    scopes: [workspaceId]
    targetResourceTypes: ['microsoft.operationalinsights/workspaces']
    evaluationFrequency: 'PT1H'
    windowSize: 'PT2H'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: loadTextContent('alerts/workspace/daily-cap.kql')
          metricMeasureColumn: 'times'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: told
      customProperties: {
        functionApp: functionAppId
        rule: 'daily-cap'
      }
    }
  }
  dependsOn: [mail]
}

@description('Names of the rules.')
output names string[] = [for (rule, index) in rules: alerts[index].name]
