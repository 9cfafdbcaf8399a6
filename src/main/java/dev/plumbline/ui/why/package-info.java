/**
 * Why a role may or may not do something, as a screen: a question bar, the verdict, gates, doors and fixes.
 * May use: model, job, access, operation, staging, the screen foundation.
 * Must never: change anything: what it proposes is shown, copied and staged.
 */
@NullMarked
package dev.plumbline.ui.why;

import org.jspecify.annotations.NullMarked;
