package dev.plumbline.ui.shell;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.Failures;
import dev.plumbline.ui.fx.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nobody foresaw on the UI thread: logged, listed with a short code, and the window lives on. */
final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrors.class);
    private final Activity activity;
    private final Runnable showDrawer;

    UncaughtErrors(Activity activity, Runnable showDrawer) {
        this.activity = activity;
        this.showDrawer = showDrawer;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        Problem problem = Failures.problemOf(failure, Texts.get("failure.drawing"));
        if (isRepeated(problem)) {
            return;
        }
        LOG.error("unforeseen {}", problem.code(), failure);
        activity.report(problem);
        showDrawer.run();
    }

    /** A failure while drawing comes back with every frame: it is told once. */
    private boolean isRepeated(Problem problem) {
        return !activity.met().isEmpty()
                && activity.met().get(0).problem().code().equals(problem.code());
    }
}
