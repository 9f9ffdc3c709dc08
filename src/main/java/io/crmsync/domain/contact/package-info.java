/**
 * What a CRM contact is: ids, kinds, the synchronised fields and their values. Imports java.* only.
 */
@NullMarked
package io.crmsync.domain.contact;

import org.jspecify.annotations.NullMarked;
