/**
 * The matrix of default privileges as a screen: what new objects will grant, cell by cell, and the next object with its proof.
 * May use: model, access, drift, operation, the access reading, the screen foundation.
 * Must never: ask a server, or change a rule.
 */
@NullMarked
package dev.plumbline.ui.defaults;

import org.jspecify.annotations.NullMarked;
