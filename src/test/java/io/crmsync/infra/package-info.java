/**
 * Checks what is deployed before anybody deploys it: rules are assertions on committed snapshots of
 * what Bicep would ask Azure for, and Bicep and PowerShell themselves look at the files where they
 * are on the PATH. It may import nothing of the product.
 */
@org.jspecify.annotations.NullMarked
package io.crmsync.infra;
