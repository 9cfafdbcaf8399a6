package dev.plumbline.operation.difference;

import dev.plumbline.model.Visible;
import dev.plumbline.operation.CompareStructure;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructureScript;
import java.util.ArrayList;
import java.util.List;

/** The statements that turn one state into another, for {@code psql -f}; what they leave as it is stands above them. */
public final class DiffScript {
    private DiffScript() {}

    /** @param also what the head of the script says beside */
    public static String of(CompareStructure.Planned planned, List<String> also) {
        List<String> head = new ArrayList<>();
        head.add("Turns " + planned.from());
        head.add("into  " + planned.to());
        head.addAll(also);
        planned.left()
                .forEach(left -> head.add("NOT IN THIS SCRIPT: "
                        + left.name().kind().word() + " " + left.name().shown() + ": " + left.reason()));
        planned.plan().notPlanned().forEach(left -> head.add("NOT IN THIS SCRIPT: " + shown(left)));
        planned.plan().advice().forEach(advice -> head.add("Stays: " + advice));
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append("-- ").append(Visible.text(line)).append('\n'));
        return text.append("\\set ON_ERROR_STOP on\n")
                .append(StructureScript.write(planned.plan()))
                .toString();
    }

    /** What stays, and why. */
    public static String shown(StructurePlan.NotPlanned left) {
        String what = left.name() == null
                ? left.what()
                : left.name().kind().word() + " " + left.name().shown();
        return what + ": " + left.reason();
    }
}
