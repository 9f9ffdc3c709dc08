// The workbook: what the app did, in Application Insights under Workbooks.

import { tagsOfAll } from 'types.bicep'

@description('Azure region.')
param location string

@description('Tags of the workbook.')
param tags tagsOfAll

@description('Name that the portal shows.')
param workbookName string

@description('Name of the Application Insights component that it reads, which exists.')
param applicationInsightsName string

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  // Its name must be a GUID; the same one each time, so that a deployment replaces it.
  name: guid(component.id, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: workbookName
    category: 'workbook'
    sourceId: component.id
    version: 'Notebook/1.0'
    serializedData: loadTextContent('workbook.json')
  }
}

@description('Resource id of the workbook.')
output id string = workbook.id
