/**
 * Where the local run leaves its files, and takes those from that come with it. Imports only {@code
 * java.*}.
 */
@NullMarked
package io.crmsync.localapp.files;

import org.jspecify.annotations.NullMarked;
