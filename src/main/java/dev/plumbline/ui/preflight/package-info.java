/**
 * The migrator preflight: what a role may do of what a migration tool needs, and the scripts that give it.
 * May use: what the window may use.
 * Must never: change anything itself.
 */
@NullMarked
package dev.plumbline.ui.preflight;

import org.jspecify.annotations.NullMarked;
