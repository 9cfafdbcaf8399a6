package dev.plumbline.ui.why;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Closing;
import dev.plumbline.access.why.Door;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An answer with the reading it was given on, and for each door what closes it. */
public record ToldAnswer(AccessReport report, AskedQuestion asked, Answer answer, List<OpenDoor> doors) {
    /** A door with the changes that close it. */
    public record OpenDoor(Door door, List<Closing> closings) {}

    /** Looks what stays open after each change: one state after the other is computed, so in the background. */
    static ToldAnswer of(AccessReport report, Answer answer, CancelToken cancel, Progress progress) {
        Map<AccessChange, Closing> known = new HashMap<>();
        List<OpenDoor> doors = new ArrayList<>();
        for (Door door : answer.doors()) {
            progress.report(
                    "looking what closing each door leaves open",
                    doors.size(),
                    answer.doors().size());
            List<Closing> closings = new ArrayList<>();
            for (AccessChange change : door.closing()) {
                cancel.check();
                closings.add(known.computeIfAbsent(
                        change, first -> Closing.by(first, report.snapshot(), answer.question())));
            }
            doors.add(new OpenDoor(door, List.copyOf(closings)));
        }
        return new ToldAnswer(report, AskedQuestion.of(answer.question(), report.snapshot()), answer, doors);
    }
}
