/** That the page's files are sent as a browser needs them, and nothing else is sent. */
@NullMarked
package io.crmsync.functions.web;

import org.jspecify.annotations.NullMarked;
