/**
 * The review of a plan, a repair or staged changes: Now, Plan and After side by side, who gains and loses, approval, run and result.
 * May use: model, job, access, drift, plan, operation, the screen foundation.
 * Must never: decide what a statement does, or run one without an approval.
 */
@NullMarked
package dev.plumbline.ui.repair;

import org.jspecify.annotations.NullMarked;
