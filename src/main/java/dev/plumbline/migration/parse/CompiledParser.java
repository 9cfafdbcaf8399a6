package dev.plumbline.migration.parse;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.plumbline.migration.parse.compiled.LibpgQuery;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** One instance of libpg_query 18, compiled to bytecode when this program was built, in its own memory, at most 2 GB. Not for two threads at once; not to be used again after a {@link ParserFailure}. */
final class CompiledParser {
    private static final MemoryLimits LIMITS = new MemoryLimits(512, 32_768);
    private static final int ERROR = 8;
    private static final int CURSOR = 16;

    private final Memory memory;
    private final ExportFunction allocate;
    private final ExportFunction release;
    private final ExportFunction parse;
    private final ExportFunction releaseResult;

    CompiledParser() {
        this(LargeFunctions::new);
    }

    CompiledParser(Function<Instance, Machine> functions) {
        Instance instance = Instance.builder(LibpgQuery.load())
                .withMachineFactory(functions)
                .withMemoryLimits(LIMITS)
                .withImportValues(ParserImports.all())
                .build();
        memory = instance.memory();
        allocate = instance.export("C");
        release = instance.export("E");
        parse = instance.export("F");
        releaseResult = instance.export("G");
        instance.export("A").apply();
    }

    /** {@code error} is empty when {@code tree} holds the tree as JSON; {@code at} is the place of an error in characters from 1, 0 when not known. */
    record Result(String tree, String error, int at) {}

    Result parse(String sql) {
        int text = put(sql);
        int result = (int) parse.apply(text)[0];
        try {
            int error = memory.readInt(result + ERROR);
            if (error != 0) {
                return new Result("", text(memory.readInt(error)), memory.readInt(error + CURSOR));
            }
            return new Result(text(memory.readInt(result)), "", 0);
        } finally {
            release.apply(text);
            releaseResult.apply(result);
        }
    }

    private int put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int place = (int) allocate.apply(bytes.length + 1)[0];
        memory.write(place, bytes);
        memory.writeByte(place + bytes.length, (byte) 0);
        return place;
    }

    private String text(int place) {
        int end = place;
        while (memory.read(end) != 0) {
            end++;
        }
        return new String(memory.readBytes(place, end - place), StandardCharsets.UTF_8);
    }
}
