/**
 * The role graph as a screen: drawing, search, inspector, the same as a tree, exports.
 * May use: model, job, access, operation, the screen foundation, the shared reading of the access side, staging.
 * Must never: compute what the access room computes.
 */
@NullMarked
package dev.plumbline.ui.roles;

import org.jspecify.annotations.NullMarked;
