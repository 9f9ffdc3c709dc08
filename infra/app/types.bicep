// What is given to more than one module.

@export()
@description('Tags by name.')
type tagsOfAll = { *: string }

@export()
@description('What an object id in Microsoft Entra stands for.')
type principalKind = 'User' | 'Group' | 'ServicePrincipal'

@export()
@description('Somebody who gets a role; without an object id nobody does.')
type somebody = {
  @description('Object id; empty: nobody.')
  id: string

  @description('What it is.')
  kind: principalKind
}
