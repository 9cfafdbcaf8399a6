package dev.plumbline.execute;

import dev.plumbline.model.Problem;
import dev.plumbline.plan.RunOutcome;
import java.util.Optional;

/**
 * How a plan went that was tried and rolled back.
 *
 * @param notAsBefore what reading again found to be otherwise than before the trial, or why it could not be read; empty when all is as it was, and when nothing ran
 */
public record TrialOutcome(RunOutcome run, Optional<Problem> notAsBefore) {}
