/**
 * What the tests of the use cases share: {@link io.crmsync.sync.world.World} is the whole
 * application over the fakes, {@link io.crmsync.sync.world.People} makes the CRM's contacts, {@link
 * io.crmsync.sync.world.ApiWorld} asks as callers of the API do. The others make something go wrong
 * just then: the process is killed ({@link io.crmsync.sync.world.Crashes}), somebody else is faster
 * ({@link io.crmsync.sync.world.Overtaken}, {@link io.crmsync.sync.world.When}), the queue fails
 * ({@link io.crmsync.sync.world.CutShort}). No tests are here.
 */
@NullMarked
package io.crmsync.sync.world;

import org.jspecify.annotations.NullMarked;
