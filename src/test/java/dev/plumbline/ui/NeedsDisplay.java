package dev.plumbline.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test that draws where nothing can be drawn on, and says so. Stands before TestFX's own extension. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDisplay.Condition.class)
public @interface NeedsDisplay {
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean linux = System.getProperty("os.name").contains("Linux");
            boolean none = linux && System.getenv("DISPLAY") == null;
            return none
                    ? ConditionEvaluationResult.disabled("no display: run under xvfb-run to see this test")
                    : ConditionEvaluationResult.enabled("a display is there");
        }
    }
}
