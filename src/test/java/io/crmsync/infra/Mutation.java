package io.crmsync.infra;

import java.util.List;

/**
 * One way to break a rule.
 *
 * @param file the file that is changed
 * @param passage what is replaced there
 * @param instead by what
 */
record Mutation(InfraRule rule, String file, String passage, String instead) {
  private static final String STORAGE = "app/storage.bicep";
  private static final String ROLES = "app/storage-roles.bicep";
  private static final String SITE = "app/function-app.bicep";
  private static final String AUTH = "app/auth.bicep";

  /** The folder with the change. */
  BicepFolder folder() {
    return BicepFolder.asItIs().with(file, passage, instead);
  }

  /** All that are tried. */
  static List<Mutation> all() {
    return List.of(
        new Mutation(InfraRule.WELL_FORMED, STORAGE, "kind: 'StorageV2'", "kind: 'StorageV2"),
        new Mutation(InfraRule.WELL_FORMED, "entra.bicep", "resource principal", "resource"),
        new Mutation(InfraRule.DESCRIBED, "main.bicep", "@description('Version of Java.')", ""),
        new Mutation(InfraRule.DESCRIBED, STORAGE, "@description('Name.')", "@description('')"),
        new Mutation(InfraRule.NAMES, STORAGE, "sku: {\n    name: sku", "sku: {\n    name: 'x'"),
        new Mutation(InfraRule.NAMES, "main.bicep", "var tables =", "var left = 1\nvar tables ="),
        new Mutation(InfraRule.NAMES, "main.bicep", "syncFolder\n", "syncFoldr\n"),
        new Mutation(InfraRule.MODULES, "main.bicep", "    sku: storageSku\n", ""),
        new Mutation(InfraRule.MODULES, "main.bicep", "sku: storageSku", "skew: storageSku"),
        new Mutation(InfraRule.MODULES, "main.bicep", "app/identity.bicep", "app/identiti.bicep"),
        new Mutation(InfraRule.MODULES, "main.bicep", "storage.outputs.name", "storage.outputs.n"),
        new Mutation(
            InfraRule.MODULES, "main.bicep", "keyVault!.outputs.name", "keyVault!.outputs.n"),
        new Mutation(InfraRule.DOORS, STORAGE, "SharedKeyAccess: false", "SharedKeyAccess: true"),
        new Mutation(
            InfraRule.DOORS,
            STORAGE,
            "allowSharedKeyAccess: false",
            "// allowSharedKeyAccess: false"),
        new Mutation(InfraRule.DOORS, STORAGE, "PublicAccess: false", "PublicAccess: true"),
        new Mutation(InfraRule.DOORS, STORAGE, "TLS1_2", "TLS1_0"),
        new Mutation(InfraRule.DOORS, STORAGE, "privateOnly ? 'Disabled' : 'Enabled'", "'Enabled'"),
        new Mutation(InfraRule.DOORS, STORAGE, "publicAccess: 'None'", "publicAccess: 'Blob'"),
        new Mutation(
            InfraRule.DOORS, "app/keyvault.bicep", "Authorization: true", "Authorization: false"),
        new Mutation(InfraRule.DOORS, SITE, "httpsOnly: true", "httpsOnly: false"),
        new Mutation(InfraRule.DOORS, SITE, "ftpsState: 'Disabled'", "ftpsState: 'AllAllowed'"),
        new Mutation(InfraRule.DOORS, SITE, "allow: false", "allow: true"),
        new Mutation(InfraRule.DOORS, AUTH, "Return401", "AllowAnonymous"),
        new Mutation(
            InfraRule.DOORS, AUTH, "requireAuthentication: true", "requireAuthentication: false"),
        new Mutation(InfraRule.DOORS, AUTH, "'/page', '/page/*'", "'/page', '/page/*', '/api/*'"),
        new Mutation(InfraRule.DOORS, AUTH, "${tenantId}/v2.0", "common/v2.0"),
        new Mutation(InfraRule.ROLES, ROLES, "974c5e8b", "874c5e8b"),
        new Mutation(InfraRule.ROLES, ROLES, "  scope: account\n", ""),
        new Mutation(InfraRule.ROLES, ROLES, "scope: account\n", "scope: resourceGroup()\n"),
        new Mutation(
            InfraRule.ROLES,
            ROLES,
            "guid(account.id, identityPrincipalId, blob",
            "guid('x', identityPrincipalId, blob"),
        new Mutation(
            InfraRule.ROLES,
            ROLES,
            "roleDefinitions', queueDataContributor",
            "roleDefinitions', blobDataOwner"),
        new Mutation(
            InfraRule.SECRETS, STORAGE, "= account.id", "= account.listKeys().keys[0].value"),
        new Mutation(InfraRule.SECRETS, "main.bicep", "@secure()\n", ""),
        new Mutation(
            InfraRule.SECRETS,
            "main.bicep",
            "param crmApiKey string = ''",
            "param crmApiKey string = 'k'"),
        new Mutation(
            InfraRule.SECRETS, "main.bicep", "string = storage.outputs.name", "string = crmApiKey"),
        new Mutation(InfraRule.SECRETS, "main.bicepparam", "CRM Contacts", "AccountKey=abc"),
        new Mutation(
            InfraRule.CLOUDS,
            "main.bicep",
            "${environment().suffixes.storage}",
            "core.windows.net"),
        registration("['Application']", "['Application', 'User']"),
        registration("['Application', 'User']", "['User']"),
        registration("      value: 'Sync.Admin'", "      value: 'Sync.Administrator'"),
        registration("'AzureADMyOrg'", "'AzureADMultipleOrgs'"),
        registration("  web: {", "  requiredResourceAccess: []\n  web: {"),
        registration("  web: {", "  passwordCredentials: []\n  web: {"),
        registration("subject: identity.properties.principalId", "subject: crmPrincipalId"),
        registration("'api://AzureADTokenExchange'", "'api://AzureADTokenExchangeUSGov'"),
        registration("AccessTokenIssuance: false", "AccessTokenIssuance: true"),
        registration("idToken: [{ name: 'acct' }]", "idToken: []"),
        registration("{ name: 'acct' }, { name: 'idtyp'", "{ name: 'idtyp'"),
        registration(", additionalProperties: ['include_user_token']", ""),
        registration("optionalClaims:", "// optionalClaims:"),
        new Mutation(InfraRule.WATCH, "app/alerts.bicep", "window: 'PT1H'", "window: 'PT15M'"),
        new Mutation(InfraRule.WATCH, "app/alerts.bicep", "var rules", "var others"),
        new Mutation(InfraRule.WATCH, "app/monitoring.bicep", "  'AppTraces'\n", ""),
        new Mutation(
            InfraRule.WATCH,
            "app/monitoring.bicep",
            "totalRetentionInDays: retentionDays",
            "totalRetentionInDays: 90"));
  }

  private static Mutation registration(String passage, String instead) {
    return new Mutation(InfraRule.REGISTRATION, "entra.bicep", passage, instead);
  }
}
