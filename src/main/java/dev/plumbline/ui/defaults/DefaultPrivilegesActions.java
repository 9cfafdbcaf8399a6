package dev.plumbline.ui.defaults;

import dev.plumbline.access.defaults.NextObject;
import dev.plumbline.access.defaults.NextProof;
import dev.plumbline.job.Work;
import dev.plumbline.model.SafeMode;
import dev.plumbline.operation.AccessReport;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What the screen of default privileges can set going; {@code mode} is how careful the context asks to be now. */
public record DefaultPrivilegesActions(
        BiFunction<AccessReport, NextObject, Work<NextProof>> prove, Supplier<SafeMode> mode) {}
