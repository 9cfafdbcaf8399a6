package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.operation.IgnoreDifferences.Ignored;
import org.jspecify.annotations.Nullable;

/** A line of the comparison, and who ignores it; null when nobody does. */
record CompareRow(DifferenceRow row, @Nullable Ignored ignored) {}
