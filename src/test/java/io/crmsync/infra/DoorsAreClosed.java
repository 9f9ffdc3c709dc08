package io.crmsync.infra;

import java.util.List;

/** What a stranger could come in by is shut: keys, public blobs, plain HTTP, passwords. */
final class DoorsAreClosed implements Rule {
  private static final String STORAGE = "Microsoft.Storage/storageAccounts";
  private static final String SITE = "Microsoft.Web/sites";
  private static final String VAULT = "Microsoft.KeyVault/vaults";
  private static final String AUTH = "config";
  private static final String PRIVATE = "privateOnly ? 'Disabled' : 'Enabled'";
  private static final String DENY = "privateOnly ? 'Deny' : 'Allow'";

  private static final List<Expectation> EXPECTED =
      List.of(
          new Expectation(STORAGE, "properties.allowSharedKeyAccess", "false"),
          new Expectation(STORAGE, "properties.allowBlobPublicAccess", "false"),
          new Expectation(STORAGE, "properties.allowCrossTenantReplication", "false"),
          new Expectation(STORAGE, "properties.minimumTlsVersion", "'TLS1_2'"),
          new Expectation(STORAGE, "properties.supportsHttpsTrafficOnly", "true"),
          new Expectation(STORAGE, "properties.publicNetworkAccess", PRIVATE),
          new Expectation(STORAGE, "properties.networkAcls.defaultAction", DENY),
          new Expectation("containers", "properties.publicAccess", "'None'"),
          new Expectation(VAULT, "properties.enableRbacAuthorization", "true"),
          new Expectation(VAULT, "properties.enableSoftDelete", "true"),
          new Expectation(VAULT, "properties.publicNetworkAccess", PRIVATE),
          new Expectation(VAULT, "properties.networkAcls.defaultAction", DENY),
          new Expectation(SITE, "properties.httpsOnly", "true"),
          new Expectation(SITE, "properties.siteConfig.ftpsState", "'Disabled'"),
          new Expectation(SITE, "properties.siteConfig.minTlsVersion", "'1.2'"),
          new Expectation(SITE, "properties.siteConfig.scmMinTlsVersion", "'1.2'"),
          new Expectation(SITE, "identity.type", "'UserAssigned'"),
          new Expectation(SITE, "properties.keyVaultReferenceIdentity", "identityId"),
          new Expectation(
              SITE,
              "properties.functionAppConfig.deployment.storage.authentication.type",
              "'UserAssignedIdentity'"),
          new Expectation("basicPublishingCredentialsPolicies", "properties.allow", "false"));

  /** The configuration of a site has two kinds of one type: those with a sign-in are looked at. */
  private static final List<Expectation> SIGN_IN =
      List.of(
          new Expectation(AUTH, "properties.platform.enabled", "true"),
          new Expectation(AUTH, "properties.globalValidation.requireAuthentication", "true"),
          new Expectation(
              AUTH, "properties.globalValidation.unauthenticatedClientAction", "'Return401'"),
          new Expectation(
              AUTH,
              "properties.globalValidation.excludedPaths",
              "['/api/health', '/page', '/page/*']"),
          new Expectation(AUTH, "properties.httpSettings.requireHttps", "true"),
          new Expectation(
              AUTH,
              "properties.identityProviders.azureActiveDirectory.registration.clientSecretSettingName",
              "'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'"),
          new Expectation(
              AUTH,
              "properties.identityProviders.azureActiveDirectory.registration.openIdIssuer",
              "'${environment().authentication.loginEndpoint}${tenantId}/v2.0'"),
          new Expectation(
              AUTH,
              "properties.identityProviders.azureActiveDirectory.validation.allowedAudiences",
              "[clientId, applicationIdUri]"),
          new Expectation(AUTH, "name", "'authsettingsV2'"));

  @Override
  public List<String> problems(BicepFolder folder) {
    BicepFolder signIn = folder.only("app/auth.bicep");
    return java.util.stream.Stream.concat(
            EXPECTED.stream().flatMap(expected -> expected.problems(folder).stream()),
            SIGN_IN.stream().flatMap(expected -> expected.problems(signIn).stream()))
        .toList();
  }
}
