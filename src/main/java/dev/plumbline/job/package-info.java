/**
 * Cancellable work: tokens, progress, the runner that hands one outcome to the window.
 * May use: model.
 * Must never: know a server, a cluster or a screen.
 */
@NullMarked
package dev.plumbline.job;

import org.jspecify.annotations.NullMarked;
