// What an admin is told of. docs/supervision.md says what to do on each.

@description('Azure region.')
param location string

@description('Tags of the rules.')
param tags object

@description('What the names of the rules begin with.')
param namePrefix string

@description('Resource id of the Application Insights component that is asked.')
param applicationInsightsId string

@description('Resource id of the function app: alerts name it.')
param functionAppId string

@description('Resource id of the action group that is told; empty: alerts are shown in the portal only.')
param actionGroupId string

@description('Share of the mailboxes in use that may be parked, in percent.')
@minValue(0)
@maxValue(100)
param parkedMailboxesPercent int = 10

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
    description: 'The night\'s run did not start, or did not get through: contacts are no longer kept up to date, and withdrawn ones stay.'
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
    description: 'More copies would leave the mailboxes than the guard lets pass: an admin releases or discards them.'
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
    description: 'Work was given up after five attempts. Pairs are tried again the next night; a run has failed.'
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
    description: 'Mailboxes that are missing, full, named twice or out of the app\'s scope: rights or the CRM\'s users may be wrong.'
    query: loadTextContent('alerts/parked-mailboxes.kql')
    column: 'share'
    operator: 'GreaterThan'
    threshold: parkedMailboxesPercent
    severity: 2
    frequency: 'PT1H'
    window: 'P2D'
  }
  {
    name: 'server-errors'
    title: 'HTTP calls fail'
    description: 'The CRM\'s calls, or the page\'s, are answered with a status of 500 or above.'
    query: loadTextContent('alerts/server-errors.kql')
    column: 'errors'
    operator: 'GreaterThan'
    threshold: serverErrors
    severity: 2
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'contacts-unclear'
    title: 'The CRM\'s contacts are not clear'
    description: 'Records without an id, or contacts that the CRM hides or says nothing clear of: copies stay that may have to go.'
    query: loadTextContent('alerts/contacts-unclear.kql')
    column: 'contacts'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
    frequency: 'PT1H'
    window: 'P2D'
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for rule in rules: {
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
      actionGroups: empty(actionGroupId) ? [] : [actionGroupId]
      customProperties: {
        functionApp: functionAppId
        rule: rule.name
      }
    }
  }
}]

@description('Names of the rules.')
output names array = [for (rule, index) in rules: alerts[index].name]
