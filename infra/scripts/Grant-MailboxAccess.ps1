<#
.SYNOPSIS
Lets the app write contacts in the mailboxes of one group's members, and in no others.

.DESCRIPTION
Exchange Online, RBAC for Applications: a pointer to the app's identity, a management scope over the group's direct
members, and the role "Application Contacts.ReadWrite" within that scope. It looks at everything before it changes
anything: what is there already stays, and what differs is told and not changed. docs/mailbox-rights.md explains each
step.

Refuses to go on where a permission in Microsoft Entra opens mailboxes to the identity as well: the two grants are added
up, so that a consent there opens every mailbox, whatever the scope says.

Ends with 0 when all is well, with 2 when -TestMailbox finds that the app cannot write in that mailbox, and with an error
(1 for pwsh -File) for anything else, such as a question that was not answered: nothing is taken for granted then.

Needs the modules ExchangeOnlineManagement and Microsoft.Graph.Applications, and these sessions:
  Connect-ExchangeOnline
  Connect-MgGraph -Scopes Application.Read.All

.EXAMPLE
./Grant-MailboxAccess.ps1 -AppId <client id> -ObjectId <object id> -Group crm-outlook-sync -WhatIf
Says what would be done.

.EXAMPLE
./Grant-MailboxAccess.ps1 -AppId <client id> -ObjectId <object id> -Group crm-outlook-sync -TestMailbox anna@example.com
Does it, and asks Exchange whether the app can now write contacts in this mailbox.

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
# Both: the commands of Exchange and Graph do not see this script's preference, and would go on after an error.
$ErrorActionPreference = 'Stop'
$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }
$role = 'Application Contacts.ReadWrite'

function Get-AppAssignment([object[]] $Assignments, [object] $Pointer) {
    # Exchange names the app by what its pointer is known by there.
    $names = @("$ObjectId", "$AppId") + @($Pointer | ForEach-Object { $_.Identity })
    $Assignments | Where-Object { $_.RoleAssigneeType -eq 'ServicePrincipal' -and "$($_.RoleAssignee)" -in $names }
}

function Get-Consent {
    # Application permissions of the identity for Microsoft Graph and for Exchange Online; those for the CRM are not ours.
    $graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"
    $exchange = Get-MgServicePrincipal -Filter "appId eq '00000002-0000-0ff1-ce00-000000000000'"
    if (-not $graph) { throw 'Microsoft Graph was not found in Microsoft Entra: consents cannot be looked at.' }
    foreach ($grant in Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $ObjectId -All) {
        foreach ($api in @($graph) + @($exchange) | Where-Object { $_ -and $_.Id -eq $grant.ResourceId }) {
            $permission = ($api.AppRoles | Where-Object { $_.Id -eq $grant.AppRoleId }).Value
            [pscustomobject]@{
                Name         = $permission
                Id           = $grant.Id
                OpensMailbox = $api.Id -ne $graph.Id -or $permission -match '^(Contacts|Mail|Calendars|Tasks)'
            }
        }
    }
}

function Get-Access {
    # Whole lists, not by name: an error is then a question that was not answered, never something that is not there.
    $assignments = @(Get-ManagementRoleAssignment)
    $pointers = @(Get-ServicePrincipal | Where-Object { "$ObjectId" -eq $_.ObjectId -or "$AppId" -eq $_.AppId })
    $own = @(Get-AppAssignment $assignments $pointers)
    [pscustomobject]@{
        Pointer    = $pointers
        Scope      = @(Get-ManagementScope | Where-Object { $_.Name -eq $Name })
        Assignment = @($assignments | Where-Object { $_.Name -eq $Name })
        Foreign    = @($assignments | Where-Object { $_.Name -eq $Name -and $_ -notin $own })
        Besides    = @($own | Where-Object { $_.Name -ne $Name })
        Consent    = @(Get-Consent)
    }
}

function Get-Filter {
    $found = @(Get-DistributionGroup -Identity $Group)
    if ($found.Count -ne 1) { throw "There are $($found.Count) groups called $Group. Name it by its address." }
    if ($found[0].RecipientTypeDetails -ne 'MailUniversalSecurityGroup') {
        throw "$Group is no mail-enabled security group but a $($found[0].RecipientTypeDetails). Make one for the app."
    }
    if ($found[0].MemberJoinRestriction -eq 'Open') {
        throw "$Group is a group that anybody may join. Set-DistributionGroup -MemberJoinRestriction Closed first."
    }
    "MemberOfGroup -eq '$($found[0].DistinguishedName.Replace("'", "''"))'"
}

function Get-Plain([string] $Filter) {
    # Exchange writes a filter back with parentheses around it, and blanks of its own.
    ($Filter.Trim() -replace '^\(([^()]*)\)$', '$1').Trim() -replace '\s+', ' '
}

function Get-Wider([object] $Access) {
    $Access.Consent | Where-Object OpensMailbox | ForEach-Object {
        "Microsoft Entra consents $($_.Name) for all mailboxes, which voids the scope: " +
        "Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $ObjectId -AppRoleAssignmentId $($_.Id)"
    }
    $Access.Besides | Where-Object { $_.Role -ne $role -or -not $_.CustomResourceScope } | ForEach-Object {
        "The app has $($_.Role) by the assignment $($_.Name): Remove-ManagementRoleAssignment '$($_.Name)'"
    }
}

function Get-Difference([object] $Access, [string] $Filter) {
    $Access.Pointer | Where-Object { $_.AppId -ne "$AppId" -or $_.ObjectId -ne "$ObjectId" } | ForEach-Object {
        "There is a pointer of AppId $($_.AppId) and ObjectId $($_.ObjectId): Remove-ServicePrincipal $($_.ObjectId)"
    }
    $Access.Scope | Where-Object { (Get-Plain $_.RecipientFilter) -ne (Get-Plain $Filter) } | ForEach-Object {
        "There is a scope $Name over something else: $($_.RecipientFilter). Run with -Remove first."
    }
    $Access.Foreign | ForEach-Object { "The assignment $Name belongs to another app: $($_.RoleAssignee). Choose another -Name." }
    $Access.Assignment | Where-Object { $_.Role -ne $role -or $_.CustomResourceScope -ne $Name } | ForEach-Object {
        "There is an assignment $Name of $($_.Role) for the scope '$($_.CustomResourceScope)'. Run with -Remove first."
    }
    Get-Wider $Access
}

function Add-Access {
    $access = Get-Access
    $filter = Get-Filter
    $differences = @(Get-Difference $access $filter)
    if ($differences) { throw $differences -join [Environment]::NewLine }
    $access.Consent | ForEach-Object { Write-Warning "The app needs no $($_.Name) of Microsoft Entra, but has it." }
    if ($access.Pointer) {
        Write-Output "Pointer to $ObjectId is there."
    } elseif ($PSCmdlet.ShouldProcess($ObjectId, 'New-ServicePrincipal')) {
        New-ServicePrincipal -AppId $AppId.ToString() -ObjectId $ObjectId.ToString() -DisplayName $Name | Out-Null
        Write-Output "Pointer to $ObjectId made."
    }
    if ($access.Scope) {
        Write-Output "Scope $Name is there."
    } elseif ($PSCmdlet.ShouldProcess($filter, 'New-ManagementScope')) {
        New-ManagementScope -Name $Name -RecipientRestrictionFilter $filter | Out-Null
        Write-Output "Scope $Name made: $filter"
    }
    if ($access.Assignment) {
        Write-Output "Assignment $Name is there."
    } elseif ($PSCmdlet.ShouldProcess("$role for $Group", 'New-ManagementRoleAssignment')) {
        New-ManagementRoleAssignment -Name $Name -Role $role -App $ObjectId.ToString() -CustomResourceScope $Name |
            Out-Null
        Write-Output "Assignment $Name made."
    }
}

function Remove-Access {
    $access = Get-Access
    if ($access.Foreign) { throw "The assignment $Name belongs to another app: $($access.Foreign[0].RoleAssignee)" }
    if ($access.Assignment -and $PSCmdlet.ShouldProcess($Name, 'Remove-ManagementRoleAssignment')) {
        Remove-ManagementRoleAssignment -Identity $Name -Confirm:$false
    }
    if ($access.Scope -and $PSCmdlet.ShouldProcess($Name, 'Remove-ManagementScope')) {
        Remove-ManagementScope -Identity $Name -Confirm:$false
    }
    foreach ($pointer in $access.Pointer | Where-Object { -not $access.Besides }) {
        if ($PSCmdlet.ShouldProcess($pointer.ObjectId, 'Remove-ServicePrincipal')) {
            Remove-ServicePrincipal -Identity $pointer.ObjectId -Confirm:$false
        }
    }
    if (-not $WhatIfPreference) { Write-Left (Get-Access) }
}

function Write-Left([object] $Access) {
    $left = @(Get-Wider $Access)
    $left += @($Access.Assignment + $Access.Besides | ForEach-Object { "The assignment $($_.Name) of $($_.Role) is there." })
    if ($left) { throw "The app still has access to mailboxes.$([Environment]::NewLine)$($left -join [Environment]::NewLine)" }
    Write-Output 'The app has no access to mailboxes any more. Exchange may take up to two hours to act on it.'
}

function Test-Access {
    # Asks past the cache: what it says holds for the app after 30 minutes to 2 hours.
    $rows = @(Test-ServicePrincipalAuthorization -Identity $ObjectId.ToString() -Resource $TestMailbox)
    if (-not $rows) { throw "Exchange told nothing of $TestMailbox. Is there such a mailbox?" }
    $rows | Where-Object { $_.RoleName -ne $role -or $_.ScopeType -eq 'Organization' } | ForEach-Object {
        Write-Warning "The app has more than it needs: $($_.RoleName) for $($_.AllowedResourceScope)."
    }
    @($rows | Where-Object { $_.RoleName -eq $role -and "$($_.InScope)" -eq 'True' }).Count -gt 0
}

# Without a session every list would be an error; this one says so first.
Get-OrganizationConfig | Out-Null
if ($Remove) {
    Remove-Access
} else {
    Add-Access
    if ($TestMailbox -and -not $WhatIfPreference) {
        if (Test-Access) {
            Write-Output "The app can write contacts in $TestMailbox, within two hours at the latest."
        } else {
            Write-Output "The app cannot write contacts in ${TestMailbox}: it is no direct member of $Group."
            exit 2
        }
    }
}
