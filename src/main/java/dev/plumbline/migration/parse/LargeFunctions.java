package dev.plumbline.migration.parse;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import dev.plumbline.migration.parse.compiled.LibpgQuery;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the few functions that the JVM does not: three are larger than a method may be, the grammar among them, and the lexer is larger than what it compiles. All others are left to their bytecode.
 * Chicory's own interpreter enters and leaves each of the 2,000 blocks around a case of the grammar one by one, which took nine tenths of the time.
 */
final class LargeFunctions implements Machine {
    /** The numbers that the build of the bytecode is told to leave out. */
    static final List<Integer> NUMBERS = List.of(36, 37, 140, 177);

    private static final Map<Integer, FlatCode> FLAT = new ConcurrentHashMap<>();
    private final WasmModule module;
    private final Machine compiled;
    private final FlatRun run;

    LargeFunctions(Instance instance) {
        this.module = instance.module();
        this.compiled = LibpgQuery.create(instance);
        this.run = new FlatRun(instance);
    }

    @Override
    public long[] call(int function, long[] arguments) {
        return NUMBERS.contains(function)
                ? run.run(FLAT.computeIfAbsent(function, number -> FlatTranslation.of(module, number)), arguments)
                : compiled.call(function, arguments);
    }
}
