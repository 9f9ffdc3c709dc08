# The script against stand-ins for the cmdlets of Exchange Online and Microsoft Graph (StandIns.psm1).

Describe 'Grant-MailboxAccess.ps1' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot 'StandIns.psm1') -Force -Global
        $grantScript = Join-Path $PSScriptRoot '../../../infra/scripts/Grant-MailboxAccess.ps1'
        $app = @{ AppId = '11111111-1111-1111-1111-111111111111'; ObjectId = '22222222-2222-2222-2222-222222222222' }
        $otherApp = '33333333-3333-3333-3333-333333333333'
        $groupName = "CN=crm-outlook-sync,OU=O'Hara,DC=example"
        $filter = "MemberOfGroup -eq 'CN=crm-outlook-sync,OU=O''Hara,DC=example'"
        $role = 'Application Contacts.ReadWrite'

        # What it said (output, warnings, the error that ended it), and the exit code that pwsh -File would have.
        function Invoke-Script([hashtable] $Parameters) {
            $global:LASTEXITCODE = 0
            $said = @()
            $failed = $null
            try {
                & $grantScript @app @Parameters *>&1 | ForEach-Object { $said += "$_" }
            } catch {
                $failed = "$_"
            }
            [pscustomobject]@{
                Output = $said -join "`n"
                Failed = $failed
                Exit   = $(if ($failed) { 1 } else { $global:LASTEXITCODE })
            }
        }

        function Invoke-Grant([hashtable] $More = @{}) { Invoke-Script (@{ Group = 'crm-outlook-sync' } + $More) }
        function Invoke-Removal([hashtable] $More = @{}) { Invoke-Script (@{ Remove = $true } + $More) }

        function Add-Assignment([string] $Name, [string] $Role, [string] $Scope, [string] $To) {
            $organization.Assignments.Add([pscustomobject]@{
                    Name = $Name; Role = $Role; CustomResourceScope = $Scope
                    RoleAssigneeType = 'ServicePrincipal'; RoleAssignee = $To; RoleAssigneeName = 'crm-outlook-sync'
                })
        }

        function Add-Scope([string] $Filter) {
            $organization.Scopes.Add([pscustomobject]@{ Name = 'crm-outlook-sync'; RecipientFilter = $Filter })
        }

        function Add-Pointer([string] $AppId, [string] $ObjectId) {
            $organization.Pointers.Add([pscustomobject]@{
                    Identity = $ObjectId; ObjectId = $ObjectId; AppId = $AppId; DisplayName = 'crm-outlook-sync'
                })
        }

        function Get-Change { @($organization.Calls -match '^(New|Remove)-') }
    }

    BeforeEach {
        $organization = New-Organization
        $organization.Groups.Add([pscustomobject]@{
                Name = 'crm-outlook-sync'; DistinguishedName = $groupName; PrimarySmtpAddress = 'crm@example.com'
                RecipientTypeDetails = 'MailUniversalSecurityGroup'; MemberJoinRestriction = 'Closed'
            })
        $organization.Mailboxes['anna@example.com'] = $true
        $organization.Mailboxes['outside@example.com'] = $false
    }

    AfterAll {
        Remove-Module StandIns
    }

    Context 'Granting' {
        It 'makes pointer, scope and assignment for the one group' {
            $result = Invoke-Grant

            $result.Failed | Should -BeNullOrEmpty
            Get-Change | Should -Be 'New-ServicePrincipal', 'New-ManagementScope', 'New-ManagementRoleAssignment'
            $organization.Pointers[0].AppId | Should -Be $app.AppId
            $organization.Scopes[0].RecipientFilter | Should -Be $filter
            $organization.Assignments[0].Role | Should -Be $role
            $organization.Assignments[0].CustomResourceScope | Should -Be 'crm-outlook-sync'
        }

        It 'changes nothing the second time' {
            Invoke-Grant
            $organization.Calls.Clear()

            $result = Invoke-Grant

            $result.Failed | Should -BeNullOrEmpty
            Get-Change | Should -BeNullOrEmpty
            $result.Output | Should -Match 'is there'
        }

        It 'makes what is missing of a half-done grant' {
            Add-Pointer $app.AppId $app.ObjectId

            Invoke-Grant

            Get-Change | Should -Be 'New-ManagementScope', 'New-ManagementRoleAssignment'
        }

        It 'changes nothing with -WhatIf' {
            (Invoke-Grant @{ WhatIf = $true }).Failed | Should -BeNullOrEmpty

            Get-Change | Should -BeNullOrEmpty
        }

        It 'makes nothing where <_> cannot be asked' -ForEach @(
            'Get-OrganizationConfig', 'Get-ServicePrincipal', 'Get-ManagementScope', 'Get-ManagementRoleAssignment',
            'Get-DistributionGroup', 'Get-MgServicePrincipal', 'Get-MgServicePrincipalAppRoleAssignment'
        ) {
            $organization.Failing[$_] = 'Server busy, too many requests'

            $result = Invoke-Grant

            $result.Failed | Should -Match 'Server busy'
            Get-Change | Should -BeNullOrEmpty
        }

        It 'makes nothing where Microsoft Graph is not found in Entra, so that no consent could be seen' {
            $organization.Directory = @()

            (Invoke-Grant).Failed | Should -Match 'Microsoft Graph'
            Get-Change | Should -BeNullOrEmpty
        }

        It 'goes on from no step that failed: <_>' -ForEach @(
            'New-ServicePrincipal', 'New-ManagementScope', 'New-ManagementRoleAssignment'
        ) {
            $organization.Failing[$_] = 'Access denied'

            (Invoke-Grant).Failed | Should -Match 'Access denied'

            @(Get-Change)[-1] | Should -Be $_
        }

        It 'makes nothing where the group does not exist' {
            $organization.Groups.Clear()

            (Invoke-Grant).Failed | Should -Match 'crm-outlook-sync'

            Get-Change | Should -BeNullOrEmpty
        }

        It 'refuses an assignment of that name for another app' {
            Add-Pointer $app.AppId $app.ObjectId
            Add-Scope $filter
            Add-Assignment 'crm-outlook-sync' $role 'crm-outlook-sync' $otherApp

            (Invoke-Grant).Failed | Should -Match $otherApp
        }

        It 'refuses an assignment of another role, or for another scope' {
            Add-Pointer $app.AppId $app.ObjectId
            Add-Assignment 'crm-outlook-sync' 'Application Mail.Read' 'crm-outlook-sync' $app.ObjectId
            (Invoke-Grant).Failed | Should -Match 'Application Mail.Read'

            $organization.Assignments.Clear()
            Add-Assignment 'crm-outlook-sync' $role 'everybody' $app.ObjectId
            (Invoke-Grant).Failed | Should -Match 'everybody'
            Get-Change | Should -BeNullOrEmpty
        }

        It 'refuses a pointer with another AppId, or another pointer to the app' {
            Add-Pointer $otherApp $app.ObjectId
            (Invoke-Grant).Failed | Should -Match $otherApp

            $organization.Pointers.Clear()
            Add-Pointer $app.AppId $otherApp
            (Invoke-Grant).Failed | Should -Match $otherApp
            Get-Change | Should -BeNullOrEmpty
        }

        It 'refuses a scope over <Over>' -ForEach @(
            @{ Over = 'the group or everybody'; Is = "{0} -or RecipientTypeDetails -eq 'UserMailbox'" }
            @{ Over = 'all but the group'; Is = '-not ({0})' }
            @{ Over = 'another group'; Is = "MemberOfGroup -eq 'CN=crm-outlook-sync-all,DC=example'" }
            @{ Over = 'two parts in parentheses'; Is = "({0}) -or (Alias -like '*')" }
        ) {
            Add-Scope ($Is -f $filter)

            (Invoke-Grant).Failed | Should -Match 'scope'

            Get-Change | Should -BeNullOrEmpty
        }

        It 'takes the filter as Exchange may write it back' {
            Add-Scope "(memberofgroup  -eq '$($groupName.Replace("'", "''"))') "

            (Invoke-Grant).Failed | Should -BeNullOrEmpty
        }

        It 'refuses where the app has <Other>' -ForEach @(
            @{ Other = 'another role besides'; Role = 'Application Mail.Read'; Scope = 'somebody' }
            @{ Other = 'its role without a scope'; Role = 'Application Contacts.ReadWrite'; Scope = '' }
        ) {
            Add-Assignment 'by hand' $Role $Scope $app.ObjectId

            (Invoke-Grant).Failed | Should -Match 'by hand'

            Get-Change | Should -BeNullOrEmpty
        }

        It 'refuses where Entra consents <_>' -ForEach @(
            'Contacts.Read', 'Contacts.ReadWrite', 'Mail.Read', 'Calendars.Read', 'full_access_as_app'
        ) {
            $organization.Consents.Add(@{ Role = $_; Resource = $(if ($_ -like 'full*') { 'exchange' } else { 'graph' }) })

            (Invoke-Grant).Failed | Should -Match ([regex]::Escape($_))

            Get-Change | Should -BeNullOrEmpty
        }

        It 'warns of a consent in Entra that opens no mailbox, and lets the one for the CRM be' {
            $organization.Consents.Add(@{ Role = 'User.Read.All'; Resource = 'graph' })
            $organization.Consents.Add(@{ Role = 'crm-reader'; Resource = 'the CRM' })

            $result = Invoke-Grant

            $result.Failed | Should -BeNullOrEmpty
            $result.Output | Should -Match 'User.Read.All'
            $result.Output | Should -Not -Match 'crm-reader'
        }

        It 'refuses a group that anybody may join, or that is no security group' {
            $organization.Groups[0].MemberJoinRestriction = 'Open'
            (Invoke-Grant).Failed | Should -Match 'anybody may join'

            $organization.Groups[0].MemberJoinRestriction = 'Closed'
            $organization.Groups[0].RecipientTypeDetails = 'MailUniversalDistributionGroup'
            (Invoke-Grant).Failed | Should -Match 'security group'
            Get-Change | Should -BeNullOrEmpty
        }
    }

    Context 'Testing a mailbox' {
        It 'says that the app can write there, and ends well' {
            $result = Invoke-Grant @{ TestMailbox = 'anna@example.com' }

            $result.Output | Should -Match 'The app can write contacts in anna@example.com'
            $result.Exit | Should -Be 0
        }

        It 'says that the app cannot write there, and ends with 2' {
            $result = Invoke-Grant @{ TestMailbox = 'outside@example.com' }

            $result.Failed | Should -BeNullOrEmpty
            $result.Output | Should -Match 'The app cannot write contacts in outside@example.com'
            $result.Exit | Should -Be 2
        }

        It 'says that Exchange told nothing, which is neither' {
            $result = Invoke-Grant @{ TestMailbox = 'nobody@example.com' }

            $result.Failed | Should -Match 'nobody@example.com'
            $result.Failed | Should -Not -Match 'property'
            $result.Exit | Should -Be 1
        }

        It 'is no verdict where it cannot be asked' {
            $organization.Failing['Test-ServicePrincipalAuthorization'] = 'Server busy'

            (Invoke-Grant @{ TestMailbox = 'anna@example.com' }).Failed | Should -Match 'Server busy'
        }
    }

    Context 'Removing' {
        BeforeEach {
            Invoke-Grant
            $organization.Calls.Clear()
        }

        It 'takes away all that was made' {
            $result = Invoke-Removal

            $result.Failed | Should -BeNullOrEmpty
            $result.Output | Should -Match 'no access to mailboxes any more'
            $organization.Assignments.Count + $organization.Scopes.Count + $organization.Pointers.Count | Should -Be 0
        }

        It 'takes away nothing with -WhatIf, and does not say that access is gone' {
            $result = Invoke-Removal @{ WhatIf = $true }

            Get-Change | Should -BeNullOrEmpty
            $result.Output | Should -Not -Match 'no access'
        }

        It 'says it once more where nothing is left' {
            Invoke-Removal
            $organization.Calls.Clear()

            (Invoke-Removal).Output | Should -Match 'no access to mailboxes any more'
            Get-Change | Should -BeNullOrEmpty
        }

        It 'says nothing of the kind while <_> cannot be asked' -ForEach @(
            'Get-OrganizationConfig', 'Get-ServicePrincipal', 'Get-ManagementScope', 'Get-ManagementRoleAssignment',
            'Get-MgServicePrincipal', 'Get-MgServicePrincipalAppRoleAssignment'
        ) {
            $organization.Failing[$_] = 'Access denied'

            $result = Invoke-Removal

            $result.Failed | Should -Match 'Access denied'
            $result.Output | Should -Not -Match 'no access'
            Get-Change | Should -BeNullOrEmpty
        }

        It 'says nothing of the kind where <_> fails' -ForEach @(
            'Remove-ManagementRoleAssignment', 'Remove-ManagementScope', 'Remove-ServicePrincipal'
        ) {
            $organization.Failing[$_] = 'Server busy'

            $result = Invoke-Removal

            $result.Failed | Should -Match 'Server busy'
            $result.Output | Should -Not -Match 'no access'
        }

        It 'leaves the assignment of that name that another app has' {
            $organization.Assignments[0].RoleAssignee = $otherApp

            (Invoke-Removal).Failed | Should -Match $otherApp

            Get-Change | Should -BeNullOrEmpty
        }

        It 'says that a consent in Entra still opens mailboxes' {
            $organization.Consents.Add(@{ Role = 'Contacts.ReadWrite'; Resource = 'graph' })

            $result = Invoke-Removal

            $organization.Assignments.Count | Should -Be 0
            $result.Failed | Should -Match 'Contacts.ReadWrite'
            $result.Output | Should -Not -Match 'no access'
        }

        It 'says that another assignment of the app still opens mailboxes, and keeps its pointer' {
            Add-Assignment 'by hand' $role 'somebody' $app.ObjectId

            $result = Invoke-Removal

            $organization.Assignments.Name | Should -Be 'by hand'
            $organization.Pointers.Count | Should -Be 1
            $result.Failed | Should -Match 'by hand'
            $result.Output | Should -Not -Match 'no access'
        }
    }
}
