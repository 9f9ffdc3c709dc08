/**
 * Who gets a contact (R3, R5, R6): coverage, lists, view security and the directory. Imports
 * java.*, domain.contact and domain.reason.
 */
@NullMarked
package io.crmsync.domain.audience;

import org.jspecify.annotations.NullMarked;
