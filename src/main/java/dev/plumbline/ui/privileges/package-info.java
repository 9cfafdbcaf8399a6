/**
 * The effective privileges as a screen: what one role may do, who may do something, and the matrix of both.
 * May use: model, job, access, operation, staging, the screen foundation.
 * Must never: change anything, nor compute on the window's thread what takes long.
 */
@NullMarked
package dev.plumbline.ui.privileges;

import org.jspecify.annotations.NullMarked;
