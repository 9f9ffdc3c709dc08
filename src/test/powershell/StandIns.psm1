# Exchange Online and Microsoft Graph as Grant-MailboxAccess.ps1 sees them, at their strictest: what they answer comes out
# of one organisation in memory. As with the real modules, a refusal is an error that ends nothing unless -ErrorAction
# Stop says so (a script's $ErrorActionPreference does not reach into a module), and what is not found is an error too.

function New-Organization {
    $script:organization = @{
        Pointers    = [System.Collections.Generic.List[object]]::new()
        Scopes      = [System.Collections.Generic.List[object]]::new()
        Assignments = [System.Collections.Generic.List[object]]::new()
        Groups      = [System.Collections.Generic.List[object]]::new()
        Consents    = [System.Collections.Generic.List[object]]::new()
        Mailboxes   = @{}
        Directory   = @('graph', 'exchange')
        Failing     = @{}
        Calls       = [System.Collections.Generic.List[string]]::new()
    }
    $script:organization
}

# Tells the call, and refuses it where the test says so: nothing is done then.
function Test-Refused([string] $Command, [string] $ErrorAction) {
    $script:organization.Calls.Add($Command)
    if ($script:organization.Failing.ContainsKey($Command)) {
        Write-Refusal $script:organization.Failing[$Command] $ErrorAction
        return $true
    }
    $false
}

function Write-Refusal([string] $Message, [string] $ErrorAction) {
    if ($ErrorAction -eq 'Stop') { throw $Message }
    Write-Error $Message -ErrorAction Continue
}

# By name or id; without, all of them. A star stands for anything, as in Exchange.
function Select-ByIdentity([object[]] $All, [string] $Identity, [string[]] $Keys, [string] $ErrorAction) {
    if (-not $Identity) { return $All }
    $found = @($All | Where-Object { $one = $_; $Keys | Where-Object { "$($one.$_)" -like $Identity } })
    if (-not $found) { Write-Refusal "The operation couldn't be performed because object '$Identity' couldn't be found." $ErrorAction }
    $found
}

function Get-OrganizationConfig {
    [CmdletBinding()] param()
    if (Test-Refused 'Get-OrganizationConfig' $PSBoundParameters['ErrorAction']) { return }
    [pscustomobject]@{ Name = 'contoso.example' }
}

function Get-ServicePrincipal {
    [CmdletBinding()] param([string] $Identity)
    if (Test-Refused 'Get-ServicePrincipal' $PSBoundParameters['ErrorAction']) { return }
    Select-ByIdentity $script:organization.Pointers $Identity @('ObjectId', 'AppId', 'DisplayName') $PSBoundParameters['ErrorAction']
}

function New-ServicePrincipal {
    [CmdletBinding()] param([string] $AppId, [string] $ObjectId, [string] $DisplayName)
    if (Test-Refused 'New-ServicePrincipal' $PSBoundParameters['ErrorAction']) { return }
    $made = [pscustomobject]@{ Identity = $ObjectId; ObjectId = $ObjectId; AppId = $AppId; DisplayName = $DisplayName }
    $script:organization.Pointers.Add($made)
    $made
}

function Remove-ServicePrincipal {
    [CmdletBinding()] param([string] $Identity, [switch] $Confirm)
    if (Test-Refused 'Remove-ServicePrincipal' $PSBoundParameters['ErrorAction']) { return }
    $script:organization.Pointers.RemoveAll({ param($one) $one.ObjectId -eq $Identity }) | Out-Null
}

function Get-ManagementScope {
    [CmdletBinding()] param([string] $Identity)
    if (Test-Refused 'Get-ManagementScope' $PSBoundParameters['ErrorAction']) { return }
    Select-ByIdentity $script:organization.Scopes $Identity @('Name') $PSBoundParameters['ErrorAction']
}

function New-ManagementScope {
    [CmdletBinding()] param([string] $Name, [string] $RecipientRestrictionFilter)
    if (Test-Refused 'New-ManagementScope' $PSBoundParameters['ErrorAction']) { return }
    $made = [pscustomobject]@{ Name = $Name; RecipientFilter = $RecipientRestrictionFilter }
    $script:organization.Scopes.Add($made)
    $made
}

function Remove-ManagementScope {
    [CmdletBinding()] param([string] $Identity, [switch] $Confirm)
    if (Test-Refused 'Remove-ManagementScope' $PSBoundParameters['ErrorAction']) { return }
    if ($script:organization.Assignments | Where-Object { $_.CustomResourceScope -eq $Identity }) {
        Write-Refusal "The scope '$Identity' is used by an assignment." $PSBoundParameters['ErrorAction']
        return
    }
    $script:organization.Scopes.RemoveAll({ param($one) $one.Name -eq $Identity }) | Out-Null
}

function Get-ManagementRoleAssignment {
    [CmdletBinding()] param([string] $Identity)
    if (Test-Refused 'Get-ManagementRoleAssignment' $PSBoundParameters['ErrorAction']) { return }
    Select-ByIdentity $script:organization.Assignments $Identity @('Name') $PSBoundParameters['ErrorAction']
}

function New-ManagementRoleAssignment {
    [CmdletBinding()] param([string] $Name, [string] $Role, [string] $App, [string] $CustomResourceScope)
    if (Test-Refused 'New-ManagementRoleAssignment' $PSBoundParameters['ErrorAction']) { return }
    $pointer = $script:organization.Pointers | Where-Object { $App -in $_.ObjectId, $_.AppId }
    if (-not $pointer) {
        Write-Refusal "The application '$App' couldn't be found." $PSBoundParameters['ErrorAction']
        return
    }
    $made = [pscustomobject]@{
        Name = $Name; Role = $Role; CustomResourceScope = $CustomResourceScope
        RoleAssigneeType = 'ServicePrincipal'; RoleAssignee = $pointer.ObjectId; RoleAssigneeName = $pointer.DisplayName
    }
    $script:organization.Assignments.Add($made)
    $made
}

function Remove-ManagementRoleAssignment {
    [CmdletBinding()] param([string] $Identity, [switch] $Confirm)
    if (Test-Refused 'Remove-ManagementRoleAssignment' $PSBoundParameters['ErrorAction']) { return }
    $script:organization.Assignments.RemoveAll({ param($one) $one.Name -eq $Identity }) | Out-Null
}

function Get-DistributionGroup {
    [CmdletBinding()] param([string] $Identity)
    if (Test-Refused 'Get-DistributionGroup' $PSBoundParameters['ErrorAction']) { return }
    Select-ByIdentity $script:organization.Groups $Identity @('Name', 'PrimarySmtpAddress') $PSBoundParameters['ErrorAction']
}

# Mailboxes: address to whether it is a member of the group that the scope is over.
function Test-ServicePrincipalAuthorization {
    [CmdletBinding()] param([string] $Identity, [string] $Resource)
    if (Test-Refused 'Test-ServicePrincipalAuthorization' $PSBoundParameters['ErrorAction']) { return }
    if (-not $script:organization.Mailboxes.ContainsKey($Resource)) { return }
    $script:organization.Assignments | Where-Object { $_.RoleAssignee -eq $Identity } | ForEach-Object {
        [pscustomobject]@{
            RoleName             = $_.Role
            GrantedPermissions   = $_.Role -replace '^Application '
            AllowedResourceScope = $(if ($_.CustomResourceScope) { $_.CustomResourceScope } else { 'Organization' })
            ScopeType            = $(if ($_.CustomResourceScope) { 'CustomRecipientScope' } else { 'Organization' })
            InScope              = $(if ($_.CustomResourceScope) { $script:organization.Mailboxes[$Resource] } else { $true })
        }
    }
}

function Get-MgServicePrincipal {
    [CmdletBinding()] param([string] $Filter)
    if (Test-Refused 'Get-MgServicePrincipal' $PSBoundParameters['ErrorAction']) { return }
    $wanted = if ($Filter -match '00000003-0000-0000-c000-000000000000') { 'graph' } else { 'exchange' }
    if ($wanted -notin $script:organization.Directory) { return }
    $roles = @{
        graph    = 'Contacts.Read', 'Contacts.ReadWrite', 'Mail.Read', 'Calendars.Read', 'User.Read.All'
        exchange = @('full_access_as_app')
    }
    [pscustomobject]@{
        Id       = $wanted
        AppRoles = @($roles[$wanted] | ForEach-Object { [pscustomobject]@{ Id = "role-$_"; Value = $_ } })
    }
}

function Get-MgServicePrincipalAppRoleAssignment {
    [CmdletBinding()] param([string] $ServicePrincipalId, [switch] $All)
    if (Test-Refused 'Get-MgServicePrincipalAppRoleAssignment' $PSBoundParameters['ErrorAction']) { return }
    $script:organization.Consents | ForEach-Object {
        [pscustomobject]@{ Id = "consent-$($_.Role)"; AppRoleId = "role-$($_.Role)"; ResourceId = $_.Resource }
    }
}

Export-ModuleMember -Function 'New-Organization', '*-OrganizationConfig', '*-ServicePrincipal', '*-ManagementScope',
    '*-ManagementRoleAssignment', '*-DistributionGroup', '*-ServicePrincipalAuthorization', '*-Mg*'
