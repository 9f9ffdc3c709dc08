/**
 * From a CRM record to the desired field values (the field map). Imports java.* and domain.contact.
 */
@NullMarked
package io.crmsync.domain.mapping;

import org.jspecify.annotations.NullMarked;
