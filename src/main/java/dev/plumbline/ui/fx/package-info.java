/**
 * What every screen stands on: loading of FXML, navigation, themes, activity, subscriptions, and the one hop to the UI thread.
 * May use: model, job, drift.
 * Must never: know a feature.
 */
@NullMarked
package dev.plumbline.ui.fx;

import org.jspecify.annotations.NullMarked;
