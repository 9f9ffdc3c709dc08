/**
 * What a contact in a mailbox is: its id, the folder it lies in, its values as they are read.
 * Imports java.* and domain.contact.
 */
@NullMarked
package io.crmsync.domain.outlook;

import org.jspecify.annotations.NullMarked;
