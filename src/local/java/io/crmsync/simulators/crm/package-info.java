/**
 * A CRM that serves the contact feed of {@code docs/api/crm-feed.openapi.yaml} from JSON-lines
 * files, can be edited while it runs, and can be told to fail in every way a feed can. It binds
 * 127.0.0.1 only. It may import the JDK, Jackson and picocli, and nothing of the product: what it
 * serves must not depend on how the product reads.
 */
@org.jspecify.annotations.NullMarked
package io.crmsync.simulators.crm;
