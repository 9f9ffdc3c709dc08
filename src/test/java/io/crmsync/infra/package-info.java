/**
 * Checks what is deployed before anybody deploys it: the Bicep files are parsed, and each rule
 * looks at the syntax trees. It is syntax that is checked here, not types: {@code az bicep build}
 * and {@code what-if} are the admin's check. It may import nothing of the product.
 */
@org.jspecify.annotations.NullMarked
package io.crmsync.infra;
