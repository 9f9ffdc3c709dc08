<#
.SYNOPSIS
Lets the app write contacts in the mailboxes of one group's members, and in no others.

.DESCRIPTION
Exchange Online, RBAC for Applications: a pointer to the app's identity, a management scope over the group's direct
members, and the role "Application Contacts.ReadWrite" within that scope. What is there already stays; what differs is
told and not changed. docs/mailbox-rights.md explains each step.

Refuses to go on where the identity has the application permission Contacts.Read or Contacts.ReadWrite in Microsoft
Entra as well: the two grants are added up, so that a consent there opens every mailbox, whatever the scope says.

Needs the modules ExchangeOnlineManagement and Microsoft.Graph.Applications, and these sessions:
  Connect-ExchangeOnline
  Connect-MgGraph -Scopes Application.Read.All

.EXAMPLE
./Grant-MailboxAccess.ps1 -AppId <client id> -ObjectId <object id> -Group crm-outlook-sync -WhatIf
Says what would be done.

.EXAMPLE
./Grant-MailboxAccess.ps1 -AppId <client id> -ObjectId <object id> -Group crm-outlook-sync -TestMailbox anna@example.com
Does it, and asks Exchange whether the app may now work in this mailbox.

.EXAMPLE
./Grant-MailboxAccess.ps1 -AppId <client id> -ObjectId <object id> -Remove
Takes it all away again. The group stays.
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Grant')]
param(
    # Client id of the app's identity: APP_IDENTITY_CLIENT_ID of the deployment.
    [Parameter(Mandatory)]
    [guid] $AppId,

    # Object id of its service principal: APP_IDENTITY_PRINCIPAL_ID of the deployment.
    [Parameter(Mandatory)]
    [guid] $ObjectId,

    # A mail-enabled security group; mailboxes count only if they are its direct members.
    [Parameter(Mandatory, ParameterSetName = 'Grant')]
    [string] $Group,

    # A mailbox to test the result with.
    [Parameter(ParameterSetName = 'Grant')]
    [string] $TestMailbox,

    # Takes assignment, scope and pointer away.
    [Parameter(Mandatory, ParameterSetName = 'Remove')]
    [switch] $Remove,

    # How what is made is called in Exchange.
    [ValidateLength(1, 60)]
    [string] $Name = 'crm-outlook-sync'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$role = 'Application Contacts.ReadWrite'

function Find-Quietly([scriptblock] $Search) {
    # Exchange throws where it finds nothing.
    try { & $Search } catch { $null }
}

function Assert-NoConsentInEntra {
    $graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"
    $wide = $graph.AppRoles | Where-Object { $_.Value -in 'Contacts.Read', 'Contacts.ReadWrite' }
    $granted = Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $ObjectId -All |
        Where-Object { $_.AppRoleId -in $wide.Id }
    if ($granted) {
        throw ('The identity has Contacts permission for all mailboxes in Microsoft Entra. It would void the scope. ' +
            'Remove it there first: Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId ' +
            "$ObjectId -AppRoleAssignmentId $(@($granted.Id)[0])")
    }
}

function Remove-Access {
    $assignment = Find-Quietly { Get-ManagementRoleAssignment -Identity $Name }
    if ($assignment -and $PSCmdlet.ShouldProcess($Name, 'Remove-ManagementRoleAssignment')) {
        Remove-ManagementRoleAssignment -Identity $Name -Confirm:$false
    }
    $scope = Find-Quietly { Get-ManagementScope -Identity $Name }
    if ($scope -and $PSCmdlet.ShouldProcess($Name, 'Remove-ManagementScope')) {
        Remove-ManagementScope -Identity $Name -Confirm:$false
    }
    $pointer = Find-Quietly { Get-ServicePrincipal -Identity $ObjectId.ToString() }
    if ($pointer -and $PSCmdlet.ShouldProcess($ObjectId, 'Remove-ServicePrincipal')) {
        Remove-ServicePrincipal -Identity $ObjectId.ToString() -Confirm:$false
    }
    if (-not $WhatIfPreference) {
        Write-Output 'The app has no access to mailboxes any more. Exchange may take up to two hours to act on it.'
    }
}

function Add-Pointer {
    if (Find-Quietly { Get-ServicePrincipal -Identity $ObjectId.ToString() }) {
        Write-Output "Pointer to $ObjectId is there."
    } elseif ($PSCmdlet.ShouldProcess($ObjectId, 'New-ServicePrincipal')) {
        New-ServicePrincipal -AppId $AppId.ToString() -ObjectId $ObjectId.ToString() -DisplayName $Name | Out-Null
        Write-Output "Pointer to $ObjectId made."
    }
}

function Add-Scope {
    $distinguishedName = (Get-DistributionGroup -Identity $Group).DistinguishedName
    $filter = "MemberOfGroup -eq '$($distinguishedName.Replace("'", "''"))'"
    $scope = Find-Quietly { Get-ManagementScope -Identity $Name }
    if ($scope -and $scope.RecipientFilter -notlike "*$($distinguishedName.Replace("'", "''"))*") {
        throw "There is a scope $Name over something else: $($scope.RecipientFilter). Run with -Remove first."
    }
    if ($scope) {
        Write-Output "Scope $Name is there."
    } elseif ($PSCmdlet.ShouldProcess($filter, 'New-ManagementScope')) {
        New-ManagementScope -Name $Name -RecipientRestrictionFilter $filter | Out-Null
        Write-Output "Scope $Name made: $filter"
    }
}

function Add-Assignment {
    $assignment = Find-Quietly { Get-ManagementRoleAssignment -Identity $Name }
    if ($assignment -and ($assignment.Role -ne $role -or $assignment.CustomResourceScope -ne $Name)) {
        throw "There is an assignment $Name of $($assignment.Role) for another scope. Run with -Remove first."
    }
    if ($assignment) {
        Write-Output "Assignment $Name is there."
    } elseif ($PSCmdlet.ShouldProcess("$role for $Group", 'New-ManagementRoleAssignment')) {
        New-ManagementRoleAssignment -Name $Name -Role $role -App $ObjectId.ToString() -CustomResourceScope $Name |
            Out-Null
        Write-Output "Assignment $Name made."
    }
}

function Test-Access {
    # Asks past the cache: what it says holds for the app after 30 minutes to 2 hours.
    $result = Test-ServicePrincipalAuthorization -Identity $ObjectId.ToString() -Resource $TestMailbox
    $result | Format-Table -Property @('RoleName', 'AllowedResourceScope', 'ScopeType', 'InScope') |
        Out-String | Write-Output
    $wide = $result | Where-Object { $_.RoleName -ne $role -or $_.ScopeType -eq 'Organization' }
    if ($wide) {
        Write-Warning 'The app has more than it needs: a role besides, or one for the whole organisation.'
    }
}

# Without a session every search would find nothing, and look like a job done.
Get-OrganizationConfig | Out-Null
if ($Remove) {
    Remove-Access
} else {
    Assert-NoConsentInEntra
    Add-Pointer
    Add-Scope
    Add-Assignment
    if ($TestMailbox -and -not $WhatIfPreference) {
        Test-Access
    }
}
