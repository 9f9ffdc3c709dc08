/**
 * The local run: starts Azurite, the simulators and the functions as processes of their own, fires
 * the night, watches it, and says whether every mailbox holds what it should. It may import
 * everything: it looks at the product from outside, through HTTP, storage and the simulators, and
 * takes from the domain only the rules by which it checks.
 */
@NullMarked
package io.crmsync.localapp;

import org.jspecify.annotations.NullMarked;
