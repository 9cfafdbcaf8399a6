/**
 * Why a role may or may not do something: gates, doors, and the smallest fixes.
 * May use: model, access.
 * Must never: ask a server, or say no where the snapshot has a gap.
 */
@NullMarked
package dev.plumbline.access.why;

import org.jspecify.annotations.NullMarked;
