// One private endpoint, with the private DNS zone by which the app finds it.

import { tagsOfAll } from 'types.bicep'

@description('Name of the private endpoint.')
param name string

@description('Azure region.')
param location string

@description('Tags of endpoint and zone.')
param tags tagsOfAll

@description('Subnet of the endpoint.')
param subnetId string

@description('Network that the zone is linked to.')
param virtualNetworkId string

@description('Resource that the endpoint leads to.')
param targetId string

@description('Part of that resource: blob, queue, table, vault, or sites for the app itself.')
@allowed(['blob', 'queue', 'table', 'vault', 'sites'])
param groupId string

@description('Name of the private DNS zone.')
param zoneName string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: virtualNetworkId
      }
    }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: groupId
        properties: {
          privateLinkServiceId: targetId
          groupIds: [groupId]
        }
      }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: groupId
          properties: {
            privateDnsZoneId: zone.id
          }
        }
      ]
    }
  }
}
