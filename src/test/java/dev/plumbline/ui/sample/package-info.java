/** Databases, reports and plans as the screens' tests show them. */
@NullMarked
package dev.plumbline.ui.sample;

import org.jspecify.annotations.NullMarked;
