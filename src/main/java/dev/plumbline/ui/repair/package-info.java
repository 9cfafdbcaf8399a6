/**
 * The repair screen: Now, Plan and After side by side, approval, run and result.
 * May use: model, job, drift, plan, operation, the screen foundation.
 * Must never: decide what a statement does, or run one without an approval.
 */
@NullMarked
package dev.plumbline.ui.repair;

import org.jspecify.annotations.NullMarked;
