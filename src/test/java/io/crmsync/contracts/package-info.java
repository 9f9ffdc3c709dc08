/**
 * Checks bodies against the OpenAPI documents in docs/api. It may import Jackson and the JSON
 * Schema validator, and nothing of the product.
 */
@org.jspecify.annotations.NullMarked
package io.crmsync.contracts;
