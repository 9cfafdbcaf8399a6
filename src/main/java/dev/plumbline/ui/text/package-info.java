/**
 * Words that screens share: ages, counts, tables as text.
 * May use: model.
 * Must never: know a control or a screen.
 */
@NullMarked
package dev.plumbline.ui.text;

import org.jspecify.annotations.NullMarked;
