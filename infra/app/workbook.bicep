// The workbook: what the app did, in Application Insights under Workbooks.

@description('Azure region.')
param location string

@description('Tags of the workbook.')
param tags object

@description('Name that the portal shows.')
param workbookName string

@description('Resource id of the Application Insights component that it reads.')
param applicationInsightsId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  // Its name must be a GUID; the same one each time, so that a deployment replaces it.
  name: guid(resourceGroup().id, applicationInsightsId, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: workbookName
    category: 'workbook'
    sourceId: applicationInsightsId
    version: 'Notebook/1.0'
    serializedData: loadTextContent('workbook.json')
  }
}

@description('Resource id of the workbook.')
output id string = workbook.id
